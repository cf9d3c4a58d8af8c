"""What a book holds already, as far as the files to be imported touch it."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.exchange.lists import Field
from app.exchange.own_lists import Explained
from app.models.chapter import Chapter, Setting
from app.models.classifications import Classification
from app.models.imports import Alias, ColumnMap, ImportedFile, OfficialPeriod, Training
from app.models.journal import EntryRow
from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell, Visitor
from app.models.slips import Slip
from app.queries.scores import scores
from app.rules.attendance import Attendance
from app.rules.exports import Subject
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind, VisitorStage
from app.rules.periods import Period
from app.rules.scoring.exact import hundredths
from app.rules.slips import SlipKind

FILE_CHAPTER = "file_chapter"
"""The setting that keeps how files call the chapter: ``{"in_files": "", "stand_in": ""}``."""

DECIMALS = 2


@dataclass(frozen=True, slots=True)
class ChapterStanding:
    """The chapter of a book; ``in_files`` is its name as files write it, once that is known.

    ``stand_in`` is the name an import gave it for want of a better one.
    """

    name: str
    currency: str
    decimals: int
    in_files: str
    stand_in: str


@dataclass(frozen=True, slots=True)
class SpellStanding:
    """One membership of somebody."""

    spell_id: int
    joined_on: date | None
    left_on: date | None
    renewal_due: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether the person was a member on a day."""
        return (self.joined_on is None or self.joined_on <= day) and (
            self.left_on is None or self.left_on > day
        )


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """Somebody in the book."""

    person_id: int
    kind: PersonKind
    name: str
    given_name: str
    family_name: str
    chapter: str
    region: str
    country: str
    seat: int | None
    company: str
    phone: str
    email: str
    website: str
    address: str
    profession: str
    sponsor_id: int | None
    spells: tuple[SpellStanding, ...]


@dataclass(frozen=True, slots=True)
class GuestStanding:
    """A visitor in the book."""

    visitor_id: int
    name_key: str
    profession: str
    company: str
    phone: str
    email: str
    inviter_id: int | None
    stage: VisitorStage


@dataclass(frozen=True, slots=True)
class SlipStanding:
    """One slip of a meeting, as far as another copy of it can be told by it."""

    kind: SlipKind
    giver_id: int | None
    receiver_id: int | None
    visitor_id: int | None
    tier: int | None
    amount: int | None
    credits: int | None
    other_chapter: str
    giver_written: str
    receiver_written: str
    imported: bool


@dataclass(frozen=True, slots=True)
class MeetingStanding:
    """A meeting the files belong to, with everything in it; ``files`` by what they say."""

    meeting_id: int
    state: MeetingState
    slips: tuple[SlipStanding, ...]
    marks: dict[int, Attendance]
    files: frozenset[str]


@dataclass(frozen=True, slots=True)
class PeriodStanding:
    """Official figures the book has."""

    period_id: int
    starts_on: date | None
    ends_on: date | None
    chapter: str
    fingerprint: str


TrainingKey = tuple[int, date, str, str]
"""Who took part, when, in what and as what."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a book holds; ``as_of`` counts on with every change, whoever makes it.

    ``scores`` are hundredths of points by member, where files ask to be compared with them.
    """

    as_of: int = 0
    chapter: ChapterStanding | None = None
    people: tuple[PersonStanding, ...] = ()
    aliases: dict[tuple[str, str], int] = field(default_factory=dict)
    guests: tuple[GuestStanding, ...] = ()
    trainings: Counter[TrainingKey] = field(default_factory=Counter)
    first_marks: dict[int, date] = field(default_factory=dict)
    meetings: dict[date, MeetingStanding] = field(default_factory=dict)
    held_days: frozenset[date] = frozenset()
    periods: tuple[PeriodStanding, ...] = ()
    files: frozenset[tuple[str, str]] = frozenset()
    explained: dict[str, Explained] = field(default_factory=dict)
    scores: dict[int, int] = field(default_factory=dict)

    @property
    def decimals(self) -> int:
        """The decimals of the book's currency."""
        return DECIMALS if self.chapter is None else self.chapter.decimals


def standing(session: Session, days: Collection[date], compared: Period | None = None) -> Standing:
    """Return what a book holds of the meetings of some days, and everybody in it.

    Scores are those of the period ``compared``, if any.
    """
    return Standing(
        as_of=as_of(session),
        chapter=_chapter(session),
        people=_people(session),
        aliases=_aliases(session),
        guests=_guests(session),
        trainings=_trainings(session),
        first_marks=_first_marks(session),
        meetings=_meetings(session, days),
        held_days=frozenset(session.scalars(sa.select(Meeting.held_on))),
        periods=_periods(session),
        files=_files(session),
        explained=_explained(session),
        scores=_scores(session, compared) if compared else {},
    )


def as_of(session: Session) -> int:
    """Return a number that every change of the book counts on."""
    return session.scalar(_LAST_ROW) or 0


_LAST_ROW = sa.select(sa.func.max(EntryRow.id))
_CHAPTER = sa.select(Chapter.name, Chapter.currency, Chapter.currency_decimals)
_IN_FILES = sa.select(Setting.value).where(Setting.name == FILE_CHAPTER)
_PEOPLE = (
    sa.select(
        Person.id,
        Person.kind,
        Person.name,
        Person.given_name,
        Person.family_name,
        Person.home_chapter,
        Person.home_region,
        Person.home_country,
        Person.seat,
        Person.company,
        Person.phone,
        Person.email,
        Person.website,
        Person.address,
        sa.func.coalesce(Classification.name, ""),
        Person.sponsor_id,
    )
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .order_by(Person.id)
)
_SPELLS = sa.select(
    Spell.person_id, Spell.id, Spell.joined_on, Spell.left_on, Spell.renewal_due
).order_by(Spell.left_on.is_(None), Spell.left_on, Spell.id)
_ALIASES = sa.select(Alias.name_key, Alias.chapter_key, Alias.person_id)
_GUESTS = sa.select(
    Visitor.id,
    Visitor.name_key,
    Visitor.profession,
    Visitor.company,
    Visitor.phone,
    Visitor.email,
    Visitor.inviter_id,
    Visitor.stage,
).order_by(Visitor.id)
_TRAININGS = sa.select(Training.person_id, Training.held_on, Training.kind, Training.role)
_FIRST_MARKS = (
    sa.select(Mark.person_id, sa.func.min(Meeting.held_on))
    .join(Meeting, Meeting.id == Mark.meeting_id)
    .group_by(Mark.person_id)
)
_MEETINGS = sa.select(Meeting.id, Meeting.held_on, Meeting.state)
_SLIPS = sa.select(
    Slip.kind,
    Slip.giver_id,
    Slip.receiver_id,
    Slip.visitor_id,
    Slip.tier,
    Slip.amount,
    Slip.credits,
    Slip.other_chapter,
    Slip.giver_written,
    Slip.receiver_written,
    Slip.imported,
).where(Slip.meeting_id == sa.bindparam("meeting_id"))
_MARKS = sa.select(Mark.person_id, Mark.attendance).where(
    Mark.meeting_id == sa.bindparam("meeting_id")
)
_FILLED_BY = sa.select(ImportedFile.fingerprint).where(
    ImportedFile.meeting_id == sa.bindparam("meeting_id")
)
_PERIODS = sa.select(
    OfficialPeriod.id,
    OfficialPeriod.starts_on,
    OfficialPeriod.ends_on,
    OfficialPeriod.chapter_written,
    OfficialPeriod.fingerprint,
).order_by(OfficialPeriod.id)
_FILES = sa.select(ImportedFile.kind, ImportedFile.fingerprint)


def _chapter(session: Session) -> ChapterStanding | None:
    row = session.execute(_CHAPTER).first()
    if row is None:
        return None
    called = json.loads(session.scalar(_IN_FILES) or "{}")
    return ChapterStanding(*row, called.get("in_files", ""), called.get("stand_in", ""))


def _people(session: Session) -> tuple[PersonStanding, ...]:
    spells: dict[int, list[SpellStanding]] = defaultdict(list)
    for person_id, spell_id, joined_on, left_on, due in session.execute(_SPELLS):
        spells[person_id].append(SpellStanding(spell_id, joined_on, left_on, due))
    people: list[list[Any]] = [[*row, tuple(spells[row.id])] for row in session.execute(_PEOPLE)]
    return tuple(PersonStanding(*facts) for facts in people)


def _aliases(session: Session) -> dict[tuple[str, str], int]:
    rows = session.execute(_ALIASES)
    return {(name, chapter): person_id for name, chapter, person_id in rows}


def _guests(session: Session) -> tuple[GuestStanding, ...]:
    return tuple(GuestStanding(*row) for row in session.execute(_GUESTS))


def _trainings(session: Session) -> Counter[TrainingKey]:
    return Counter((row[0], row[1], row[2], row[3]) for row in session.execute(_TRAININGS))


def _first_marks(session: Session) -> dict[int, date]:
    return dict(session.execute(_FIRST_MARKS).all())


def _meetings(session: Session, days: Collection[date]) -> dict[date, MeetingStanding]:
    found = session.execute(_MEETINGS.where(Meeting.held_on.in_(days))).all()
    return {
        held_on: MeetingStanding(
            meeting_id,
            state,
            tuple(
                SlipStanding(*row) for row in session.execute(_SLIPS, {"meeting_id": meeting_id})
            ),
            dict(session.execute(_MARKS, {"meeting_id": meeting_id}).all()),
            frozenset(session.scalars(_FILLED_BY, {"meeting_id": meeting_id})),
        )
        for meeting_id, held_on, state in found
    }


def _periods(session: Session) -> tuple[PeriodStanding, ...]:
    return tuple(PeriodStanding(*row) for row in session.execute(_PERIODS))


def _files(session: Session) -> frozenset[tuple[str, str]]:
    return frozenset((kind, mark) for kind, mark in session.execute(_FILES))


def _explained(session: Session) -> dict[str, Explained]:
    rows = session.execute(sa.select(ColumnMap.header_key, ColumnMap.subject, ColumnMap.columns))
    return {
        key: Explained(Subject(subject), {Field(one): at for one, at in json.loads(told).items()})
        for key, subject, told in rows
    }


def _scores(session: Session, period: Period) -> dict[int, int]:
    if session.scalar(_CHAPTER.with_only_columns(Chapter.id)) is None:
        return {}
    found = scores(session, period).members
    return {int(one.person_id): hundredths(one.score.total) for one in found if one.score}
