"""The weeks of a statement: a cell a meeting under its month, its day below."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from app import formats
from app.i18n import _, ngettext
from app.queries.member_activity import Week
from app.queries.member_statement import MemberStatement
from app.reports.kit.faces import Weight
from app.reports.kit.flow import Flow
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import INK, MUTED, TINT, WHITE
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState

_MOST = 53  # weeks in one row
_FEWEST = 26  # so that three weeks do not stand as three walls
_HIGH, _WIDEST, _GAP = 13.6, 16.0, 3.0
_MONTH = Style(7.6, colour=MUTED)
_DAY = Style(6.6, colour=MUTED)
_LETTER = Style(8.2, Weight.BOLD)
_BLOCK = 42.0  # months, cells and days


def draw_weeks(flow: Flow, rows: MemberStatement) -> None:
    """Draw the section, in several rows where the period is long."""
    flow.section(_("Attendance"), _in_words(rows), above=21, below=_BLOCK)
    weeks = [week for week in rows.weeks if week.member or week.mark is not None]
    if not weeks:
        nothing = _("No meeting of this period was recorded for this member.")
        flow.page.text(flow.sheet.left, flow.y + 13, nothing, Style(8.6, colour=MUTED))
        flow.y += 16
    across = -(-len(weeks) // max(1, -(-len(weeks) // _MOST)))  # rows about equally long
    for start in range(0, len(weeks), across or 1):
        flow.need(_BLOCK)
        _draw_row(flow, weeks[start : start + across], across)


def _in_words(rows: MemberStatement) -> str:
    found = Counter(week.mark for week in rows.weeks)
    said = [words.format(n=found[mark]) for mark, words in _names().items() if found[mark]]
    allowed = ngettext("{n} absence is allowed", "{n} absences are allowed", rows.absences_allowed)
    return "; ".join((", ".join(said), allowed)) if said else allowed


def _names() -> dict[Attendance, str]:
    return {
        Attendance.PRESENT: _("{n} present"),
        Attendance.LATE: _("{n} late"),
        Attendance.ABSENT: _("{n} absent"),
        Attendance.SUBSTITUTE: _("{n} substitute"),
        Attendance.MEDICAL: _("{n} medical"),
    }


def _draw_row(flow: Flow, weeks: Sequence[Week], across: int) -> None:
    """Draw a row of cells as wide as those of a full one."""
    page, left, top = flow.page, flow.sheet.left, flow.y + 15
    pitch = flow.sheet.inner / max(across, _FEWEST)
    wide = min(_WIDEST, pitch - min(_GAP, pitch * 0.2))
    free, before = left, None
    for place, week in enumerate(weeks):
        x = left + place * pitch
        month = (week.held_on.year, week.held_on.month)
        if month != before and x >= free:
            free = x + page.text(x, top - 4.6, _month(week.held_on), _MONTH) + 3
        before = month
        _draw_cell(page, x, top, wide, week)
        day = str(week.held_on.day)
        page.text(x + wide / 2, top + _HIGH + 7.4, day, _DAY, Align.CENTRE)
    flow.y = top + _HIGH + 9


def _month(day: date) -> str:
    return formats.months()[day.month - 1][:3]


def _draw_cell(page: Page, x: float, top: float, wide: float, week: Week) -> None:
    middle, style = x + wide / 2, _LETTER.sized(min(8.2, wide * 0.9))
    line = top + _HIGH / 2 + style.size * 0.35
    if week.state is MeetingState.HOLIDAY or week.mark is None:
        page.text(middle, line, formats.DASH, style.coloured(MUTED), Align.CENTRE)
    elif week.mark is Attendance.PRESENT:
        page.block(x, top, wide, _HIGH, TINT)
        plain = Style(style.size, colour=MUTED)
        page.text(middle, line, week.mark, plain, Align.CENTRE)
    elif week.mark is Attendance.ABSENT:
        page.block(x, top, wide, _HIGH, INK)
        page.text(middle, line, week.mark, style.coloured(WHITE), Align.CENTRE)
    else:
        page.frame(x + 0.4, top + 0.4, wide - 0.8, _HIGH - 0.8)
        page.text(middle, line, week.mark, style, Align.CENTRE)
