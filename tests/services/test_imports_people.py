"""Names in files meet the people of the book by what is written, and never by a guess."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.imports import Alias
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.queries.imports.people import Acquaintance, Becomes, How
from app.queries.roster import seating
from app.services import roster
from tests.exchange.samples import education, one_to_one, referral, thanks, visitor
from tests.imported_book import (
    ELM,
    EVENING,
    HALF_YEAR,
    WEEK_AFTER,
    ImportedBook,
    audit,
    half_year,
    member,
    weekly,
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[ImportedBook]:
    book = ImportedBook.create(tmp_path)
    for name in ("Ann Lee", "Bob Hart"):
        book.member(name)
    yield book
    book.store.close()


@pytest.fixture
def blank(tmp_path: Path) -> Iterator[ImportedBook]:
    book = ImportedBook.empty(tmp_path)
    yield book
    book.store.close()


def met(book: ImportedBook, content: bytes) -> dict[str, Acquaintance]:
    (file,) = book.plan(content).preview.files
    return {person.name: person for person in file.people}


def members_on(book: ImportedBook, day: date) -> list[str]:
    return [seat.name for seat in book.ask(seating, day)]


@pytest.mark.parametrize(
    "written", ["Ann  Lee", " ann LEE ", "ANN LEE", "Ann\u00a0Lee", "Ａｎｎ Lee", "Ann Le\u00ade"]
)
def test_a_name_is_known_in_every_dress(book: ImportedBook, written: str) -> None:
    book.bring_in(audit([education(written)]))
    assert book.people() == ["Ann Lee", "Bob Hart"]


@pytest.mark.parametrize("written", ["Lee Ann", "Lee, Ann"])
def test_a_name_turned_round_is_the_same_member(book: ImportedBook, written: str) -> None:
    (person,) = met(book, audit([education(written)])).values()
    assert (person.name, person.how) == ("Ann Lee", How.WORDS)


def test_two_names_of_the_same_words_in_one_file_are_two_people(book: ImportedBook) -> None:
    found = met(book, audit([one_to_one("Ann Lee", "Lee Ann")]))
    assert found["Ann Lee"].how is How.EXACT
    assert found["Lee Ann"].becomes is Becomes.FORMER


def test_what_is_only_alike_is_offered_and_not_merged(book: ImportedBook) -> None:
    found = met(book, audit([education("A. Lee")]))
    assert found["A. Lee"].becomes is Becomes.FORMER
    assert [offer.name for offer in found["A. Lee"].offers] == ["Ann Lee"]


def test_a_spelling_the_chapter_was_told_is_remembered(book: ImportedBook) -> None:
    def remember(session: Session) -> None:
        session.add(Alias(name_key="annie l", person_id=book_ann))

    book_ann = book.person("Ann Lee")
    book.write(remember)
    (person,) = met(book, audit([education("Annie L")])).values()
    assert (person.ref, person.how) == (book_ann, How.ALIAS)


def test_who_was_renamed_is_still_known_by_the_name_in_files(book: ImportedBook) -> None:
    rows = [education("Ann Lee"), referral("Ann Lee", "Ola Ray", outside="receiver", detail=ELM)]
    book.bring_in(audit(rows))
    ann, ola = book.person("Ann Lee"), book.person("Ola Ray")
    book.write(roster.correct, person_id=ann, given_name="Anna", family_name="Lehmann")
    book.write(roster.correct_external, person_id=ola, name="Ola Ray", chapter="Elm Park")
    assert not book.bring_in(audit(rows)).tables
    found = met(book, audit(rows, held_on=WEEK_AFTER))
    assert {person.how for person in found.values()} == {How.ALIAS}
    assert {person.ref for person in found.values()} == {ann, ola}


def test_the_same_file_is_read_alike_when_others_have_come_between(book: ImportedBook) -> None:
    turned = audit([education("Lee Ann")])
    book.bring_in(turned)
    book.bring_in(audit([one_to_one("Ann Lee", "Lee Ann")], held_on=WEEK_AFTER))
    assert book.people() == ["Ann Lee", "Bob Hart", "Lee Ann"]
    assert not book.bring_in(turned).tables


def test_a_guest_who_has_become_a_member_is_the_same_person(book: ImportedBook) -> None:
    rows = [referral("Ann Lee", "Ola Ray", outside="receiver", detail=ELM)]
    book.bring_in(audit(rows))
    book.write(roster.rejoin, person_id=book.person("Ola Ray"), on=date(2025, 6, 1))
    assert not book.bring_in(audit(rows)).tables


def test_a_file_without_bold_type_is_read_alike_again(blank: ImportedBook) -> None:
    rows = [
        referral("Ann Lee", "Bob Hart", detail=ELM),
        referral("Ann Lee", "Cy Odo", detail=ELM),
        referral("Di Poe", "Cy Odo"),
        one_to_one("Bob Hart", "Ann Lee", detail=ELM),
        referral("Cy Odo", "Bob Hart", detail=ELM),
    ]
    for order in (rows, rows[::-1]):
        lost = audit(order, container="csv")
        blank.bring_in(lost)
        assert not blank.bring_in(lost).tables
        blank.store.undo()


def test_the_same_name_in_another_chapter_is_someone_else(book: ImportedBook) -> None:
    rows = [
        referral("Ann Lee", "Ola Ray", outside="receiver", detail="Elm, North, Freedonia"),
        referral("Ann Lee", "Ola Ray", outside="receiver", detail="Oak, North, Freedonia"),
        referral("Ann Lee", "Ola Ray", outside="receiver", detail="Elm, South, Freedonia"),
        referral("Ann Lee", "Ola Ray", outside="receiver"),
        referral("Ann Lee", "Bob Hart", outside="receiver", detail="Elm, North, Freedonia"),
    ]
    book.bring_in(audit(rows))
    assert book.people("external") == ["Ola Ray"] * 4 + ["Bob Hart"]
    assert not book.bring_in(audit(rows)).tables


def test_a_typed_person_of_another_chapter_is_met_again(book: ImportedBook) -> None:
    known = book.external("Ola Ray", of="Elm")
    found = met(book, audit([referral("Ann Lee", "OLA RAY", outside="receiver", detail=ELM)]))
    assert found["Ola Ray"].ref == known


def test_the_organisation_and_visitors_are_one_record_each(book: ImportedBook) -> None:
    rows = [
        thanks("BNI", "5.00", outside=True),
        thanks("Visitor", "6.00", outside=True),
        visitor("BNI", "Una Flynn", outside=True),
        visitor("Visitor", "Tom Dune", outside=True),
    ]
    book.bring_in(audit(rows))
    book.bring_in(audit(rows, held_on=WEEK_AFTER))
    assert book.people("organisation") == ["BNI"]
    assert book.people("visitors") == ["Visitor"]


def test_a_visitor_of_one_name_is_one_guest_with_every_visit(book: ImportedBook) -> None:
    book.bring_in(audit([visitor("Ann Lee", "Una  Flynn")]))
    plan = book.plan(audit([visitor("Bob Hart", "una flynn")], held_on=WEEK_AFTER))
    assert plan.visitors == ()


def test_a_plain_name_not_on_the_roster_is_a_member_who_has_left(book: ImportedBook) -> None:
    book.bring_in(audit([education("Cy Odo")]))
    assert "Cy Odo" in members_on(book, EVENING)
    assert "Cy Odo" not in members_on(book, EVENING + timedelta(days=1))
    book.bring_in(audit([education("Cy Odo")], held_on=WEEK_AFTER))
    assert "Cy Odo" in members_on(book, WEEK_AFTER)
    assert "Cy Odo" not in members_on(book, WEEK_AFTER + timedelta(days=1))


def test_in_a_book_without_a_roster_plain_names_are_members(blank: ImportedBook) -> None:
    blank.bring_in(audit([education("Ann Lee")]))
    blank.bring_in(audit([education("Cy Odo")], held_on=WEEK_AFTER))
    assert members_on(blank, date(2030, 1, 1)) == ["Ann Lee", "Cy Odo"]


def test_a_summary_makes_members_of_its_rows_in_its_order(blank: ImportedBook) -> None:
    blank.bring_in(half_year(member("Cy Odo", p=20), member("Ann Marie Lee", p=22, a=1)))
    assert members_on(blank, date(2030, 1, 1)) == ["Cy Odo", "Ann Marie Lee"]
    assert blank.ask(_parts, "Ann Marie Lee") == ("Ann Marie", "Lee", 2)


def test_a_summary_is_asked_first_whatever_the_order_of_files(blank: ImportedBook) -> None:
    blank.bring_in(
        audit([one_to_one("Ann Lee", "Cy Odo")], held_on=HALF_YEAR[0]),
        half_year(member("Ann Lee", p=22)),
    )
    assert members_on(blank, date(2030, 1, 1)) == ["Ann Lee"]
    assert members_on(blank, HALF_YEAR[0]) == ["Ann Lee", "Cy Odo"]


def test_who_was_known_from_slips_only_gets_a_seat_by_a_summary(blank: ImportedBook) -> None:
    blank.bring_in(audit([one_to_one("Ann Lee", "Cy Odo")]))
    blank.bring_in(half_year(member("Cy Odo", p=20), member("Ann Lee", p=20)))
    assert [seat.name for seat in blank.ask(seating, EVENING)] == ["Cy Odo", "Ann Lee"]
    assert blank.ask(_parts, "Cy Odo") == ("Cy", "Odo", 1)


def test_an_earlier_summary_calls_nobody_back(blank: ImportedBook) -> None:
    blank.bring_in(half_year(member("Ann Lee", p=22)))
    earlier = (date(2024, 4, 1), date(2024, 9, 30))
    blank.bring_in(half_year(member("Ann Lee", p=22), member("Cy Odo", p=9), period=earlier))
    assert members_on(blank, date(2024, 9, 30)) == ["Ann Lee", "Cy Odo"]
    assert members_on(blank, date(2024, 10, 1)) == ["Ann Lee"]


def test_members_missing_from_the_latest_summary_are_named(book: ImportedBook) -> None:
    (file,) = book.plan(half_year(member("Ann Lee", p=22))).preview.files
    (oddity,) = [one for one in file.oddities if one.reason == "import_not_listed"]
    assert oddity.facts == {"count": 1, "names": "Bob Hart"}


def test_two_rows_of_one_name_in_a_summary_are_two_members(blank: ImportedBook) -> None:
    twice = weekly(member("Ann Lee", p=1), member("Ann Lee", a=1))
    blank.bring_in(twice)
    assert blank.people() == ["Ann Lee", "Ann Lee"]
    assert not blank.bring_in(twice).tables


def test_a_member_the_book_says_has_left_before_is_remarked_upon(book: ImportedBook) -> None:
    book.write(roster.leave, person_id=book.person("Ann Lee"), on=date(2025, 1, 1))
    (file,) = book.plan(audit([education("Ann Lee")])).preview.files
    assert "import_no_member_then" in {oddity.reason for oddity in file.oddities}
    book.bring_in(audit([education("Ann Lee")]))
    assert "Ann Lee" not in members_on(book, EVENING)


def test_namesakes_are_told_apart_by_when_they_were_members(book: ImportedBook) -> None:
    book.write(roster.leave, person_id=book.person("Ann Lee"), on=date(2024, 6, 1))
    book.write(roster.admit, given_name="Ann", family_name="Lee", joined_on=date(2024, 7, 1))
    (person,) = met(book, audit([education("Ann Lee")])).values()
    assert book.ask(_joined, person.ref) == date(2024, 7, 1)


def test_the_name_on_a_slip_stays_as_it_was_written(book: ImportedBook) -> None:
    book.bring_in(audit([education("ANN   LEE")]))
    assert book.ask(_written) == ["ANN   LEE"]


def _parts(session: Session, name: str) -> tuple[str, str, int | None]:
    columns = select(Person.given_name, Person.family_name, Person.seat)
    given, family, seat = session.execute(columns.where(Person.name == name)).one()
    return given, family, seat


def _joined(session: Session, person_id: int) -> date | None:
    return session.scalars(select(Spell.joined_on).where(Spell.person_id == person_id)).one()


def _written(session: Session) -> list[str]:
    return list(session.scalars(select(Slip.giver_written)))
