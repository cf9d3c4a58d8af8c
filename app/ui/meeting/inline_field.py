"""A field inside another widget: every key it knows stays its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from app.ui.kit.field import LineField

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InlineField(LineField):
    """A line of text whose Enter, Esc and arrows are told instead of passed on.

    Signals:
        entered: Enter.
        left: Esc.
        stepped: Up or Down, as -1 or 1.
    """

    entered = Signal()
    left = Signal()
    stepped = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in PLAIN
        if event.key() in _ENTER and plain:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain:
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)
            event.setAccepted(event.isAccepted() or plain)
