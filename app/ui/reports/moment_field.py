"""A past moment, or none: a box to tick, then a day and perhaps a time."""

from datetime import date, datetime, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app import formats
from app.i18n import _
from app.ui.kit.check import CheckBox
from app.ui.kit.datefield import DateField
from app.ui.kit.field import LineField

_DAY_WIDTH, _TIME_WIDTH = 132, 96


class MomentField(QWidget):
    """Holds a past moment, or none; a day without a time means its end.

    Signals:
        picked: Another moment was chosen, or none again.
    """

    picked = Signal()

    def __init__(self, words: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = CheckBox(words)
        self._day = DateField(name=_("{words}: day").format(words=words), today=today, day=today)
        self._time = LineField(name=_("{words}: time").format(words=words), hint=_("at its end"))
        self._day.setFixedWidth(_DAY_WIDTH)
        self._time.setFixedWidth(_TIME_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._box, self._day, self._time):
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show_fields()
        self._box.toggled.connect(self._on_toggled)
        self._day.picked.connect(self._on_picked)
        self._time.editingFinished.connect(self._on_time)

    @property
    def moment(self) -> datetime | None:
        """The moment chosen; none without a tick, or where it is not understood."""
        day, at = self._day.day, _read_time(self._time.text())
        if not self._box.isChecked() or day is None:
            return None
        return formats.day_end(day) if at is None else datetime.combine(day, at).astimezone()

    def show_moment(self, moment: datetime | None) -> None:
        """Show a moment, or none, without telling anybody."""
        self._box.blockSignals(True)  # noqa: FBT003  Qt's own
        self._box.setChecked(moment is not None)
        self._box.blockSignals(False)  # noqa: FBT003  Qt's own
        if moment is not None:
            local = moment.astimezone()
            self._day.show_day(local.date())
            self._time.setText("" if formats.ends_day(moment) else f"{local:%H:%M}")
        self._show_fields()

    def _show_fields(self) -> None:
        for field in (self._day, self._time):
            field.setVisible(self._box.isChecked())

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001  as Qt sends it
        self._show_fields()
        if checked:
            self._day.setFocus()
        self.picked.emit()

    @Slot(object)
    def _on_picked(self, _day: date | None) -> None:
        self.picked.emit()

    @Slot()
    def _on_time(self) -> None:
        words = self._time.text().strip()
        self._time.mark_wrong(wrong=bool(words) and _read_time(words) is None)
        self.picked.emit()


def _read_time(words: str) -> time | None:
    """Return a time of day from “20:00”, “20.00” or “8”; none where it is no time."""
    hour, _mark, minute = words.strip().replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None
