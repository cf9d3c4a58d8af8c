"""The weekly two-minute report: four figures to read out, then referrals by member and month."""

from collections.abc import Sequence

from app import formats
from app.i18n import _
from app.queries.two_minute_report import MonthlyLine, TwoMinuteReport
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import LEAST_SIZE, draw_fitted, fit, two_lines
from app.reports.kit.flow import Flow
from app.reports.kit.legend import Meaning, legend
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import (
    ACCENT,
    FIFTH_LINE,
    FINE,
    INK,
    MUTED,
    QUIET,
    ROW_LINE,
    RULE,
    STRONG,
)
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import FIFTH, HEAD
from app.reports.words import for_whom, held_in_words, listed_by, priced, sentence, span

_FIGURE = Style(24, Weight.SEMIBOLD)
_UNDER = Style(8.5, colour=MUTED)
_TALLEST, _USUAL, _LOWEST = 17.0, 15.0, 12.6
_HEADS, _TOTAL, _LEGEND = 15.6, 15.0, 14.0
_NUMBER_END, _NAME_AT, _MONTH = 12.8, 20.0, 44.0


def pdf(rows: TwoMinuteReport, sheet: Sheet) -> bytes:
    """Draw the report on upright pages, one up to some forty members."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    _draw_figures(flow, rows)
    note = _("inside and outside, by month")
    flow.section(_("Referrals given"), note, above=28, below=70)
    _draw_table(flow, rows)
    return document.finish()


def _masthead(rows: TwoMinuteReport) -> Masthead:
    return Masthead(
        title=_("Two-minute report"),
        subtitle=sentence(held_in_words(rows.held, (), 0)),
        chapter=rows.chapter,
        span=span(rows.period),
        audience=for_whom(rows.audience),
    )


def _draw_figures(flow: Flow, rows: TwoMinuteReport) -> None:
    """Draw what is read out, closed business last."""
    figures = (
        (formats.grouped(rows.referrals_to_date, rows.money.grouping), _("referrals to date")),
        (
            str(rows.visitors_this_month),
            _("visitors in {month}").format(month=formats.month(rows.this_month)),
        ),
        (
            _amount(rows, rows.closed_business_last_month),
            _("closed business in {month}").format(month=formats.month(rows.last_month)),
        ),
        (_amount(rows, rows.closed_business_to_date), _("closed business to date")),
    )
    line, x = flow.y + 35, flow.sheet.left
    shares = (0.19, 0.22, 0.32, 0.27)
    for place, ((figure, words), share) in enumerate(zip(figures, shares, strict=True)):
        room = flow.sheet.inner * share - 8
        style = _FIGURE if place else _FIGURE.coloured(ACCENT)
        shown = fit(flow.page, figure, style, room, least=0.5)
        flow.page.text(x, line, shown.text, shown.style)
        under = fit(flow.page, words, _UNDER, room)
        flow.page.text(x, line + 13.2, under.text, under.style)
        x += flow.sheet.inner * share
    flow.y = line + 13.2


def _amount(rows: TwoMinuteReport, amount: int | None) -> str:
    return f"< {rows.thankers_shown}" if amount is None else priced(rows.money, amount)


def _draw_table(flow: Flow, rows: TwoMinuteReport) -> None:
    tail = _TOTAL * (2 if rows.others.given else 1) + _LEGEND
    first = flow.room - _HEADS
    later = flow.sheet.foot - LATER_RULE - _HEADS
    pitch = _pitch(len(rows.members), first - tail)
    number = 0
    for place, count in enumerate(
        breaks(len(rows.members), pitch, first=first, later=later, tail=tail)
    ):
        if place:
            flow.turn()
        _draw_head(flow, rows)
        for one in rows.members[number : number + count]:
            number += 1
            flow.y += pitch
            text = Style(min(9, round(pitch * 0.64, 1)))
            _draw_member(flow.page, flow.y - (pitch - 6) / 2, (number, one), rows, text)
            strong = number % FIFTH == 0
            colour = FIFTH_LINE if strong else ROW_LINE
            flow.page.rule(flow.sheet.left, flow.y, flow.sheet.right, colour, FINE)
    _draw_totals(flow, rows)


def _pitch(rows: int, room: float) -> float:
    """Return how tall rows are: all on one page where two lines of a name still stand apart."""
    if not rows or room / rows < _LOWEST:
        return _USUAL
    return min(room / rows, _TALLEST)


def _ends(page: Page, rows: TwoMinuteReport) -> list[float]:
    """Return where the columns of months, and that of the sums, end."""
    count = len(rows.months) + 1
    width = min(_MONTH, (page.sheet.inner - 170) / count)
    return [page.sheet.right - width * (count - 1 - place) for place in range(count)]


def _draw_head(flow: Flow, rows: TwoMinuteReport) -> None:
    page, line = flow.page, flow.y + 10.4
    page.text(flow.sheet.left + _NAME_AT, line, _("Member"), HEAD)
    heads = [formats.months()[month.month - 1][:3] for month in rows.months]
    for end, words in zip(_ends(page, rows), (*heads, _("To date")), strict=True):
        page.text(end, line, words, HEAD, Align.RIGHT)
    flow.y += _HEADS
    page.rule(flow.sheet.left, flow.y, flow.sheet.right, INK, RULE)


def _draw_member(
    page: Page, line: float, numbered: tuple[int, MonthlyLine], rows: TwoMinuteReport, text: Style
) -> None:
    left, (number, one) = page.sheet.left, numbered
    small_number = Style(max(7.0, LEAST_SIZE), colour=MUTED)
    page.text(left + _NUMBER_END, line, str(number), small_number, Align.RIGHT)
    room = _ends(page, rows)[0] - left - _NAME_AT - 26
    name = two_lines(page, listed_by(one.name, one.sort_name), text, room)
    draw_fitted(page, left + _NAME_AT, line, name)
    _draw_counts(page, line, (*one.by_month, one.given), rows)


def _draw_counts(
    page: Page, line: float, counts: Sequence[int], rows: TwoMinuteReport, *, bold: bool = False
) -> None:
    ends = _ends(page, rows)
    for end, count in zip(ends, counts, strict=True):
        weight = Weight.BOLD if bold or end == ends[-1] else Weight.REGULAR
        style = Style(9, weight) if count else Style(9, colour=QUIET)
        page.text(end, line, formats.grouped(count, rows.money.grouping), style, Align.RIGHT)


def _draw_totals(flow: Flow, rows: TwoMinuteReport) -> None:
    """Draw what nobody here gave, the total between strong lines, and the legend."""
    page, left, right = flow.page, flow.sheet.left, flow.sheet.right
    if rows.others.given:
        flow.y += _TOTAL
        words = _("Other chapters, former members")
        page.text(left + _NAME_AT, flow.y - 4.6, words, Style(9, colour=MUTED))
        _draw_counts(page, flow.y - 4.6, (*rows.others.by_month, rows.others.given), rows)
    page.rule(left, flow.y, right, INK, STRONG)
    flow.y += _TOTAL
    page.text(left + _NAME_AT, flow.y - 4.6, _("Total"), Style(9, Weight.BOLD))
    lines = (*rows.members, rows.others)
    months = [sum(one.by_month[place] for one in lines) for place in range(len(rows.months))]
    _draw_counts(page, flow.y - 4.6, (*months, rows.referrals_to_date), rows, bold=True)
    page.rule(left, flow.y, right, INK, STRONG)
    if rows.withheld:
        words = _("too few people behind the amount, or needed to hide another")
        sign = f"< {rows.thankers_shown}"
        legend(page, left, flow.y + 11, [Meaning(sign, words)], right)
