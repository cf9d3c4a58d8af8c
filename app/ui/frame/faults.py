"""What went wrong in the program itself, shown before it is copied to be sent to anybody."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.kit.button import Button, Kind
from app.ui.kit.field import NoteField
from app.ui.kit.label import PlainLabel
from app.ui.kit.sheet import Sheet
from app.ui.theme import Tone

_LEAST = 320


class FaultSheet(Sheet):
    """The log as it is, and a button to copy it; nothing is ever sent by itself."""

    def __init__(self, log: str, parent: QWidget | None = None) -> None:
        super().__init__(_("What went wrong"), stores=False, parent=parent)
        self.log = log
        told = _(
            "Faults of the program, the latest last. It holds no names, numbers or amounts of your "
            "chapter. Nothing is sent by itself: read it, copy it, and send it if you want to."
        )
        self.body.addWidget(PlainLabel(told, tone=Tone.MUTED, wrap=True))
        self._shown = NoteField(name=_("The log of faults"))
        self._shown.setReadOnly(True)
        self._shown.setPlainText(log)
        self._shown.setMinimumHeight(_LEAST)
        self._shown.setMaximumHeight(10_000)
        self._shown.moveCursor(QTextCursor.MoveOperation.End)
        self.body.addWidget(self._shown, 1)
        self.copy = Button(_("Copy it"), kind=Kind.PRIMARY, icon="copy")
        self.copy.clicked.connect(self._on_copy)
        self._copied = PlainLabel(tone=Tone.MUTED)
        self.foot.addWidget(self.copy)
        self.foot.addWidget(self._copied, 1)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.log)
        self._copied.say(_("Copied."))
