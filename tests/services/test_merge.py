"""Two people found to be one: nothing of either is lost, and it can all be taken back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Column, Table, func, select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.imports import Alias, OfficialPeriod, OfficialRow
from app.models.people import Person, Spell
from app.rules.merging import Prefer
from app.rules.people import PersonKind
from app.services import people, roster
from app.storage import Store
from tests import every_table
from tests.images import images
from tests.services.stage import TONIGHT, WEEK_BEFORE, Stage
from tests.small_book import SmallBook

REFERENCES = list(people.references())


def _name(column: "Column[Any]") -> str:
    return f"{column.table.name}.{column.name}"


def _count(session: Session, column: "Column[Any]", person_id: int) -> int:
    return session.scalar(select(func.count()).where(column == person_id)) or 0


def _refer(column: "Column[Any]", person_id: int) -> Callable[[Session], None]:
    """Return a deed that adds a record which refers to somebody in a column."""

    def deed(session: Session) -> None:
        def refer(one: "Column[Any]") -> int | None:
            return person_id if one is column else _new(session, one)

        assert isinstance(column.table, Table)
        every_table.add(session, column.table, refer)

    return deed


def _new(session: Session, column: "Column[Any]") -> int | None:
    """Return a new record that a column refers to, where it must."""
    if column.nullable:
        return None
    parent = Person.metadata.tables[every_table.target(column) or ""]
    return every_table.add(session, parent, lambda one: _new(session, one))


@pytest.mark.parametrize("column", REFERENCES, ids=_name)
def test_whatever_refers_to_one_refers_to_the_other_and_back(
    store: Store, stage: Stage, column: "Column[Any]"
) -> None:
    store.write("everything", every_table.fill)
    store.write("one more", _refer(column, stage.external))
    was = store.read(_count, column, stage.external) + store.read(_count, column, stage.bob)
    before = images(store)
    store.write("merge", people.merge, kept_id=stage.bob, gone_id=stage.external)
    assert all(not store.read(_count, one, stage.external) for one in REFERENCES)
    assert store.read(_count, column, stage.bob) == was + (column is Alias.__table__.c.person_id)
    store.undo()
    assert images(store) == before
    store.redo()
    assert not store.read(_count, column, stage.external)


def test_there_is_no_reference_to_a_person_that_is_not_tried() -> None:
    assert {"slip.giver_id", "mark.person_id", "person.sponsor_id", "official_row.person_id"} <= {
        _name(column) for column in REFERENCES
    }


def test_the_spelling_is_remembered_and_blanks_are_filled(book: SmallBook, stage: Stage) -> None:
    book.write(roster.reach, person_id=stage.external, phone="01632 960777", company="Whitlock")
    book.write(roster.reach, person_id=stage.bob, company="Hartley Kitchens")
    book.write(people.merge, kept_id=stage.bob, gone_id=stage.external)
    bob = book.ask(_person, stage.bob)
    assert (bob.company, bob.phone, bob.kind) == (
        "Hartley Kitchens", "01632 960777", PersonKind.MEMBER,
    )  # fmt: skip
    assert book.ask(lambda session: session.scalars(select(Alias.person_id)).all()) == [stage.bob]


def test_a_profession_that_is_a_third_ones_by_now_is_not_filled_in(
    book: SmallBook, stage: Stage
) -> None:
    joined = date(2026, 6, 2)
    fay = book.member("Fay Lane", joined_on=joined)
    book.member("Eve Roe", "Florist", joined_on=joined)
    book.write(people.merge, kept_id=fay, gone_id=stage.former)
    assert book.ask(_person, fay).classification_id is None


def test_slips_of_both_count_for_one(book: SmallBook, stage: Stage) -> None:
    book.referral(stage.external, stage.ann, TONIGHT, meeting_id=stage.draft)
    book.write(people.merge, kept_id=stage.bob, gone_id=stage.external)
    assert book.ask(_given, stage.bob) == 2


def test_who_has_dealt_with_himself_is_two_people(book: SmallBook, stage: Stage) -> None:
    with pytest.raises(RuleError, match="merge_slip_between"):
        book.write(people.merge, kept_id=stage.bob, gone_id=stage.ann)


def test_a_member_does_not_become_somebody_of_elsewhere(book: SmallBook, stage: Stage) -> None:
    with pytest.raises(RuleError, match="merge_keep_member"):
        book.write(people.merge, kept_id=stage.external, gone_id=stage.bob)
    with pytest.raises(RuleError, match="merge_not_two_people"):
        book.write(people.merge, kept_id=stage.bob, gone_id=stage.bob)


def test_two_marks_of_one_meeting_are_refused_until_it_is_said_which_counts(
    book: SmallBook, stage: Stage
) -> None:
    cleo = book.member("Cleo Dark", joined_on=date(2026, 11, 15))
    dora = book.member("Cleo Darke", joined_on=date(2026, 11, 15))
    book.write(roster.leave, person_id=dora, on=date(2026, 11, 16))
    book.write(_correct_spell, cleo, date(2026, 11, 16))
    book.mark(stage.draft, "L", cleo)
    book.mark(stage.draft, "A", dora)
    with pytest.raises(RuleError, match="merge_both_marked") as refusal:
        book.write(people.merge, kept_id=cleo, gone_id=dora)
    assert refusal.value.facts["held_on"] == TONIGHT
    book.write(people.merge, kept_id=cleo, gone_id=dora, prefer=Prefer.GONE)
    assert book.ask(_mark, stage.draft, cleo) == "A"


def test_the_same_mark_twice_is_one_mark(book: SmallBook, stage: Stage) -> None:
    cleo = book.member("Cleo Dark", joined_on=TONIGHT)
    other = book.external("Cleo Darke")
    for person in (cleo, other):
        book.mark(stage.draft, "P", person)
    book.write(people.merge, kept_id=cleo, gone_id=other)
    assert book.ask(_mark, stage.draft, cleo) == "P"


@pytest.mark.parametrize("prefer", list(Prefer))
def test_of_two_memberships_at_once_the_one_that_counts_is_left(
    book: SmallBook, stage: Stage, prefer: Prefer
) -> None:
    cleo = book.member("Cleo Dark", joined_on=WEEK_BEFORE)
    before = book.ask(_spells, {Prefer.KEPT: cleo, Prefer.GONE: stage.ann}[prefer])
    with pytest.raises(RuleError, match="merge_both_members"):
        book.write(people.merge, kept_id=cleo, gone_id=stage.ann)
    book.write(people.merge, kept_id=cleo, gone_id=stage.ann, prefer=prefer)
    assert book.ask(_spells, cleo) == before


def test_memberships_one_after_the_other_both_stay(book: SmallBook, stage: Stage) -> None:
    again = book.member("Dora Laine", joined_on=date(2026, 6, 2))
    book.write(people.merge, kept_id=again, gone_id=stage.former)
    assert len(book.ask(_spells, again)) == 3


def test_two_rows_of_one_summary_are_refused_and_never_added_up(
    book: SmallBook, stage: Stage
) -> None:
    book.write(_summary_of_both, stage.bob, stage.external)
    with pytest.raises(RuleError, match="merge_both_in_summary"):
        book.write(people.merge, kept_id=stage.bob, gone_id=stage.external)
    book.write(people.merge, kept_id=stage.bob, gone_id=stage.external, prefer=Prefer.KEPT)
    assert book.ask(_official, stage.bob) == [5]


def _person(session: Session, person_id: int) -> Person:
    found = session.scalars(select(Person).where(Person.id == person_id)).one()
    session.expunge(found)
    return found


def _given(session: Session, person_id: int) -> int:
    slips = Person.metadata.tables["slip"]
    return (
        session.scalar(
            select(func.count()).where(slips.c.giver_id == person_id, slips.c.kind == "referral")
        )
        or 0
    )


def _mark(session: Session, meeting_id: int, person_id: int) -> str:
    marks = Person.metadata.tables["mark"]
    return str(session.scalars(
        select(marks.c.attendance).where(
            marks.c.meeting_id == meeting_id, marks.c.person_id == person_id
        )
    ).one().value)  # fmt: skip


def _spells(session: Session, person_id: int) -> list[tuple[date | None, date | None]]:
    rows = session.execute(
        select(Spell.joined_on, Spell.left_on).where(Spell.person_id == person_id)
    )
    return [(start, end) for start, end in rows]


def _correct_spell(session: Session, person_id: int, joined_on: date) -> None:
    session.scalars(select(Spell).where(Spell.person_id == person_id)).one().joined_on = joined_on


def _summary_of_both(session: Session, one: int, other: int) -> None:
    period = OfficialPeriod(starts_on=WEEK_BEFORE, ends_on=TONIGHT, fingerprint="x")
    session.add(period)
    session.flush()
    figures = dict.fromkeys(OfficialRow.__table__.columns.keys()[5:-2], 0)
    for person_id, present in ((one, 5), (other, 3)):
        row = {**figures, "present": present, "testimonials": None}
        session.add(OfficialRow(period_id=period.id, place="member", person_id=person_id,
                                name_written="x", **row))  # fmt: skip


def _official(session: Session, person_id: int) -> list[int]:
    return list(
        session.scalars(select(OfficialRow.present).where(OfficialRow.person_id == person_id))
    )
