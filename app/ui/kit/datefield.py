"""A field for a day: typed in any usual way, or picked from a month."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.rules.periods import add_months
from app.ui import icons
from app.ui.kit.calendar import Calendar
from app.ui.kit.daytext import read_day
from app.ui.kit.field import LineField
from app.ui.theme import tokens

_SIGN = 30


class DateField(LineField):
    """Shows a day as “24 Nov 2026”; arrow keys step by days, Page keys by months.

    Signals:
        picked: Another day stands in the field. Carries the date, or None for an empty field.
    """

    picked = Signal(object)

    def __init__(
        self, *, name: str, today: date, day: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(name=name, parent=parent)
        self._today = today
        self._day: date | None = None
        self._popup: _Popup | None = None
        self.setTextMargins(8, 0, _SIGN, 0)
        self.editingFinished.connect(self._on_edited)
        self.show_day(day)

    @property
    def day(self) -> date | None:
        """The day in the field; None where it is empty or not understood."""
        return self._day

    def show_day(self, day: date | None) -> None:
        """Put a day into the field without telling anybody."""
        self._day = day
        self.setText("" if day is None else formats.day_short(day, year=True))
        self.mark_wrong(wrong=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._pick(self._start() + timedelta(days=1 if key == Qt.Key.Key_Up else -1))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._pick(add_months(self._start(), 1 if key == Qt.Key.Key_PageUp else -1))
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.position().x() > self.width() - _SIGN:
            self.open_calendar()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRectF(self.width() - _SIGN, 0, _SIGN - 4, self.height())
        icons.paint(painter, place, "calendar", tokens().muted, size=16)

    def open_calendar(self) -> None:
        """Show the month under the field."""
        self._popup = _Popup(self, self._today)
        self._popup.calendar.picked.connect(self._on_picked)
        self._popup.open(self._start())

    def _start(self) -> date:
        return self._day or read_day(self.text(), self._today) or self._today

    def _pick(self, day: date) -> None:
        self.show_day(day)
        self.picked.emit(day)

    @Slot(object)
    def _on_picked(self, day: date) -> None:
        if self._popup is not None:
            self._popup.close()
        self._pick(day)

    @Slot()
    def _on_edited(self) -> None:
        words = self.text().strip()
        day = read_day(words, self._today) if words else None
        self._day = day
        if words and day is None:
            self.mark_wrong(wrong=True)
            self.picked.emit(None)
        elif words != self._shown(day):
            self.show_day(day)
            self.picked.emit(day)

    def _shown(self, day: date | None) -> str:
        return "" if day is None else formats.day_short(day, year=True)


class _Popup(QWidget):
    """The month under a date field; gone when something else is pressed."""

    def __init__(self, field: QWidget, today: date) -> None:
        super().__init__(field, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._field = field
        self.calendar = Calendar(today)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.calendar)

    def open(self, day: date) -> None:
        """Show the month of a day."""
        self.calendar.show_day(day)
        self.move(self._field.mapToGlobal(QPoint(0, self._field.height() + 2)))
        self.show()
        self.calendar.setFocus()
