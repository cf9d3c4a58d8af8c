"""How every paper for the meeting ahead begins; its own rows add to that."""

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import TypeVar

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.chapter import chapter_details
from app.queries.coming import coming
from app.rows import row
from app.rules.identifiers import MeetingId
from app.rules.privacy import Audience


@row(frozen=True, slots=True)
class Ahead:
    """How every paper for a meeting ahead begins; no id where it is not on the calendar yet."""

    chapter: str
    audience: Audience
    money: Money
    meeting_id: MeetingId | None
    held_on: date
    starts_at: str
    place: str


Headed = TypeVar("Headed", bound=Ahead)

_HEAD = attrgetter(*Ahead.__dataclass_fields__)


def ahead(session: Session, *, audience: Audience, day: date, meeting_id: int | None) -> Ahead:
    """Return the head of a paper for the meeting of that id, or the next one from a day on."""
    chapter = chapter_details(session)
    meeting = coming(session, chapter, day, meeting_id)
    return Ahead(
        chapter.name,
        audience,
        chapter.money,
        meeting.meeting_id,
        meeting.held_on,
        chapter.starts_at,
        chapter.place,
    )


def headed(kind: Callable[..., Headed], head: Ahead, *rows: object) -> Headed:
    """Return a paper's rows with that head."""
    return kind(*_HEAD(head), *rows)
