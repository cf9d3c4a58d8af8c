"""The columns of the weeks ahead: a day, then each duty of the chapter's list with its topic."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app import formats
from app.i18n import _
from app.queries.roster import Party
from app.queries.schedule import ScheduleWeek
from app.rules import names
from app.rules.duties import DutyKind, DutyLine
from app.rules.meetings import MeetingState
from app.ui import typeface
from app.ui.schedule.words import doubts
from app.ui.tables.columns import PLAIN, QUIET, Align, Column, Look
from app.ui.tables.rows import paint_words
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight

_ICON = 22  # with its gap

Assign = Callable[[ScheduleWeek, DutyLine, int | None, str], object]
WeekColumn = Column[ScheduleWeek]


def columns(
    duties: Sequence[DutyLine], people: Callable[[], Sequence[Party]], assign: Assign
) -> Sequence[WeekColumn]:
    """Return the columns; ``assign`` is told week, duty, person and topic."""
    found = [Column(_("Date"), _day, width=72, sort=lambda week: week.held_on, look=_day_look)]
    for duty in duties:
        found.append(_person(duty, people, assign, first=duty is duties[0]))
        if duty.has_topic:
            found.append(_topic(duty, assign))
    return found


def duty_of(duties: Sequence[DutyLine], column: int) -> DutyLine | None:
    """Return the duty a column is about; none for the date."""
    places = [None, *(duty for duty in duties for _part in range(1 + duty.has_topic))]
    return places[column] if 0 <= column < len(places) else None


def _person(
    duty: DutyLine, people: Callable[[], Sequence[Party]], assign: Assign, *, first: bool
) -> WeekColumn:
    return Column(
        duty.title,
        partial(_name, duty, first=first),
        width=108 if duty.kind is DutyKind.SERVICE else 124,
        sortable=False,
        edit=lambda week, person_id: assign(week, duty, person_id, _about(duty, week)),
        value=lambda week: held.person_id if (held := week.by(duty.key)) else None,
        people=people,
        look=partial(_look, duty),
        tip=lambda week: doubts(week.by(duty.key)) or _name(duty, week, first=first),
        paint=_painter(duty, first=first),
    )


def _topic(duty: DutyLine, assign: Assign) -> WeekColumn:
    def edit(week: ScheduleWeek, topic: str) -> object:
        held = week.by(duty.key)
        return assign(week, duty, held.person_id if held else None, topic)

    title = _("Topic") if duty.kind is DutyKind.TALK else _("Its topic")
    return Column(
        title,
        partial(_about, duty),
        width=124,
        stretch=duty.kind is DutyKind.TALK,
        sortable=False,
        edit=edit,
        look=lambda _week: QUIET,
    )


def _day(week: ScheduleWeek) -> str:
    return formats.day_short(week.held_on)


def _day_look(week: ScheduleWeek) -> Look:
    return Look(bold=True) if week.state is MeetingState.DRAFT else QUIET


def _name(duty: DutyLine, week: ScheduleWeek, *, first: bool) -> str:
    held = week.by(duty.key)
    if held is None and first and week.state is MeetingState.HOLIDAY:
        return week.reason or _("holiday")
    return held.name if held else ""


def _painter(duty: DutyLine, *, first: bool) -> Callable[[QPainter, QRectF, ScheduleWeek], None]:
    """Return what writes names, with given parts as initials where a column is too narrow."""

    def paint(painter: QPainter, area: QRectF, week: ScheduleWeek) -> None:
        words, look = _name(duty, week, first=first), _look(duty, week)
        weight = Weight.SEMIBOLD if look.bold else Weight.REGULAR
        room = area.width() - (_ICON if look.icon else 0)
        wide = typeface.metrics(Size.BODY, weight).horizontalAdvance(words)
        if wide > room and week.by(duty.key) is not None:
            words = names.brief(words)
        paint_words(painter, area, words, look, Align.LEFT)

    return paint


def _about(duty: DutyLine, week: ScheduleWeek) -> str:
    held = week.by(duty.key)
    return held.topic if held else ""


def _look(duty: DutyLine, week: ScheduleWeek) -> Look:
    held = week.by(duty.key)
    if held is not None and held.doubts:
        return Look(Tone.LATE, bold=True, icon="warning")
    return PLAIN if week.open else QUIET
