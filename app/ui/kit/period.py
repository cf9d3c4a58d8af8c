"""Choosing a period: a month, a term, a year, or any two days; chevrons go to its neighbours."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import formats
from app.i18n import _
from app.rules.periods import TERM_STARTS, Period, before, month_of, term_of, year_of
from app.ui.kit import brush
from app.ui.kit.button import Button, Kind
from app.ui.kit.datefield import DateField
from app.ui.kit.label import PlainLabel
from app.ui.kit.segmented import SegmentedControl
from app.ui.typeface import Weight

_MONTH, _TERM, _YEAR, _OTHER = range(4)


class PeriodPicker(QWidget):
    """Holds a period.

    Signals:
        picked: Another period was chosen. Carries the Period.
    """

    picked = Signal(object)

    def __init__(
        self,
        today: date,
        *,
        term_starts: tuple[int, ...] = TERM_STARTS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._term_starts = term_starts
        self._kinds = SegmentedControl(
            (_("Month"), _("Term"), _("Year"), _("Other")), name=_("Length of the period")
        )
        self._back = Button("", kind=Kind.QUIET, icon="chevron-left", name=_("Period before"))
        self._ahead = Button("", kind=Kind.QUIET, icon="chevron-right", name=_("Period after"))
        self._words = PlainLabel(weight=Weight.SEMIBOLD, align=brush.CENTRE)
        self._from = DateField(name=_("First day"), today=today)
        self._to = DateField(name=_("Last day"), today=today)
        self._period = month_of(today)
        self._lay_out()
        self._connect()
        self.show_period(self._period)

    @property
    def period(self) -> Period:
        """The period chosen."""
        return self._period

    def show_period(self, period: Period) -> None:
        """Show a period, whatever its kind, without telling anybody."""
        self._period = period
        kind = self._kind_of(period)
        if self._kinds.current != _OTHER or kind == _OTHER:
            self._kinds.choose(kind)
        other = self._kinds.current == _OTHER
        days = period.start, period.end
        self._words.say(formats.period(*days), brief=formats.period_short(*days))
        for part in (self._back, self._ahead, self._words):
            part.setVisible(not other)
        for field, day in ((self._from, period.start), (self._to, period.end)):
            field.show_day(day)
            field.setVisible(other)

    def _lay_out(self) -> None:
        for button in (self._back, self._ahead):
            button.setFixedWidth(28)
        for field in (self._from, self._to):
            field.setFixedWidth(132)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._kinds)
        layout.addSpacing(8)
        for part in (self._back, self._words, self._ahead, self._from, self._to):
            layout.addWidget(part)
        layout.addStretch(1)

    def _connect(self) -> None:
        self._kinds.chosen.connect(self._on_kind)
        self._back.clicked.connect(self._on_back)
        self._ahead.clicked.connect(self._on_ahead)
        self._from.picked.connect(self._on_days)
        self._to.picked.connect(self._on_days)

    def _kind_of(self, period: Period) -> int:
        if period == month_of(period.start):
            return _MONTH
        if period == term_of(period.start, self._term_starts):
            return _TERM
        return _YEAR if period == year_of(period.start) else _OTHER

    def _of_kind(self, kind: int, day: date) -> Period:
        if kind == _MONTH:
            return month_of(day)
        return term_of(day, self._term_starts) if kind == _TERM else year_of(day)

    def _pick(self, period: Period) -> None:
        self.show_period(period)
        self.picked.emit(period)

    @Slot(int)
    def _on_kind(self, kind: int) -> None:
        self._pick(self._period if kind == _OTHER else self._of_kind(kind, self._period.end))

    @Slot()
    def _on_back(self) -> None:
        self._pick(before(self._period))

    @Slot()
    def _on_ahead(self) -> None:
        after = self._period.end.fromordinal(self._period.end.toordinal() + 1)
        self._pick(self._of_kind(self._kinds.current, after))

    @Slot()
    def _on_days(self) -> None:
        first, last = self._from.day, self._to.day
        wrong = first is not None and last is not None and first > last
        self._to.mark_wrong(wrong=wrong)
        if first is not None and last is not None and not wrong:
            self._pick(Period(first, last))
