"""The agenda of one meeting: the chapter's template with who leads what, by the clock."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.models.meetings import DutyHolder
from app.models.people import Person
from app.models.schedules import AgendaItem
from app.queries.ahead import Ahead, ahead, headed
from app.queries.duties import duties
from app.rows import row
from app.rules import agenda as rules
from app.rules.agenda import AgendaLine
from app.rules.identifiers import MeetingId
from app.rules.privacy import Audience
from app.wording.schedules import usual_agenda

_OWN = select(
    AgendaItem.minute, AgendaItem.title, AgendaItem.duty, AgendaItem.who, AgendaItem.remark
).order_by(AgendaItem.minute, AgendaItem.place, AgendaItem.id)
_HOLDERS = (
    select(DutyHolder.duty, Person.name, DutyHolder.topic)
    .join(Person, Person.id == DutyHolder.person_id)
    .where(DutyHolder.meeting_id == bindparam("meeting_id"))
)


@row(frozen=True, slots=True)
class AgendaPoint:
    """One item of an evening; ``clock`` as HH:MM, empty where the time of beginning is unknown.

    ``lasts`` is in minutes, none for the last item; ``duty`` is what the duty is called whose
    holder ``who`` is, and ``topic`` what he speaks about.
    """

    minute: int
    clock: str
    lasts: int | None
    title: str
    duty: str
    who: str
    topic: str
    remark: str


@row(frozen=True, slots=True)
class Agenda(Ahead):
    """A meeting to come, item by item."""

    points: tuple[AgendaPoint, ...]


def agenda_template(session: Session) -> tuple[AgendaLine, ...]:
    """Return the chapter's own agenda in order of time, or the usual one."""
    return tuple(AgendaLine(*row) for row in session.execute(_OWN)) or usual_agenda()


def agenda(
    session: Session, *, audience: Audience, day: date, meeting_id: int | None = None
) -> Agenda:
    """Return the agenda of a meeting, or of the next one to come from a day on."""
    head = ahead(session, audience=audience, day=day, meeting_id=meeting_id)
    return headed(Agenda, head, tuple(_points(session, head.starts_at, head.meeting_id)))


def _points(
    session: Session, starts_at: str, meeting_id: MeetingId | None
) -> Iterable[AgendaPoint]:
    lines = agenda_template(session)
    called = {one.key: one.title for one in duties(session)}
    held = {
        duty: (name, topic)
        for duty, name, topic in session.execute(_HOLDERS, {"meeting_id": meeting_id})
    }
    for line, lasts in zip(lines, rules.lasts(lines), strict=True):
        name, topic = held.get(line.duty, ("", ""))
        yield AgendaPoint(
            minute=line.minute,
            clock=rules.clock(starts_at, line.minute),
            lasts=lasts,
            title=line.title,
            duty=called.get(line.duty, ""),
            who=name or line.who,
            topic=topic,
            remark=line.remark,
        )
