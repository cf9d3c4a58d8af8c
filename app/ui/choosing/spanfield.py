"""A field for a span of days, chosen by its name: this month, last term, any time."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.rules import periods
from app.rules.periods import Period
from app.ui.kit.field import ChoiceField
from app.ui.tables.columns import Choice


class SpanField(ChoiceField):
    """Any time, or one of the spans a chapter thinks in."""

    def __init__(self, today: date, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_choices(today), name=name, parent=parent)
        self.choose(None)

    @property
    def span(self) -> Period | None:
        """The span chosen; None for any time."""
        chosen = self.chosen()
        return chosen if isinstance(chosen, Period) else None

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in the span."""
        span = self.span
        return span is None or day in span


def _choices(today: date) -> list[Choice]:
    month, term, year = periods.month_of(today), periods.term_of(today), periods.year_of(today)
    named = (
        (_("Last 7 days"), Period(today - timedelta(days=6), today)),
        (_("This month"), month),
        (_("Last month"), periods.before(month)),
        (_("Last 6 months"), periods.rolling(today, 6)),
        (_("This term"), term),
        (_("Last term"), periods.before(term)),
        (_("This year"), year),
        (_("Last year"), periods.before(year)),
    )
    return [Choice(None, _("Any time")), *(Choice(span, words) for words, span in named)]
