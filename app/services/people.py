"""People: two records found to be one person become one, whatever refers to either."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint, and_, delete, or_, select, true, update
from sqlalchemy.orm import Session, aliased

from app.errors import RuleError
from app.models.imports import OfficialPeriod, OfficialRow
from app.models.meetings import Meeting
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.models.whole import Base
from app.rules.merging import Prefer
from app.rules.people import PersonKind
from app.services import classifications, finding, spellings

_Record = dict[str, Any]
_PEOPLE = frozenset({PersonKind.MEMBER, PersonKind.EXTERNAL})
_FILLED = (
    "given_name", "family_name", "company", "phone", "email", "website", "address", "note",
    "seat", "sponsor_id", "mentor_id",
)  # fmt: skip


def merge(session: Session, *, kept_id: int, gone_id: int, prefer: Prefer | None = None) -> None:
    """Make one person of two: everything of ``gone`` becomes that of ``kept``, who stays.

    How ``gone`` was written is remembered. Where both stand in one place, two marks of a meeting
    or two memberships at once, it is refused, unless ``prefer`` says whose word counts there.
    """
    pair = _Pair(
        finding.record(session, Person, kept_id), finding.record(session, Person, gone_id), prefer
    )
    _check_kinds(pair.kept, pair.gone)
    _check_apart(session, pair)
    _settle_memberships(session, pair)
    _settle_summaries(session, pair)
    spellings.remember(session, pair.kept, spellings.of(pair.gone))
    _fill(session, pair.kept, pair.gone)
    session.flush()
    for column in references():
        _settle_clashes(session, column, pair)
        _move(session, column, pair)
    session.expire_all()  # what is mapped here has moved meanwhile
    session.delete(pair.gone)


def references() -> Iterator[Column[Any]]:
    """Yield every column of the book that refers to a person."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if any(key.references(Person.__table__) for key in column.foreign_keys):  # type: ignore[arg-type]  # the mapper's own table
                yield column


def _check_kinds(kept: Person, gone: Person) -> None:
    if kept.id == gone.id or not {kept.kind, gone.kind} <= _PEOPLE:
        raise RuleError("merge_not_two_people")
    if gone.kind is PersonKind.MEMBER and kept.kind is not PersonKind.MEMBER:
        raise RuleError("merge_keep_member", name=gone.name)


def _check_apart(session: Session, pair: "_Pair") -> None:
    """Refuse where one has dealt with the other: nobody refers to himself."""
    day = session.scalar(
        select(Meeting.held_on)
        .join(Slip, Slip.meeting_id == Meeting.id)
        .where(
            or_(
                and_(Slip.giver_id == pair.kept.id, Slip.receiver_id == pair.gone.id),
                and_(Slip.giver_id == pair.gone.id, Slip.receiver_id == pair.kept.id),
            )
        )
        .limit(1)
    )
    if day is not None:
        raise pair.refusal("merge_slip_between", held_on=day)


@dataclass(frozen=True, slots=True)
class _Pair:
    """The two, and whose word counts where both say something."""

    kept: Person
    gone: Person
    prefer: Prefer | None

    def refusal(self, reason: str, **facts: object) -> RuleError:
        """Return a refusal that names them."""
        return RuleError(reason, kept=self.kept.name, gone=self.gone.name, **facts)


def _settle_memberships(session: Session, pair: _Pair) -> None:
    """Leave one of two memberships that ran at once."""
    mine, others = _spells(session, pair.kept), _spells(session, pair.gone)
    clashes = [(one, other) for one in mine for other in others if _at_once(one, other)]
    if clashes and pair.prefer is None:
        raise pair.refusal("merge_both_members")
    for spell in {clash[pair.prefer is Prefer.KEPT] for clash in clashes}:
        session.delete(spell)


def _spells(session: Session, person: Person) -> Sequence[Spell]:
    return session.scalars(select(Spell).where(Spell.person_id == person.id)).all()


def _at_once(one: Spell, other: Spell) -> bool:
    ends_before = one.left_on and other.joined_on and one.left_on <= other.joined_on
    begins_after = other.left_on and one.joined_on and other.left_on <= one.joined_on
    return not (ends_before or begins_after)


def _settle_summaries(session: Session, pair: _Pair) -> None:
    """Leave one of two rows of an official summary; the other stands there for nobody known."""
    other = aliased(OfficialRow)
    rows = session.execute(
        select(OfficialRow, other, OfficialPeriod)
        .join(other, other.period_id == OfficialRow.period_id)
        .join(OfficialPeriod, OfficialPeriod.id == OfficialRow.period_id)
        .where(OfficialRow.person_id == pair.kept.id, other.person_id == pair.gone.id)
    ).all()
    for of_kept, of_gone, period in rows:
        if pair.prefer is None:
            days = {"start": period.starts_on, "end": period.ends_on}
            raise pair.refusal("merge_both_in_summary", **days)
        (of_gone if pair.prefer is Prefer.KEPT else of_kept).person_id = None


def _fill(session: Session, kept: Person, gone: Person) -> None:
    """Fill in what only the other record knows, but no profession that is a third one's by now.

    Nobody is his own sponsor or mentor.
    """
    for field in _FILLED:
        if getattr(kept, field) in (None, ""):
            setattr(kept, field, getattr(gone, field))
    if kept.classification_id is None and _seat_is_free(session, kept, gone):
        kept.classification_id = gone.classification_id
    for field in ("sponsor_id", "mentor_id"):
        if getattr(kept, field) in (kept.id, gone.id):
            setattr(kept, field, None)


def _seat_is_free(session: Session, kept: Person, gone: Person) -> bool:
    seat, both = gone.classification_id, (kept.id, gone.id)
    return seat is None or classifications.holder(session, seat, besides=both) is None


def _settle_clashes(session: Session, column: Column[Any], pair: _Pair) -> None:
    """Leave one of two records that would stand in the same place."""
    table = _table(column)
    for unique in table.constraints:
        if isinstance(unique, UniqueConstraint) and column.name in unique.columns:
            for of_kept, of_gone in _clashes(session, column, unique, pair):
                if pair.prefer is None and not _same(of_kept, of_gone, column.name):
                    raise _clash(session, of_kept, pair)
                loser = of_kept if pair.prefer is Prefer.GONE else of_gone
                session.execute(delete(table).where(table.c.id == loser["id"]))


def _clashes(
    session: Session, column: Column[Any], unique: UniqueConstraint, pair: _Pair
) -> Iterator[tuple[_Record, _Record]]:
    """Yield the records of both that agree in all else that must be the only one of its kind."""
    mine, other = (_table(column).alias() for _each in range(2))
    shared = (one.name for one in unique.columns if one.name != column.name)
    agree = and_(true(), *(mine.c[name].is_not_distinct_from(other.c[name]) for name in shared))
    rows = session.execute(
        select(mine, other)
        .join(other, agree)
        .where(mine.c[column.name] == pair.kept.id, other.c[column.name] == pair.gone.id)
    ).all()
    names = _table(column).columns.keys()
    for row in rows:
        yield (
            dict(zip(names, row[: len(names)], strict=True)),
            dict(zip(names, row[len(names) :], strict=True)),
        )


def _same(one: _Record, other: _Record, column: str) -> bool:
    own = {"id", "version", column}
    return all(one[name] == other[name] for name in one if name not in own)


def _clash(session: Session, record: _Record, pair: _Pair) -> RuleError:
    meeting = session.get(Meeting, record.get("meeting_id") or 0)
    if meeting is None:
        return pair.refusal("merge_clash")
    return pair.refusal("merge_both_marked", held_on=meeting.held_on)


def _move(session: Session, column: Column[Any], pair: _Pair) -> None:
    table = _table(column)
    session.execute(
        update(table)
        .where(column == pair.gone.id)
        .values({column.name: pair.kept.id, "version": table.c.version + 1})
    )


def _table(column: Column[Any]) -> Table:
    if not isinstance(column.table, Table):
        raise TypeError(column)
    return column.table
