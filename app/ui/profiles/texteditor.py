"""The text of a profile with its line numbers; the line at fault is marked."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from app.ui.theme import mix, tokens
from app.ui.typeface import Size

_GUTTER, _GAP = 44, 6


class ProfileText(QPlainTextEdit):
    """A plain text of fixed width, numbered at its left."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(Size.BODY)
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setViewportMargins(_GUTTER + _GAP, 0, 0, 0)
        self._wrong = 0
        self._gutter = _Gutter(self)
        self.updateRequest.connect(self._on_update)

    def mark_line(self, line: int) -> None:
        """Mark the line at fault, counted from 1; none for 0."""
        self._wrong = line
        marks = []
        if line:
            mark = QTextEdit.ExtraSelection()
            block = self.document().findBlockByNumber(line - 1)
            mark.cursor = self.textCursor()
            mark.cursor.setPosition(block.position())
            tint = mix(tokens().absent, tokens().surface, 0.16)
            mark.format.setBackground(tint)
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003  Qt's property
            marks.append(mark)
        self.setExtraSelections(marks)
        self._gutter.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens().surface))
        painter.end()
        super().paintEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._gutter.setGeometry(QRect(0, 0, _GUTTER + _GAP, self.viewport().height()))

    def paint_numbers(self, painter: QPainter) -> None:
        """Write the number of every line that is seen; text moved sideways ends before them."""
        shades = tokens()
        strip = QRect(0, 0, _GUTTER, self.height())
        painter.fillRect(strip.adjusted(0, 0, _GAP, 0), QColor(shades.surface))
        painter.fillRect(strip, QColor(shades.sunken))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        shift = self.contentOffset() + self.viewport().geometry().topLeft().toPointF()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(0, shift.y())
            if area.top() > self.height():
                return
            number = block.blockNumber() + 1
            painter.setPen(QColor(shades.absent if number == self._wrong else shades.muted))
            room = QRectF(0, area.top(), _GUTTER - 8, area.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight), str(number))
            block = block.next()

    @Slot(QRect, int)
    def _on_update(self, _area: QRect, moved: int) -> None:
        if moved:
            self._gutter.scroll(0, moved)
        self._gutter.update()


class _Gutter(QWidget):
    def __init__(self, text: ProfileText) -> None:
        super().__init__(text)
        self._text = text

    @override
    def sizeHint(self) -> QSize:
        return QSize(_GUTTER, 100)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._text.paint_numbers(painter)
