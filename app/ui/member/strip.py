"""A year of attendance: one cell a meeting, the months below, the months that count underlined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.member_activity import Week
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.label import tip
from app.ui.kit.mark import paint_mark
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_CELL = 28
_WIDEST = 15
_BETWEEN_MONTHS = 8
_GAP = 1.5
_LABELS = 20
_HEIGHT = 62


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where a week is drawn."""

    week: Week
    left: float


class AttendanceStrip(QWidget):
    """Shows every meeting of a year; a tip tells day and mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: Sequence[Week] = ()
        self._window: Period | None = None
        self.setAccessibleName(_("Attendance, twelve months"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_weeks(self, weeks: Sequence[Week], window: Period) -> None:
        """Show other meetings; those in the window are underlined."""
        self._weeks, self._window = weeks, window
        words = (f"{formats.day_short(week.held_on)} {mark_words(week)}" for week in weeks)
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def mark_window(self, window: Period) -> None:
        """Underline the meetings of other days: those a score counts."""
        self._window = window
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = event.pos().x()
            pitch = self._pitch()
            cell = next((c for c in self._cells() if c.left <= at < c.left + pitch), None)
            day = "" if cell is None else formats.day_full(cell.week.held_on)
            words = "" if cell is None else f"{day}: {mark_words(cell.week)}"
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        cells = list(self._cells())
        width = min(_WIDEST, self._pitch() - _GAP)
        for cell in cells:
            _paint_cell(painter, QRectF(cell.left, 0, width, _CELL), cell.week)
        for (_year, _month), group in groupby(cells, key=_month_of):
            self._paint_month(painter, list(group), width)
        self._paint_window(painter, cells, width)

    def _paint_month(self, painter: QPainter, cells: list[_Cell], width: float) -> None:
        day = cells[0].week.held_on
        counts = self._window is not None and any(c.week.held_on in self._window for c in cells)
        weight = Weight.SEMIBOLD if counts else Weight.MEDIUM
        ink = tokens().text if counts else tokens().muted
        room = max(cells[-1].left + width - cells[0].left, 24.0) + _BETWEEN_MONTHS
        words = formats.months()[day.month - 1][:3]
        last = self.width() - typeface.metrics(Size.LABEL, weight).horizontalAdvance(words)
        area = QRectF(min(cells[0].left, last), _HEIGHT - _LABELS, room, _LABELS)
        brush.text(painter, area, words, font=typeface.font(Size.LABEL, weight), colour=ink)

    def _paint_window(self, painter: QPainter, cells: list[_Cell], width: float) -> None:
        window = self._window
        inside = [c for c in cells if window is not None and c.week.held_on in window]
        if inside:
            left, right = inside[0].left, inside[-1].left + width
            line = QRectF(left, _CELL + 5, right - left, 2)
            painter.fillRect(line, QColor(tokens().accent))

    def _cells(self) -> Iterator[_Cell]:
        left, pitch = 0.0, self._pitch()
        before: date | None = None
        for week in self._weeks:
            if before is not None and _month(before) != _month(week.held_on):
                left += _BETWEEN_MONTHS
            yield _Cell(week, left)
            left += pitch
            before = week.held_on

    def _pitch(self) -> float:
        months = len({_month(week.held_on) for week in self._weeks})
        room = self.width() - _BETWEEN_MONTHS * max(0, months - 1)
        return min(_WIDEST + 4.0, room / max(1, len(self._weeks)))


def mark_words(week: Week) -> str:
    """Return what a cell of the strip says."""
    if week.state is MeetingState.HOLIDAY:
        return _("holiday, no meeting")
    if not week.member and week.mark is None:
        return _("not a member then")
    words = {
        Attendance.PRESENT: _("present"),
        Attendance.ABSENT: _("absent"),
        Attendance.LATE: _("late"),
        Attendance.MEDICAL: _("medical"),
        Attendance.SUBSTITUTE: _("sent a substitute"),
    }
    said = _("not recorded") if week.mark is None else words[week.mark]
    if week.state is MeetingState.DRAFT:
        return _("{mark}, still a draft").format(mark=said)
    return said


def _paint_cell(painter: QPainter, area: QRectF, week: Week) -> None:
    shades = tokens()
    middle = area.center()
    if week.state is MeetingState.HOLIDAY:
        brush.rule(
            painter, area.left() + 3, area.right() - 3, round(middle.y()), colour=shades.before
        )
    elif week.mark is Attendance.PRESENT:
        brush.panel(painter, area, fill=shades.sunken, radius=3)
        _paint_dot(painter, middle)
    elif week.mark is not None or week.member:
        width, height = round(area.width()), round(area.height())
        paint_mark(painter, middle, week.mark or "", width=width, height=height)


def _paint_dot(painter: QPainter, at: QPointF) -> None:
    painter.setBrush(QColor(tokens().muted))
    painter.drawEllipse(at, 1.6, 1.6)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _month_of(cell: _Cell) -> tuple[int, int]:
    return _month(cell.week.held_on)
