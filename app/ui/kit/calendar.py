"""A month to pick a day from: arrow keys walk, Page keys turn the month, Enter takes."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app import formats
from app.i18n import _
from app.rules.periods import add_months
from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_CELL = 32
_HEAD = 40
_NAMES = 20
_EDGE = 8
_WEEKS = 6
_DAYS = 7
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_DAYS,
    Qt.Key.Key_Down: _DAYS,
}


class Calendar(QWidget):
    """One month, weeks beginning on Monday.

    Signals:
        picked: A day was chosen. Carries the date.
    """

    picked = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today
        self.setAccessibleName(_("Calendar"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def show_day(self, day: date) -> None:
        """Show the month of a day, the day marked."""
        self._day = day
        self.setAccessibleDescription(formats.day_full(day))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_DAYS * _CELL + 2 * _EDGE, _HEAD + _NAMES + _WEEKS * _CELL + _EDGE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.show_day(self._day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.show_day(add_months(self._day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._day)
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.show_day(add_months(self._day, 1 if event.angleDelta().y() < 0 else -1))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if place.y() < _HEAD:
            if place.x() < _HEAD or place.x() > self.width() - _HEAD:
                self.show_day(add_months(self._day, -1 if place.x() < _HEAD else 1))
            return
        column = int((place.x() - _EDGE) // _CELL)
        row = int((place.y() - _HEAD - _NAMES) // _CELL)
        if 0 <= column < _DAYS and 0 <= row < _WEEKS:
            self.picked.emit(self._first() + timedelta(days=row * _DAYS + column))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        area = QRectF(self.rect())
        brush.panel(painter, area, fill=shades.raised, line=shades.raised_line)
        self._paint_head(painter, area)
        for place in range(_WEEKS * _DAYS):
            row, column = divmod(place, _DAYS)
            top = _HEAD + _NAMES + row * _CELL
            box = QRectF(_EDGE + column * _CELL, top, _CELL, _CELL)
            self._paint_day(painter, box, self._first() + timedelta(days=place))

    def _paint_head(self, painter: QPainter, area: QRectF) -> None:
        shades = tokens()
        head = QRectF(0, 0, area.width(), _HEAD)
        font = typeface.font(Size.BODY, Weight.SEMIBOLD)
        words = formats.month(self._day)
        brush.text(painter, head, words, font=font, colour=shades.text, align=brush.CENTRE)
        sides = ((0.0, "chevron-left"), (area.width() - _HEAD, "chevron-right"))
        for left, sign in sides:
            icons.paint(painter, QRectF(left, 0, _HEAD, _HEAD), sign, shades.muted)
        font = typeface.font(Size.LABEL, Weight.MEDIUM)
        for column, name in enumerate(formats.weekdays()):
            box = QRectF(_EDGE + column * _CELL, _HEAD, _CELL, _NAMES)
            brush.text(painter, box, name[:2], font=font, colour=shades.muted, align=brush.CENTRE)

    def _paint_day(self, painter: QPainter, box: QRectF, day: date) -> None:
        shades = tokens()
        ink = shades.text if day.month == self._day.month else shades.before
        weight = Weight.REGULAR
        if day == self._day:
            brush.panel(painter, box.adjusted(2, 2, -2, -2), fill=shades.accent)
            ink, weight = shades.on_accent, Weight.SEMIBOLD
        elif day == self._today:
            brush.panel(painter, box.adjusted(2, 2, -2, -2), line=shades.accent)
        font = typeface.font(Size.BODY, weight)
        brush.text(painter, box, str(day.day), font=font, colour=ink, align=brush.CENTRE)

    def _first(self) -> date:
        start = self._day.replace(day=1)
        return start - timedelta(days=start.weekday())
