"""Fields to type and choose in, framed by the kit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QStyledItemDelegate, QWidget
from typing_extensions import override

from app.ui import icons
from app.ui.kit import brush
from app.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.tables.columns import Choice

HEIGHT = 32
_CROSS = 28


def frame(painter: QPainter, field: QWidget, *, wrong: bool = False) -> None:
    """Draw the frame of a field: a hairline, the accent in focus, red where it is wrong."""
    shades = tokens()
    area = QRectF(field.rect())
    fill = shades.surface if field.isEnabled() else shades.window
    brush.panel(painter, area, fill=fill, line=shades.absent if wrong else shades.line)
    if field.hasFocus():
        brush.ring(painter, area)


class LineField(QLineEdit):
    """One line of text; undo is its own only while it has something to undo.

    One that ``clears`` shows a cross while it has words; the cross or Esc empties it.
    """

    def __init__(
        self,
        *,
        name: str,
        hint: str = "",
        icon: str = "",
        clears: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._clears = clears
        self.wrong = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFrame(False)
        self.setMinimumHeight(HEIGHT if parent is None else 0)
        self.setTextMargins(34 if icon else 8, 0, _CROSS if clears else 8, 0)

    def mark_wrong(self, *, wrong: bool) -> None:
        """Show that what was entered can't be taken."""
        self.wrong = wrong
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._leaves_to_book(event):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clears and self.text() and event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._clears and event.position().x() > self.width() - _CROSS:
            self.clear()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame(painter, self, wrong=self.wrong)
        if self._clears and self.text():
            cross = QRectF(self.width() - _CROSS, 0, _CROSS - 4, self.height())
            icons.paint(painter, cross, "close", tokens().muted, size=14)
        if self._icon:
            place = QRectF(8, 0, icons.GRID, self.height())
            icons.paint(painter, place, self._icon, tokens().muted)
        painter.end()
        super().paintEvent(event)

    def _leaves_to_book(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
        return undo or redo


class NoteField(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    def __init__(self, *, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(8)
        self.setFixedHeight(84)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        frame(painter, self)
        painter.end()
        super().paintEvent(event)


class ChoiceField(QComboBox):
    """A few values to choose from."""

    def __init__(
        self, choices: "Sequence[Choice]", *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumHeight(HEIGHT if parent is None else 0)
        self.setMaxVisibleItems(14)
        # The combo box's own delegate takes no notice of the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self._values: list[object] = []
        self.offer(choices)

    def offer(self, choices: "Sequence[Choice]") -> None:
        """Offer other values; none of them is chosen yet."""
        self.clear()
        self._values = [choice.value for choice in choices]
        self.addItems([choice.text for choice in choices])
        self.setCurrentIndex(-1)

    def chosen(self) -> object:
        """Return the value chosen, or None."""
        row = self.currentIndex()
        return self._values[row] if row >= 0 else None

    def choose(self, value: object) -> None:
        """Choose a value; none where it is not among them."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 24, HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame(painter, self)
        shades = tokens()
        sign = QRectF(self.width() - 28, 0, 20, self.height())
        icons.paint(painter, sign, "chevron-down", shades.muted, size=14)
        ink = shades.text if self.isEnabled() else shades.muted
        room = QRectF(10, 0, self.width() - 40, self.height())
        brush.text(painter, room, self.currentText(), font=self.font(), colour=ink)
