"""What concerns this user and machine only: the name in the journal, and light or dark."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.ui import faultlog
from app.ui.desk import Desk
from app.ui.kit.button import Button
from app.ui.kit.field import LineField
from app.ui.kit.form import FormRow
from app.ui.kit.label import PlainLabel
from app.ui.kit.segmented import SegmentedControl
from app.ui.opening.whoami import call_myself, own_name
from app.ui.theme import Mode, Tone, theme
from app.ui.typeface import Size

_MODES = (Mode.SYSTEM, Mode.LIGHT, Mode.DARK)


class OwnForm(QWidget):
    """Kept on this machine, not in the book."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = LineField(name=_("Your name"))
        self._name.setText(own_name(desk.memory))
        self._name.editingFinished.connect(self._store_name)
        self._mode = SegmentedControl(
            (_("As the system"), _("Light"), _("Dark")), name=_("Light or dark")
        )
        self._mode.choose(_MODES.index(theme().mode))
        self._mode.chosen.connect(self._on_mode)
        name = FormRow(
            _("Your name"), self._name, hint=_("Signs the history, from the next start on.")
        )
        name.setFixedWidth(320)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(name)
        row.addWidget(FormRow(_("Light or dark"), self._mode))
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(row)
        for words in (
            _("This book lies at {path}").format(path=desk.gateway.path),
            _("Faults of the program are written to {path}").format(path=faultlog.path()),
        ):
            layout.addWidget(PlainLabel(words, size=Size.LABEL, tone=Tone.MUTED))
        copies = Button(_("Copies of this book"), icon="copy")
        copies.clicked.connect(partial(desk.go, "copies"))
        layout.addWidget(copies)

    @Slot()
    def _store_name(self) -> None:
        call_myself(self._desk.memory, self._name.text())

    @Slot(int)
    def _on_mode(self, place: int) -> None:
        mode = _MODES[place]
        theme().switch(mode)
        self._desk.memory.save_text("window/theme", mode)
