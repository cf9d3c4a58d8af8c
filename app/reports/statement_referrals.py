"""The referrals of a statement, given beside received, each with its contact and its state."""

from collections.abc import Sequence
from dataclasses import dataclass

from app import formats
from app.i18n import _, ngettext
from app.queries.member_statement import MemberStatement
from app.queries.passed_on import Passed
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import SMALLEST, Fitted, draw_fitted, small, two_lines
from app.reports.kit.flow import Flow, draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import MUTED, ROW_LINE, THIN
from app.reports.state_marks import RADIUS, draw_state, state_word
from app.rules.slips import ReferralState

_GAP = 18.0
_DAY, _STATE = 32.0, 46.0  # the widths of the outer columns
_LOOSE, _CLOSE = 11.6, 10.4  # the height of rows of one line, and where that is too much
_TALL, _TALL_CLOSE = 13.8, 12.2  # of rows of two lines
_LONG = 14.4  # of rows that stand over the whole width
_HEAD = 30.0
_RAISED, _LOW = 1.4, 14.0  # two small lines stand so much higher than one, in rows below 14
_NAME = Style(8.2)
_ELSEWHERE = Style(8.2, Weight.BOLD)
_QUIET = Style(8.2, colour=MUTED)
_SMALL = Style(6.2, colour=MUTED)
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class _Lists:
    """How the two lists stand: beside each other, or one below the other where names are long."""

    width: float
    beside: bool
    pitch: float


def draw_referrals(flow: Flow, rows: MemberStatement, tail: float) -> None:
    """Draw both lists; rows are set closer where what follows, ``tail`` high, then fits too."""
    lists = _measured(flow, rows, tail)
    given = (_("Given"), _note(rows.given, given=True), rows.given)
    received = (_("Received"), _note(rows.received, given=False), rows.received)
    if lists.beside:
        _draw_beside(flow, lists, (given, received))
        return
    for one in (given, received):
        _draw_beside(flow, lists, (one,))


_List = tuple[str, str, Sequence[Passed]]


def _measured(flow: Flow, rows: MemberStatement, tail: float) -> _Lists:
    page, inner = flow.page, flow.sheet.inner
    half = (inner - _GAP) / 2
    everything = (*rows.given, *rows.received)
    room = _name_room(half)
    widest = max((page.width(one.partner.name, _ELSEWHERE) for one in everything), default=0)
    about = [_about(page, one, _about_room(half)) for one in everything]
    if widest * SMALLEST > room or any(line.text.endswith("…") for one in about for line in one):
        return _Lists(inner, beside=False, pitch=_LONG)
    tall = any(len(one) > 1 for one in about)
    loose, close = (_TALL, _TALL_CLOSE) if tall else (_LOOSE, _CLOSE)
    count = max(len(rows.given), len(rows.received))
    fits = flow.y + _HEAD + count * loose + tail <= flow.sheet.foot
    return _Lists(half, beside=True, pitch=loose if fits else close)


def _draw_beside(flow: Flow, lists: _Lists, found: Sequence[_List]) -> None:
    """Draw lists that begin on one height, over as many pages as the longest needs."""
    done, most = 0, max(len(one[2]) for one in found)
    while True:
        least = min(max(most - done, 1), _FEWEST) * lists.pitch
        flow.need(_HEAD + least)
        top = flow.y + 21
        room = int((flow.sheet.foot - top - 8) / lists.pitch)
        taken = min(room, most - done)
        if 0 < most - done - taken < _FEWEST:
            taken -= _FEWEST - (most - done - taken)
        for place, (words, note, rows) in enumerate(found):
            x = flow.sheet.left + place * (lists.width + _GAP)
            to_x = x + lists.width
            said = note if not done else _("continued")
            line = draw_section(flow.page, x, top, words, said, to_x=to_x, strong=False)
            if not rows and not done:
                nothing = _("none in this period")
                flow.page.text(x, line + 11, nothing, _QUIET)
            _draw_rows(flow.page, x, line, lists, rows[done : done + taken])
        flow.y = top + 8.2 + max(taken, 1) * lists.pitch
        done += taken
        if done >= most:
            return
        flow.turn()


def _draw_rows(page: Page, x: float, top: float, lists: _Lists, rows: Sequence[Passed]) -> None:
    for number, one in enumerate(rows, start=1):
        lower = top + number * lists.pitch
        line = lower - (lists.pitch - 5.6) / 2
        _draw_day(page, x, line, one)
        style = _NAME if one.partner.home or one.partner.person_id is None else _ELSEWHERE
        name = two_lines(page, one.partner.name, style, _name_room(lists.width))
        draw_in_row(page, x + _DAY, line, name, lists.pitch)
        about_at = x + _DAY + _name_room(lists.width) + 6
        about = _about(page, one, _about_room(lists.width))
        draw_in_row(page, about_at, line, about, lists.pitch)
        state = x + lists.width - _STATE
        draw_state(page, state, line - 2.8, one.state)
        quiet = _QUIET if one.state is ReferralState.LOST else _NAME
        word = small(page, state_word(one.state), quiet, _STATE - RADIUS * 2 - 3)
        page.text(state + RADIUS * 2 + 3, line, word.text, word.style)
        page.rule(x, lower, x + lists.width, ROW_LINE, THIN)


def draw_in_row(page: Page, x: float, line: float, lines: list[Fitted], pitch: float) -> None:
    """Draw one line on the baseline of its row, or two clear of the rows above and below."""
    raised = _RAISED if len(lines) > 1 and pitch < _LOW else 0
    draw_fitted(page, x, line - raised, lines)


def _draw_day(page: Page, x: float, line: float, one: Passed) -> None:
    page.text(x + 9.6, line, str(one.held_on.day), _QUIET, Align.RIGHT)
    month = formats.months()[one.held_on.month - 1][:3]
    page.text(x + 12, line, month, _QUIET)


def _name_room(width: float) -> float:
    return (width - _DAY - _STATE - 12) * 0.46


def _about_room(width: float) -> float:
    return (width - _DAY - _STATE - 12) * 0.54


def _about(page: Page, one: Passed, room: float) -> list[Fitted]:
    """Return whom a referral is about and what for, the two below each other where needed."""
    told = [words for words in (one.contact, one.note) if words]
    joined = ", ".join(told)
    if len(told) > 1 and page.width(joined, _QUIET) * SMALLEST > room:
        lines = [small(page, words, _SMALL, room) for words in told]
        if not any(line.text.endswith("…") for line in lines):
            return lines
    return two_lines(page, joined, _QUIET, room)


def _note(rows: Sequence[Passed], *, given: bool) -> str:
    people = len({one.partner for one in rows})
    won = sum(1 for one in rows if one.state is ReferralState.WON)
    if not rows:
        return ""
    words = (
        ngettext("to {n} person", "to {n} people", people)
        if given
        else ngettext("from {n} person", "from {n} people", people)
    )
    return _("{count} {people}, {won} won").format(count=len(rows), people=words, won=won)
