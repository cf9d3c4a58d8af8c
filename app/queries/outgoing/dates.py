"""The chapter's calendar: meetings as they are planned, the weeks ahead, and talks."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.outgoing.calendars import Event
from app.i18n import _
from app.models.meetings import DutyHolder, Meeting
from app.models.people import Person
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.duties import duties
from app.queries.outgoing.identity import book_key
from app.rules.duties import DutyLine
from app.rules.meetings import MeetingState, next_on

_WEEK = timedelta(days=7)
_WEEKS_AHEAD = 26
_TALK = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Dates:
    """What the calendar is called, and what stands in it."""

    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Talk:
    duty: DutyLine
    person: str
    topic: str

    @property
    def words(self) -> str:
        """Return who does what, and about what."""
        said = _("{what}: {name}").format(what=self.duty.title, name=self.person)
        return f"{said}, “{self.topic}”" if self.topic else said


@dataclass(frozen=True, slots=True)
class _Week:
    day: date
    state: MeetingState
    reason: str = ""
    talks: list[_Talk] = field(default_factory=list)


def dates(session: Session, *, today: date) -> Dates:
    """Return every meeting of the book and half a year of weeks to come.

    An event keeps its identity while its week is planned, moved or cancelled: there is one
    meeting a week. A second one in a week is told apart by its place.
    """
    chapter = chapter_details(session)
    weeks = _planned(session)
    weeks += _ahead({_week(one.day) for one in weeks}, next_on(chapter.weekday, today))
    weeks.sort(key=lambda one: one.day)
    key, seen, events = book_key(session), defaultdict[str, int](int), list[Event]()
    for week in weeks:
        seen[_week(week.day)] += 1
        place = seen[_week(week.day)]
        uid = _week(week.day) + (f"-{place}" if place > 1 else "")
        events += _events(week, chapter, f"{uid}-{{}}@{key}.chapterhouse")
    return Dates(chapter.name, tuple(events))


def _planned(session: Session) -> list[_Week]:
    known = {one.key: one for one in duties(session)}
    talks = defaultdict[int, list[_Talk]](list)
    for meeting_id, duty, name, topic in session.execute(
        select(DutyHolder.meeting_id, DutyHolder.duty, Person.name, DutyHolder.topic)
        .join(Person, Person.id == DutyHolder.person_id)
        .order_by(DutyHolder.id)
    ):
        if duty in known:
            talks[meeting_id].append(_Talk(known[duty], name, topic))
    rows = session.execute(select(Meeting.id, Meeting.held_on, Meeting.state, Meeting.reason))
    return [_Week(day, state, reason, talks[key]) for key, day, state, reason in rows]


def _ahead(planned: set[str], first: date) -> list[_Week]:
    days = (first + _WEEK * number for number in range(_WEEKS_AHEAD))
    return [_Week(day, MeetingState.DRAFT) for day in days if _week(day) not in planned]


def _events(week: _Week, chapter: ChapterDetails, uid: str) -> Iterator[Event]:
    begins = _time(chapter.starts_at)
    if week.state is MeetingState.HOLIDAY:
        words = _("{chapter}: no meeting").format(chapter=chapter.name)
        yield Event(uid.format("meeting"), week.day, words, description=week.reason)
        return
    yield Event(
        uid.format("meeting"),
        week.day,
        _("{chapter}: meeting").format(chapter=chapter.name),
        begins,
        place=chapter.place,
        description="\n".join(talk.words for talk in week.talks),
        cancelled=week.state is MeetingState.DISCARDED,
    )
    for talk in (one for one in week.talks if one.duty.has_topic):
        yield Event(
            uid.format(talk.duty.key),
            week.day,
            talk.words,
            begins,
            _TALK,
            chapter.place,
            cancelled=week.state is MeetingState.DISCARDED,
        )


def _week(day: date) -> str:
    year, week, _weekday = day.isocalendar()
    return f"{year}-W{week:02}"


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None
