"""Whether what a book says makes sense: slips in meetings that are held, marks of members."""

from collections.abc import Iterator

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.chapter import Chapter
from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.queries import official
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.slips import SlipKind


def contradictions(session: Session) -> tuple[RuleError, ...]:
    """Return what does not make sense in a book, as refusals nobody raised."""
    return (
        *_without_chapter(session),
        *_slips_of_no_meeting(session),
        *_slips_that_say_too_little(session),
        *_marks_of_strangers(session),
        *_members_twice(session),
        *_unlike_official(session),
    )


def _without_chapter(session: Session) -> Iterator[RuleError]:
    if session.scalar(select(Chapter.id)) is None:
        yield RuleError("check_no_chapter")


_HOLIDAY_SLIPS = (
    select(Meeting.held_on, func.count())
    .join(Slip, Slip.meeting_id == Meeting.id)
    .where(Meeting.state == MeetingState.HOLIDAY)
    .group_by(Meeting.held_on)
)


def _slips_of_no_meeting(session: Session) -> Iterator[RuleError]:
    for held_on, slips in session.execute(_HOLIDAY_SLIPS):
        yield RuleError("check_holiday_slips", held_on=held_on, slips=slips)


_SAYS_TOO_LITTLE = (
    select(Slip.kind, Meeting.held_on, func.count())
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(
        or_(
            and_(Slip.kind == SlipKind.CLOSED_BUSINESS, Slip.amount.is_(None)),
            and_(Slip.kind == SlipKind.EDUCATION, Slip.credits.is_(None)),
            and_(Slip.kind == SlipKind.VISITOR, Slip.visitor_id.is_(None)),
            and_(Slip.kind == SlipKind.REFERRAL, Slip.tier.is_(None)),
        )
    )
    .group_by(Slip.kind, Meeting.held_on)
    .order_by(Meeting.held_on)
)


def _slips_that_say_too_little(session: Session) -> Iterator[RuleError]:
    for kind, held_on, slips in session.execute(_SAYS_TOO_LITTLE):
        yield RuleError(f"check_slip_{kind}", held_on=held_on, slips=slips)


_MEMBER_THEN = (
    select(Spell.id)
    .where(
        Spell.person_id == Mark.person_id,
        or_(Spell.joined_on.is_(None), Spell.joined_on <= Meeting.held_on),
        or_(Spell.left_on.is_(None), Spell.left_on > Meeting.held_on),
    )
    .correlate(Mark, Meeting)
    .exists()
)
_STRANGERS = (
    select(Person.name, Meeting.held_on)
    .join(Mark, Mark.person_id == Person.id)
    .join(Meeting, Meeting.id == Mark.meeting_id)
    .where(
        Meeting.state.in_((MeetingState.DRAFT, MeetingState.COMPLETED)),
        or_(Person.kind != PersonKind.MEMBER, ~_MEMBER_THEN),
    )
    .order_by(Meeting.held_on, Person.name)
)


def _marks_of_strangers(session: Session) -> Iterator[RuleError]:
    for name, held_on in session.execute(_STRANGERS):
        yield RuleError("check_mark_of_stranger", name=name, held_on=held_on)


_TWICE = (
    select(Person.name)
    .join(Spell, Spell.person_id == Person.id)
    .where(Spell.left_on.is_(None))
    .group_by(Person.id, Person.name)
    .having(func.count() > 1)
    .order_by(Person.name)
)


def _members_twice(session: Session) -> Iterator[RuleError]:
    for name in session.scalars(_TWICE):
        yield RuleError("check_member_twice", name=name)


def _unlike_official(session: Session) -> Iterator[RuleError]:
    for one in official.differences(session):
        yield RuleError(
            "check_official",
            name=one.name,
            figure=one.figure,
            start=one.start,
            end=one.end,
            official=one.official,
            book=one.book,
        )
