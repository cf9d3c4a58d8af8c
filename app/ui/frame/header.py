"""The header above a page: neighbours, title, state, search and the one primary action."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui import typeface
from app.ui.actions import Action
from app.ui.frame.searchfield import SearchField
from app.ui.heading import HeadChip, Heading
from app.ui.kit import brush
from app.ui.kit.button import Button, Kind
from app.ui.kit.chip import Chip
from app.ui.kit.label import PlainLabel, tip
from app.ui.theme import Tone, tokens
from app.ui.typeface import Size, Weight

HEIGHT = 64
# Size and weight of the note beside a title, and beside a title with a chip.
_NOTE_BESIDE = ((Size.BODY, Weight.REGULAR), (Size.LABEL, Weight.MEDIUM))


class Header(QWidget):
    """Shows a heading and passes on what is pressed in it.

    Signals:
        acted: An action of the heading was chosen. Carries the Action.
        search_wanted: The search field was pressed.
    """

    acted = Signal(object)
    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading("")
        self._back = Button("", kind=Kind.QUIET, icon="chevron-left", name=_("Back"))
        self._forward = Button("", kind=Kind.QUIET, icon="chevron-right", name=_("Forward"))
        self._title = PlainLabel(size=Size.TITLE, weight=Weight.SEMIBOLD)
        self._chip = Chip("")
        self._note = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        self.search = SearchField()
        self.primary = Button("", kind=Kind.PRIMARY)
        self._lead = QSpacerItem(6, 0)
        self._gap = QSpacerItem(2, 0)
        self._before_primary = QSpacerItem(0, 0)
        self._lay_out()
        self._back.clicked.connect(self._on_back)
        self._forward.clicked.connect(self._on_forward)
        self.primary.clicked.connect(self._on_primary)
        self.search.clicked.connect(self.search_wanted)

    def show_heading(self, heading: Heading) -> None:
        """Show another heading."""
        self._heading = heading
        self._title.say(heading.title)
        self._note.say(heading.note, brief=heading.brief_note)
        self._note.setFont(typeface.font(*_NOTE_BESIDE[heading.chip is not None]))
        self._note.setVisible(bool(heading.note))
        self._show_chip(heading.chip)
        _offer(self._back, heading.back)
        _offer(self._forward, heading.forward)
        beside = heading.back is not None or heading.forward is not None
        self._back.setVisible(beside)
        self._forward.setVisible(beside)
        self._space(beside=beside, heading=heading)
        _offer(self.primary, heading.primary)
        self.primary.setVisible(heading.primary is not None)
        if heading.primary is not None:
            self.primary.relabel(heading.primary.text, heading.primary.icon)
        self.update()

    def narrow(self, *, to_icons: bool) -> None:
        """Leave out what a small window has no room for."""
        self.search.narrow(to_icons=to_icons)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        y = HEIGHT - 1
        if self._heading.provisional:
            brush.rule(painter, 0, self.width(), y, colour=shades.muted, dashes=(4.0, 3.0))
        else:
            brush.rule(painter, 0, self.width(), y)

    def _lay_out(self) -> None:
        self.setFixedHeight(HEIGHT)
        for button in (self._back, self._forward):
            button.setFixedWidth(20)
        self._note.setContentsMargins(0, 2, 0, 0)
        # The note takes what is left, so that it gives way before the title does.
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(25, 0, 32, 0)
        layout.setSpacing(0)
        layout.addWidget(self._back)
        layout.addWidget(self._forward)
        layout.addItem(self._lead)
        layout.addWidget(self._title)
        layout.addItem(self._gap)
        layout.addWidget(self._chip)
        layout.addSpacing(14)
        layout.addWidget(self._note, 1)
        layout.addStretch(0)
        layout.addSpacing(16)
        layout.addWidget(self.search)
        layout.addItem(self._before_primary)
        layout.addWidget(self.primary)

    def _space(self, heading: Heading, *, beside: bool) -> None:
        """Begin the title at the page's margin, or after the chevrons that stand in it."""
        self._lead.changeSize(10 if beside else 6, 0)
        self._gap.changeSize(14 if heading.chip is not None else 2, 0)
        self._before_primary.changeSize(12 if heading.primary is not None else 0, 0)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()

    def _show_chip(self, chip: HeadChip | None) -> None:
        self._chip.setVisible(chip is not None)
        if chip is not None:
            self._chip.show_chip(chip.text, icon=chip.icon, tone=chip.tone, dashed=chip.dashed)

    @Slot()
    def _on_back(self) -> None:
        self._act(self._heading.back)

    @Slot()
    def _on_forward(self) -> None:
        self._act(self._heading.forward)

    @Slot()
    def _on_primary(self) -> None:
        self._act(self._heading.primary)

    def _act(self, action: Action | None) -> None:
        if action is not None:
            self.acted.emit(action)


def _offer(button: Button, action: Action | None) -> None:
    button.setEnabled(action is not None and action.enabled)
    if action is not None:
        button.setAccessibleName(action.text)
        keys = f" ({action.shown_key})" if action.key else ""
        button.setToolTip(tip(f"{action.text}{keys}"))
