"""Letters as they go to paper: each with its facts and its wording."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.i18n import _
from app.models.classifications import Classification
from app.models.letter_texts import LetterTemplate
from app.models.meetings import Meeting
from app.models.offices import Holder
from app.models.people import Person, Spell
from app.queries.chapter import chapter_details
from app.queries.letters import QueuedLetter, letter_queue
from app.queries.policy import policy_in_use
from app.queries.rulings import rulings
from app.queries.standings import standings
from app.rules.attendance import Attendance
from app.rules.attendance_policy import Missed
from app.rules.identifiers import PersonId
from app.rules.letter_texts import Template, usual
from app.rules.letters import LetterKey, LetterKind, LetterState, RulingKind
from app.rules.meetings import MeetingState
from app.rules.people import Office
from app.rules.periods import Period, add_months
from app.rules.privacy import Audience
from app.rules.scoring.profile import Policy

ABOUT_ATTENDANCE = (LetterKind.ABSENCE, LetterKind.SEAT, LetterKind.PROBATION)
ABOUT_MEMBERSHIP = (LetterKind.RENEWAL, LetterKind.WELCOME)
_SIGNERS = (Office.VICE_PRESIDENT, Office.COMMITTEE, Office.PRESIDENT)


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """One letter to one member; ``subject`` and ``body`` are its wording, fields unfilled.

    ``on`` is the day it became due, ``joined_on`` and ``renewal_due`` are the membership's.
    """

    person_id: PersonId
    name: str
    given_name: str
    seat: str
    company: str
    address: str
    kind: LetterKind
    step: int
    on: date
    window: Period
    absences: Fraction
    missed: tuple[Missed, ...]
    joined_on: date | None
    renewal_due: date | None
    decided_by: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of a chapter, written on a day under the rules of that day; ``officer`` signs."""

    chapter: str
    place: str
    day: date
    audience: Audience
    officer: str
    policy: Policy
    letters: tuple[LetterSheet, ...]


def absence_letters(
    session: Session,
    *,
    period: Period,
    day: date,
    audience: Audience,
    member_id: int | None = None,
) -> Letters:
    """Return letters of the queue of a day, about attendance, that became due in a period.

    For officers those that wait to be sent, for a member his own, sent ones too.
    """
    queue = _of_kinds(
        session,
        ABOUT_ATTENDANCE,
        period=period,
        day=day,
        audience=audience,
        member_id=member_id,
    )
    return _letters(session, queue, day, audience)


def renewal_letters(
    session: Session,
    *,
    period: Period,
    day: date,
    audience: Audience,
    member_id: int | None = None,
) -> Letters:
    """Return renewal reminders and welcomes that became due in a period, as ``absence_letters``."""
    queue = _of_kinds(
        session,
        ABOUT_MEMBERSHIP,
        period=period,
        day=day,
        audience=audience,
        member_id=member_id,
    )
    return _letters(session, queue, day, audience)


def letter_sheets(session: Session, *, keys: Collection[LetterKey], day: date) -> Letters:
    """Return some letters of the queue of a day."""
    wanted = set(keys)
    queue = [one for one in letter_queue(session, day) if one.key in wanted]
    return _letters(session, queue, day, Audience.OWN)


def letter_template(session: Session, *, kind: LetterKind, step: int) -> Template:
    """Return the wording of a letter: the chapter's own, or the usual one."""
    return _templates(session).get((kind, step)) or usual(kind, step)


def _of_kinds(
    session: Session,
    kinds: Collection[LetterKind],
    *,
    period: Period,
    day: date,
    audience: Audience,
    member_id: int | None,
) -> list[QueuedLetter]:
    own = audience is Audience.OWN
    if own and member_id is None:
        raise RuleError("letters_of_whom")
    return [
        one
        for one in letter_queue(session, day)
        if one.kind in kinds
        and one.on in period
        and one.called_for
        and member_id in (None, one.person_id)
        and (one.state is LetterState.DUE or (own and one.state is LetterState.SENT))
    ]


def _letters(
    session: Session, queue: Collection[QueuedLetter], day: date, audience: Audience
) -> Letters:
    chapter = chapter_details(session)
    people = {row.id: row for row in session.execute(_PEOPLE)}
    own = _templates(session)
    approved = {
        (one.person_id, one.starts_on): one.decided_by
        for one in rulings(session)
        if one.kind is RulingKind.PROBATION
    }
    sheets = []
    for one in queue:
        person = people[one.person_id]
        text = own.get((one.kind, one.step)) or usual(one.kind, one.step)
        sheets.append(
            LetterSheet(
                person_id=one.person_id,
                name=one.name,
                given_name=person.given_name or one.name,
                seat=person.seat,
                company=person.company,
                address=person.address,
                kind=one.kind,
                step=one.step,
                on=one.on,
                window=one.window,
                absences=one.absences,
                missed=one.missed,
                joined_on=person.joined_on,
                renewal_due=person.renewal_due,
                decided_by=approved.get((one.person_id, one.window.start), ""),
                subject=text.subject,
                body=text.body,
            )
        )
    return Letters(
        chapter=chapter.name,
        place=", ".join(filter(None, (chapter.place, chapter.region))),
        day=day,
        audience=audience,
        officer=signing_officer(session, day),
        policy=policy_in_use(session, day).policy,
        letters=tuple(sheets),
    )


_PEOPLE = (
    select(
        Person.id,
        Person.given_name,
        func.coalesce(Classification.name, "").label("seat"),
        Person.company,
        Person.address,
        Spell.joined_on,
        Spell.renewal_due,
    )
    .join(Spell, Spell.person_id == Person.id)
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .order_by(Spell.left_on.is_(None), Spell.left_on)
)


def _templates(session: Session) -> dict[tuple[LetterKind, int], Template]:
    rows = session.execute(
        select(
            LetterTemplate.kind, LetterTemplate.step, LetterTemplate.subject, LetterTemplate.body
        )
    )
    return {(kind, step): Template(subject, body) for kind, step, subject, body in rows}


def signing_officer(session: Session, day: date) -> str:
    """Return who signs: the first of some offices that is held."""
    rows = session.execute(
        select(Holder.office, Person.name)
        .join(Person, Person.id == Holder.person_id)
        .where(Holder.starts_on <= day, or_(Holder.ends_on.is_(None), Holder.ends_on >= day))
        .order_by(Holder.id)
    )
    held: dict[Office, str] = {}
    for office, name in rows:
        held.setdefault(office, name)
    return next((held[office] for office in _SIGNERS if office in held), "")


def sample_letters(
    session: Session, *, kind: LetterKind, step: int, day: date, person_id: int | None = None
) -> Letters:
    """Return one letter of a kind to look at: the latest to a member, or the first that waits.

    Where none waits, it names the last meetings as if they had been missed.
    """
    queue = [one for one in letter_queue(session, day) if (one.kind, one.step) == (kind, step)]
    queue = [one for one in queue if one.person_id == person_id][-1:] or queue
    found = _letters(session, queue[:1] or _invented(session, kind, step, day), day, Audience.OWN)
    if not found.letters:  # a chapter without members may write its letters too
        found = replace(found, letters=(_to_nobody(session, kind, step, day),))
    return found


def _to_nobody(session: Session, kind: LetterKind, step: int, day: date) -> LetterSheet:
    text = letter_template(session, kind=kind, step=step)
    name = _("A member")
    return LetterSheet(
        PersonId(0), name, name, "", "", "", kind, step, day, Period(day, day), Fraction(0), (),
        day, day, "", text.subject, text.body,
    )  # fmt: skip


def _invented(session: Session, kind: LetterKind, step: int, day: date) -> list[QueuedLetter]:
    member = next(iter(standings(session, day)), None)
    if member is None:
        return []
    policy = policy_in_use(session, day).policy
    count = max(step, 1) if kind is LetterKind.ABSENCE else policy.allowed + 1
    days = session.scalars(
        select(Meeting.held_on)
        .where(Meeting.state == MeetingState.COMPLETED, Meeting.held_on <= day)
        .order_by(Meeting.held_on.desc())
        .limit(min(count, _MOST_INVENTED))
    )
    missed = tuple(Missed(one, Attendance.ABSENT, one) for one in sorted(days))
    until = add_months(day, 3) if kind is LetterKind.PROBATION else day
    return [
        QueuedLetter(
            member.person_id, member.name, member.sort_name, kind, step, Period(day, until), day,
            absences=Fraction(len(missed)), missed=missed, state=LetterState.DUE,
            decided_on=None, until=None, reason="", said=(), called_for=True,
        )
    ]  # fmt: skip


_MOST_INVENTED = 12
