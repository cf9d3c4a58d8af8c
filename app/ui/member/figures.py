"""What a member did in the window, each figure beside the median of the chapter."""

from PySide6.QtWidgets import QWidget

from app import formats
from app.i18n import _, ngettext
from app.queries.member_activity import MemberActivity
from app.queries.member_figures import Counter, Figure
from app.rules.attendance import Attendance
from app.rules.privacy import Audience
from app.ui.kit.figure import StatFigure
from app.ui.kit.flow import FlowLayout
from app.ui.theme import Tone

_APART = 20


class FigureBand(QWidget):
    """Eight figures side by side, in further rows where they do not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._absences = StatFigure(_("Absences"))
        self._figures = {counter: StatFigure(words) for counter, words in _names().items()}
        layout = FlowLayout(self, spread=True)
        layout.setSpacing(_APART)
        for figure in (self._absences, *self._figures.values()):
            layout.addWidget(figure)

    def show_activity(self, activity: MemberActivity) -> None:
        """Show the figures of a member."""
        absent, allowed = activity.marked(Attendance.ABSENT), activity.absences_allowed
        tone = Tone.ABSENT if absent >= allowed else Tone.TEXT
        beside = _("of {allowed} allowed").format(allowed=allowed)
        self._absences.show_figure(str(absent), beside, tone)
        for figure in activity.figures:
            value, median = _written(figure, activity)
            beside = _("median {median}").format(median=median) if median else ""
            self._figures[figure.counter].show_figure(value, _thanks(figure, activity) or beside)


def _written(figure: Figure, activity: MemberActivity) -> tuple[str, str]:
    value, median = figure.value, figure.median
    if figure.counter is Counter.CLOSED_BUSINESS:
        whole = activity.money.whole
        return (
            formats.DASH if value is None else whole(value),
            "" if median is None else whole(round(median)),
        )
    return formats.dash(value), "" if median is None else f"{median:g}"


def _thanks(figure: Figure, activity: MemberActivity) -> str:
    """Return how often the member was thanked; why the total is missing where it is."""
    if figure.counter is not Counter.CLOSED_BUSINESS:
        return ""
    if figure.value is None:
        return _("too few thankers")
    if activity.audience is not Audience.OWN or activity.thanks is None:
        return ""
    return ngettext("{n} time", "{n} times", activity.thanks.times)


def _names() -> dict[Counter, str]:
    return {
        Counter.GIVEN: _("Referrals given"),
        Counter.RECEIVED: _("Received"),
        Counter.ONE_TO_ONES: _("One-to-ones"),
        Counter.VISITORS: _("Visitors"),
        Counter.EDUCATION: _("Education units"),
        Counter.TESTIMONIALS: _("Testimonials"),
        Counter.CLOSED_BUSINESS: _("Thanked for"),
    }


def span_words(activity: MemberActivity) -> str:
    """Return which days the figures are of."""
    return formats.period(activity.window.start, activity.window.end)
