"""The bar at the foot: the last change with Undo, and whose book this is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui.kit import brush
from app.ui.kit.button import Button, Kind
from app.ui.kit.icon import Sign
from app.ui.kit.keycap import KeyCap
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight

HEIGHT = 29
_BETWEEN = "   ·   "
_LEAST = 120


class StatusBar(QWidget):
    """One line: what was done last, the way back, the keeper, and whether all is stored.

    Signals:
        undo_wanted: The user wants the last change taken back.
    """

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign("undo", size=16)
        self._change = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        self._undo = Button(_("Undo"), kind=Kind.LINK, size=Size.LABEL)
        self._key = KeyCap("Ctrl Z")
        self._whose = PlainLabel(
            size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED, align=brush.RIGHT
        )
        self._state = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        self._undo.clicked.connect(self.undo_wanted)
        self.setFixedHeight(HEIGHT)
        self._lay_out()
        self.show_change("")

    def show_change(self, words: str, *, undoable: bool = True) -> None:
        """Show what was done last; nothing at the start."""
        self._change.say(words)
        self._sign.setVisible(bool(words))
        self._change.setVisible(bool(words))
        self._undo.setVisible(bool(words) and undoable)
        self._key.setVisible(bool(words) and undoable)

    def show_keeper(self, *words: str) -> None:
        """Say whose book it is and, last and never cut, how it is stored."""
        *whose, state = list(filter(None, words)) or [""]
        self._whose.say(_BETWEEN.join(whose))
        self._whose.setMinimumWidth(min(_LEAST, self._whose.sizeHint().width()))
        self._state.say(_BETWEEN + state if whose else state)
        self._state.setMinimumWidth(self._state.sizeHint().width())

    @property
    def state(self) -> PlainLabel:
        """How the book is stored."""
        return self._state

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        brush.rule(QPainter(self), 0, self.width(), 0)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(23, 1, 32, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sign)
        layout.addSpacing(9)
        layout.addWidget(self._change)
        layout.addSpacing(11)
        layout.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(9)
        layout.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addSpacing(24)
        layout.addWidget(self._whose)
        layout.addWidget(self._state)
