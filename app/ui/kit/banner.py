"""A message in its place, above the page, instead of a box in the way."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.rows import row
from app.ui import icons
from app.ui.actions import Action
from app.ui.kit import brush
from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone, colour, mix, tokens


class Gravity(StrEnum):
    """How serious a message is; the value is its icon."""

    INFO = "info"
    DONE = "check"
    WARNING = "warning"
    ERROR = "error"


@row(frozen=True, slots=True)
class Message:
    """A sentence for the user and the one thing he may do about it."""

    text: str
    gravity: Gravity = Gravity.INFO
    action: Action | None = None


_TONES = {
    Gravity.INFO: Tone.ACCENT,
    Gravity.DONE: Tone.GREEN,
    Gravity.WARNING: Tone.LATE,
    Gravity.ERROR: Tone.ABSENT,
}


class Banner(QWidget):
    """Shows one message with its action and a way to close it.

    Signals:
        closed: The user has read it.
    """

    closed = Signal()

    def __init__(self, message: Message | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = message
        self._words = PlainLabel(wrap=True)
        self._act = Button("", kind=Kind.LINK)
        self._close = Button("", kind=Kind.QUIET, icon="close", name=_("Close the message"))
        self._act.clicked.connect(self._on_act)
        self._close.clicked.connect(self._on_close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(44, 4, 4, 4)
        layout.setSpacing(12)
        self._words.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._act)
        layout.addWidget(self._close)
        self.show_message(message)

    def show_message(self, message: Message | None) -> None:
        """Show another message, or none."""
        self._message = message
        self.setVisible(message is not None)
        if message is None:
            return
        self._words.say(message.text)
        self.setAccessibleName(message.text)
        action = message.action
        self._act.setVisible(action is not None)
        if action is not None:
            self._act.relabel(action.text)
        self.update()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._message.text if self._message is not None else ""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 40)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._message is None:
            return
        painter = QPainter(self)
        shades = tokens()
        shade = colour(_TONES[self._message.gravity])
        fill = mix(shade.name(), shades.window, 0.08)
        line = mix(shade.name(), shades.window, 0.35)
        brush.panel(painter, QRectF(self.rect()), fill=fill, line=line)
        icons.paint(painter, QRectF(12, 10, 20, 20), self._message.gravity.value, shade)

    @Slot()
    def _on_act(self) -> None:
        if self._message is not None and self._message.action is not None:
            self._message.action.run()

    @Slot()
    def _on_close(self) -> None:
        self.show_message(None)
        self.closed.emit()
