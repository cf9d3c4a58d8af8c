"""The head of the roll: how many have which mark, and how many are blank."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.meeting import MeetingSheet
from app.rules.attendance import Attendance
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.mark import WIDTH as MARK_WIDTH
from app.ui.kit.mark import paint_mark
from app.ui.meeting.words import mark_name
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

HEIGHT = 44
_SIDE = 16
_APART = 14


class RollHead(QWidget):
    """Shows “Roll, seating order” and the counts, the quiet one first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[tuple[str, int], ...] = ()
        self._blank = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show the counts of a meeting."""
        self._counts = tuple((mark.value, sheet.marked(mark)) for mark in Attendance)
        self._blank = sheet.marked(None)
        spoken = [f"{mark_name(Attendance(mark))} {count}" for mark, count in self._counts]
        spoken.append(f"{mark_name(None)} {self._blank}")
        self.setAccessibleName(", ".join(spoken))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(488, HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.rule(painter, 1, self.width() - 1, HEIGHT - 1)
        left = self._paint_counts(painter)
        shades = tokens()
        font = typeface.font(Size.SECTION, Weight.SEMIBOLD)
        area = QRectF(_SIDE, 0, left - _SIDE, HEIGHT - 1)
        used = brush.text(painter, area, _("Roll"), font=font, colour=shades.text) + 12
        small = typeface.font(Size.LABEL)
        rest = area.adjusted(used, 0, -_APART, 0)
        brush.text(painter, rest, _("seating order"), font=small, colour=shades.muted)

    def _paint_counts(self, painter: QPainter) -> float:
        """Draw the counts from right to left; return where they begin."""
        right = self.width() - float(_SIDE)
        if self._blank:
            right = self._paint_figure(painter, right, self._blank) - 7
            right = self._paint_word(painter, right, mark_name(None)) - _APART
        for mark, count in reversed(self._counts):
            right = self._paint_figure(painter, right, count) - 7
            if mark == Attendance.PRESENT:
                right = self._paint_word(painter, right, mark) - _APART
            else:
                middle = QPointF(right - MARK_WIDTH / 2, HEIGHT / 2 - 0.5)
                paint_mark(painter, middle, mark)
                right -= MARK_WIDTH + _APART
        return right

    def _paint_figure(self, painter: QPainter, right: float, count: int) -> float:
        font = typeface.font(Size.BODY, Weight.MEDIUM)
        ink = tokens().text if count else tokens().muted
        return _paint(painter, right, str(count), font, ink)

    def _paint_word(self, painter: QPainter, right: float, words: str) -> float:
        return _paint(painter, right, words, typeface.font(Size.LABEL), tokens().muted)


def _paint(painter: QPainter, right: float, words: str, font: QFont, ink: str) -> float:
    area = QRectF(0, 0, right, HEIGHT - 1)
    return right - brush.text(painter, area, words, font=font, colour=ink, align=brush.RIGHT)
