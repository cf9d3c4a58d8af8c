"""The money of a statement: what was earned and who was thanked, beside cost and return."""

from app import formats
from app.i18n import _, ngettext
from app.queries.member_statement import MemberStatement
from app.queries.own_money import Earned
from app.reports.cost_words import Line, account
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, small, two_lines, wrap
from app.reports.kit.flow import Flow, draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import HAIRLINE, INK, MUTED, ROW_LINE, RULE, THIN
from app.reports.statement_referrals import draw_in_row
from app.reports.words import priced
from app.rules.attendance import Attendance

_SHARE, _GAP = 0.56, 22.0
_PITCH, _LINE = 12.4, 11.8
_DAY, _AMOUNT, _REPEAT = 34.0, 56.0, 30.0
_HEAD = 30.0
_NAMED = 0.64  # of the room for name and note
_TEXT = Style(8.2)
_QUIET = Style(8.2, colour=MUTED)
_BOLD = Style(8.2, Weight.BOLD)
_HOURS_A_MEETING, _HALF = 3, 2  # half hours
_THERE = (Attendance.PRESENT, Attendance.LATE)


def height(rows: MemberStatement) -> float:
    """Return how high the section will stand."""
    left = (len(rows.earned.earned) + 1) * _PITCH
    lines = len(account(rows.back, rows.money)) if rows.back else 2
    return _HEAD + max(left, lines * _LINE + 34)


def draw_money(flow: Flow, rows: MemberStatement) -> None:
    """Draw both halves; a list too long for the page goes on upon the next one."""
    if flow.room < min(height(rows), 140):
        flow.turn()
    top = flow.y + 22
    bottom = _draw_cost(flow, top, rows)
    earned = rows.earned.earned[::-1]
    while True:
        line = _draw_head(flow, top, rows)
        fitting = max(1, int((flow.sheet.foot - line - _PITCH - 2) / _PITCH))
        part, earned = earned[:fitting], earned[fitting:]
        for number, one in enumerate(part, start=1):
            _draw_earned(flow, line + number * _PITCH, rows, one)
        line += len(part) * _PITCH
        if not earned:
            break
        flow.turn()
        top, bottom = flow.y + 20, 0.0
    _draw_sum(flow, line, rows)
    flow.y = max(line + _PITCH, bottom)


def _width(flow: Flow) -> float:
    return flow.sheet.inner * _SHARE


def _draw_head(flow: Flow, top: float, rows: MemberStatement) -> float:
    left = flow.sheet.left
    note = _("whom you thanked for it; for your eyes only") if rows.earned.earned else ""
    words = _("Money received")
    return draw_section(flow.page, left, top, words, note, to_x=left + _width(flow), strong=False)


def _draw_earned(flow: Flow, lower: float, rows: MemberStatement, one: Earned) -> None:
    page, left, wide = flow.page, flow.sheet.left, _width(flow)
    line = lower - 3
    page.text(left + 9.6, line, str(one.held_on.day), _QUIET, Align.RIGHT)
    page.text(left + 12, line, formats.months()[one.held_on.month - 1][:3], _QUIET)
    room = wide - _DAY - _AMOUNT - _REPEAT
    share = room * (_NAMED if one.note else 1)
    name = two_lines(page, one.thanked.name, _TEXT, share - 6)
    draw_in_row(page, left + _DAY, line, name, _PITCH)
    note = two_lines(page, one.note, _QUIET, room - share)
    draw_in_row(page, left + _DAY + share, line, note, _PITCH)
    if one.repeat:
        word = small(page, _("repeat"), _QUIET, _REPEAT - 4)
        page.text(left + _DAY + room, line, word.text, word.style)
    amount = small(page, rows.money.whole(one.amount), _TEXT, _AMOUNT)
    page.text(left + wide, line, amount.text, amount.style, Align.RIGHT)
    page.rule(left, lower, left + wide, ROW_LINE, THIN)


def _draw_sum(flow: Flow, line: float, rows: MemberStatement) -> None:
    page, left, wide = flow.page, flow.sheet.left, _width(flow)
    if not rows.earned.earned:
        page.text(left, line + 11, _("none recorded in this period"), _QUIET)
        return
    page.rule(left, line, left + wide, INK, RULE)
    total = _("Total, {symbol}").format(symbol=rows.money.symbol())
    page.text(left, line + 9.4, total, _BOLD)
    amount = rows.money.whole(rows.earned.received)
    page.text(left + wide, line + 9.4, amount, _BOLD, Align.RIGHT)


def _draw_cost(flow: Flow, top: float, rows: MemberStatement) -> float:
    """Draw the account at the right, and below it what has no price; return where it ends."""
    page, right = flow.page, flow.sheet.right
    left = flow.sheet.left + _width(flow) + _GAP
    line = draw_section(page, left, top, _("Cost and return"), to_x=right, strong=False)
    lines = account(rows.back, rows.money) if rows.back else []
    for one in lines:
        line += _LINE
        _draw_line(page, left, line, one)
    told = [_time(rows), _thanks(rows)]
    if not lines:
        told.insert(0, _("State on your page what membership costs you, to see what it returns."))
    for words in filter(None, told):
        broken = wrap(page, words.split(), _QUIET, right - left)
        line = draw_lines(page, left, line + 11, broken, style=_QUIET, leading=10.4) - 10.4
    return line


def _draw_line(page: Page, left: float, lower: float, one: Line) -> None:
    right = page.sheet.right
    style = _BOLD if one.strong else _TEXT
    words = small(page, one.words, style, right - left - _AMOUNT)
    page.text(left, lower - 3.2, words.text, words.style)
    page.text(right, lower - 3.2, one.figure, style, Align.RIGHT)
    page.rule(left, lower, right, INK if one.strong else HAIRLINE, THIN * 2)


def _time(rows: MemberStatement) -> str:
    """Return the time given: an hour and a half a meeting, an hour a one-to-one."""
    meetings = sum(1 for week in rows.weeks if week.mark in _THERE)
    met = sum(one.times for one in rows.met)
    if not meetings and not met:
        return ""
    hours = (meetings * _HOURS_A_MEETING + met * _HALF + 1) // _HALF
    return _("Time given: {meetings} and {met}, about {hours} hours.").format(
        meetings=ngettext("{n} meeting", "{n} meetings", meetings),
        met=ngettext("{n} one-to-one", "{n} one-to-ones", met),
        hours=hours,
    )


def _thanks(rows: MemberStatement) -> str:
    """Return how often and for how much the member was thanked; by whom nobody is told."""
    thanks = rows.earned.thanks
    if not thanks.times:
        return ""
    return _("You were thanked {times} for {amount}, by {people}, unnamed.").format(
        times=ngettext("once", "{n} times", thanks.times),
        amount=priced(rows.money, thanks.amount),
        people=ngettext("{n} person", "{n} people", thanks.thankers),
    )
