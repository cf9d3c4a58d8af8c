"""The four figures of the term, at the right of the first page."""

from itertools import accumulate

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import formats
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.trends import Trend, Trends
from app.ui.kit.section import SectionHead
from app.ui.today.figure import TermFigure


class TermFigures(QWidget):
    """Referrals, attendance, visitors and closed business beside the term before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = SectionHead("")
        self._referrals = TermFigure(_("Referrals per meeting"), line_below=True)
        self._attendance = TermFigure(_("Attendance"), line_below=True)
        self._visitors = TermFigure(_("Visitors per meeting"), line_below=True)
        self._business = TermFigure(_("Closed business"), line_below=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        for figure in (self._referrals, self._attendance, self._visitors, self._business):
            layout.addWidget(figure)
        layout.addStretch(1)

    def show_trends(self, trends: Trends, money: Money) -> None:
        """Show the term beside the term before."""
        words = ngettext("This term, {n} meeting", "This term, {n} meetings", trends.meetings)
        self._head.say(words)
        _show_mean(self._referrals, trends.referrals, "{:.1f}", "{:+.1f}")
        _show_mean(self._attendance, trends.attendance, "{:.1f} %", "{:+.1f}")
        _show_mean(self._visitors, trends.visitors, "{:.1f}", "{:+.1f}")
        self._show_business(trends.closed_business, money)

    def _show_business(self, trend: Trend, money: Money) -> None:
        now, before = tuple(accumulate(trend.now)), tuple(accumulate(trend.before))
        if not now:
            self._business.show_figure(formats.DASH, "", "", now, before)
            return
        # The same number of weeks of the term before: else a young term always looks poor.
        past = before[min(len(now), len(before)) - 1] if before else None
        change = "" if past is None else _signed_money(now[-1] - past, money)
        on = "" if past is None else _("on {figure}").format(figure=money.whole(round(past)))
        self._business.show_figure(money.whole(round(now[-1])), change, on, now, before)


def _show_mean(figure: TermFigure, trend: Trend, shape: str, change_shape: str) -> None:
    mean, before = trend.mean, trend.mean_before
    if mean is None:
        figure.show_figure(formats.DASH, "", "", trend.now, trend.before)
        return
    on = "" if before is None else _("on {figure}").format(figure=shape.format(before))
    change = "" if before is None else change_shape.format(mean - before)
    if change in {"+0.0", "-0.0"}:
        change = formats.DASH
    figure.show_figure(
        shape.format(mean), change.replace("-", formats.MINUS), on, trend.now, trend.before
    )


def _signed_money(minor: float, money: Money) -> str:
    text = money.whole(round(minor))
    return f"+{text}" if minor > 0 else text
