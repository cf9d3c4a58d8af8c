"""The slips of a meeting report by kind: recorded, read aloud, the week before, the term."""

from collections.abc import Sequence

from app import formats
from app.i18n import _, ngettext
from app.queries.meeting_report import Counted, Line, MeetingReport
from app.reports.kit.bars import week_columns
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, wrap
from app.reports.kit.flow import NOTE, Flow
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import FINE, HAIRLINE, INK, MUTED, RULE, STRONG
from app.reports.kit.table import HEAD
from app.reports.words import span

_PITCH, _RISE, _HEAD = 17.4, 5.6, 15.4
_KIND = Style(9, Weight.SEMIBOLD)
_PART = Style(9, colour=MUTED)
_BOLD = Style(9, Weight.BOLD)
_PLAIN = Style(9)
_PARTS = (Line.INSIDE, Line.OUTSIDE)
_CHART = 120.0
_NOTES = 11.0


def draw_slips(flow: Flow, rows: MeetingReport) -> None:
    """Draw a line a kind with its small columns by week, then closed business."""
    lines = (len(rows.lines) + 1) * _PITCH + _HEAD
    note = _("the weeks of the term as small columns, this one dark")
    flow.section(_("Slips by kind"), note, above=27, below=lines + 20)
    _draw_head(flow, rows)
    for line in rows.lines:
        flow.y += _PITCH
        _draw_line(flow, line)
    _draw_money(flow, rows)
    _draw_notes(flow, rows)


def _ends(page: Page) -> tuple[float, float, float, float]:
    """Return where the four columns of figures end."""
    left, inner = page.sheet.left, page.sheet.inner
    return (
        left + inner * 0.333,
        left + inner * 0.455,
        left + inner * 0.588,
        left + inner * 0.69,
    )


def _draw_head(flow: Flow, rows: MeetingReport) -> None:
    page, line = flow.page, flow.y + 10.4
    page.text(flow.sheet.left, line, _("Kind"), HEAD)
    heads = (_("Recorded"), _("Read aloud"), _("Week before"), _("Mean"))
    for end, words in zip(_ends(page), heads, strict=True):
        page.text(end, line, words, HEAD, Align.RIGHT)
    page.text(flow.sheet.right, line, span(rows.term), HEAD, Align.RIGHT)
    flow.y += _HEAD
    page.rule(flow.sheet.left, flow.y, flow.sheet.right, INK, RULE)


def _draw_line(flow: Flow, one: Counted) -> None:
    page, sheet = flow.page, flow.sheet
    line = flow.y - _RISE
    part = one.line in _PARTS
    page.text(sheet.left + (9 if part else 0), line, _word(one.line), _PART if part else _KIND)
    figures = (
        (str(one.recorded), _PLAIN if part else _BOLD),
        (formats.dash(one.read_aloud), _PART if one.read_aloud is None else _PLAIN),
        (formats.dash(one.week_before), _PART),
        (f"{one.mean:.1f}", _PART),
    )
    _draw_figures(page, line, figures, framed=_differs(one.recorded, one.read_aloud))
    week_columns(
        page,
        sheet.right - _CHART,
        flow.y - 4.6,
        width=_CHART,
        height=10.5,
        values=one.weeks,
        dark=len(one.weeks) - 1,
    )
    page.rule(sheet.left, flow.y, sheet.right, HAIRLINE, FINE)


def _draw_figures(
    page: Page, line: float, figures: Sequence[tuple[str, Style]], *, framed: bool
) -> None:
    """Draw four figures, the one read aloud in a frame where it differs."""
    for place, (end, (figure, style)) in enumerate(zip(_ends(page), figures, strict=True)):
        if place == 1 and framed:
            wide = page.text(end, line, figure, _BOLD, Align.RIGHT)
            page.frame(end - max(wide, 12) - 4, line - 9, max(wide, 12) + 8, 12.4)
        else:
            page.text(end, line, figure, style, Align.RIGHT)


def _draw_money(flow: Flow, rows: MeetingReport) -> None:
    """Draw closed business between strong lines; columns by week would tell small amounts."""
    page, sheet, money = flow.page, flow.sheet, rows.closed_business
    page.rule(sheet.left, flow.y, sheet.right, INK, STRONG)
    flow.y += _PITCH
    line = flow.y - _RISE
    words = _("Closed business, {currency}").format(currency=rows.money.symbol())
    page.text(sheet.left, line, words, _BOLD)
    _draw_figures(
        page,
        line,
        (
            (_amount(rows, money.recorded, withheld=money.withheld), _BOLD),
            (_amount(rows, money.read_aloud, withheld=money.withheld), _PLAIN),
            (_amount(rows, money.week_before, withheld=money.before_withheld), _PART),
            (_amount(rows, money.mean, withheld=money.mean_withheld), _PART),
        ),
        framed=_differs(money.recorded, money.read_aloud),
    )
    behind = ngettext("{n} thanker known", "{n} thankers known", money.thankers)
    page.text(sheet.right, line, behind if money.thankers else "", _PART, Align.RIGHT)
    page.rule(sheet.left, flow.y, sheet.right, INK, STRONG)


def _amount(rows: MeetingReport, amount: int | None, *, withheld: bool) -> str:
    if amount is None:
        return f"< {rows.thankers_shown}" if withheld else formats.DASH
    return rows.money.whole(amount)


def _differs(recorded: int | None, aloud: int | None) -> bool:
    return aloud is not None and recorded is not None and aloud != recorded


def _draw_notes(flow: Flow, rows: MeetingReport) -> None:
    for note in _notes(rows):
        lines = wrap(flow.page, note.split(), NOTE, flow.sheet.inner)
        flow.need(_NOTES * len(lines) + 4)
        flow.y = (
            draw_lines(
                flow.page, flow.sheet.left, flow.y + _NOTES + 1, lines, style=NOTE, leading=_NOTES
            )
            - _NOTES
        )


def _notes(rows: MeetingReport) -> list[str]:
    money = rows.closed_business
    said = []
    differing = [_word(one.line) for one in rows.lines if _differs(one.recorded, one.read_aloud)]
    if _differs(money.recorded, money.read_aloud):
        differing.append(_("Closed business"))
    if differing:
        words = _("Framed: the total read aloud and the book differ ({kinds}).")
        said.append(words.format(kinds=", ".join(differing).lower()))
    if money.withheld or money.before_withheld or money.mean_withheld:
        words = _("< {count}: too few people stand behind the amount, so it is withheld.")
        said.append(words.format(count=rows.thankers_shown))
    return [" ".join(said)] if said else []


def _word(line: Line) -> str:
    return {
        Line.INSIDE: _("Referrals, inside"),
        Line.OUTSIDE: _("Referrals, outside"),
        Line.REFERRALS: _("Referrals"),
        Line.ONE_TO_ONES: _("One-to-ones"),
        Line.THANKS: _("Closed business, slips"),
        Line.VISITORS: _("Visitors"),
        Line.EDUCATION: _("Education units"),
        Line.TESTIMONIALS: _("Testimonials"),
    }[line]
