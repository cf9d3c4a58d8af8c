"""The duty rota: the weeks ahead down, the duties across."""

from collections.abc import Sequence

from app import formats
from app.i18n import _
from app.queries.schedule import Schedule, ScheduleWeek
from app.reports.kit.document import Document
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import two_lines
from app.reports.kit.flow import Flow
from app.reports.kit.page import Style
from app.reports.kit.palette import MUTED, QUIET
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import Cell, Column, Ruling, table
from app.reports.schedule_words import masthead, no_meeting
from app.rules.duties import DutyLine

_DAY = Style(9.4, Weight.SEMIBOLD)
_NAME = Style(9.4)
_QUIET = Style(9, colour=MUTED)
_OPEN = Style(9, colour=QUIET)
_ROWS = Ruling(pitch=25, rise=8.8, fifths=True)
_DAYS = 74.0
_ACROSS = (8, 6, 5, 4, 3)  # duties beside each other; more of them stand in a table below
_AIR = 8.0
_BETWEEN = 22.0


def pdf(rows: Schedule, sheet: Sheet) -> bytes:
    """Draw the rota on landscape pages."""
    says = _("Who has which duty; whoever cannot come finds somebody in his place")
    flow = Flow(Document(sheet.turned(), masthead(rows, _("Duty rota"), says)))
    across = _across(flow, rows)
    for first in range(0, len(rows.duties), across):
        part = rows.duties[first : first + across]
        if first:
            flow.need(_BETWEEN + 5 * _ROWS.pitch)
            flow.y += _BETWEEN
        flow.y += 4
        cells = [_week(week, part) for week in rows.weeks]
        table(flow, _columns(flow.sheet.inner, part), cells, _ROWS)
    return flow.document.finish()


def _across(flow: Flow, rows: Schedule) -> int:
    """Return how many duties stand beside each other: as many as leave names whole."""
    names = {one.name for week in rows.weeks for one in week.held}
    count = len(rows.duties)
    for most in _ACROSS:
        across = -(-count // -(-count // most))  # even parts: six are three and three, not five
        room = (flow.sheet.inner - _DAYS) / across - _AIR
        drawn = (line for name in names for line in two_lines(flow.page, name, _NAME, room))
        if not any(line.text.endswith("…") for line in drawn):
            break
    return across


def _columns(inner: float, duties: Sequence[DutyLine]) -> list[Column]:
    wide = (inner - _DAYS) / len(duties)
    days = Column(_("Date"), 0, _DAYS - _AIR)
    return [
        days,
        *(
            Column(duty.title, _DAYS + place * wide, wide - _AIR)
            for place, duty in enumerate(duties)
        ),
    ]


def _week(week: ScheduleWeek, duties: Sequence[DutyLine]) -> list[Cell]:
    day = formats.day_short(week.held_on)
    closed = no_meeting(week)
    if closed:
        return [Cell(day, _QUIET), Cell(closed, _QUIET), *[Cell("", _NAME)] * (len(duties) - 1)]
    held = [week.by(duty.key) for duty in duties]
    names = (Cell(one.name, _NAME) if one else Cell(formats.DASH, _OPEN) for one in held)
    return [Cell(day, _DAY), *names]
