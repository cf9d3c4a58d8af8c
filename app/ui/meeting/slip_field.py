"""The field of the slip line: the parts of the grammar in their own ink, and its keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from app.i18n import _
from app.rules.slip_entry import Piece, Role
from app.ui import typeface
from app.ui.meeting.inline_field import PLAIN, InlineField
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_STRONG = {Role.KIND: Weight.SEMIBOLD, Role.NOTE: Weight.REGULAR, Role.GUEST: Weight.REGULAR}


class SlipField(InlineField):
    """One line; what its keys mean is decided by the slip line."""

    def __init__(self) -> None:
        super().__init__(name=_("Slip line"), hint=_("r ann bob kitchen refit"))
        self.accepts = _nothing_to_accept
        self.setFont(typeface.font(Size.SECTION))
        self.setTextMargins(-2, 0, 0, 0)
        self.setMaxLength(400)

    def colour(self, pieces: Sequence[Piece]) -> None:
        """Give each piece its ink.

        A line edit takes formats only as an input method's; an event without text leaves text,
        cursor and undo as they are.
        """
        formats = [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                piece.start - self.cursorPosition(),
                piece.end - piece.start,
                _format(piece.role),
            )
            for piece in pieces
        ]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", formats))

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 30)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tab = event.key() == Qt.Key.Key_Tab and event.modifiers() in PLAIN
            if tab and self.accepts():
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        right = event.key() == Qt.Key.Key_Right and event.modifiers() in PLAIN
        if not (right and self._at_end() and self.accepts()):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QLineEdit.paintEvent(self, event)  # the frame is that of the whole line, chips included

    def _at_end(self) -> bool:
        return self.cursorPosition() == len(self.text())


def _format(role: Role) -> QTextCharFormat:
    result = QTextCharFormat()
    accent = role in {Role.KIND, Role.FLAG, Role.AMOUNT, Role.UNITS}
    result.setForeground(QColor(tokens().accent if accent else tokens().text))
    result.setFontWeight(_STRONG.get(role, Weight.MEDIUM))
    return result


def _nothing_to_accept() -> bool:
    return False
