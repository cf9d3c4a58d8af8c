"""Lists of members, visitors, trainings and marks go into the book, and only once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.models.classifications import Classification
from app.models.imports import Training
from app.models.people import Person, Spell, Visitor
from app.services import meetings
from tests.exchange import list_samples as lists
from tests.exchange.samples import referral, visitor
from tests.imported_book import EVENING, WEEK_AFTER, ImportedBook, audit, half_year, member

ROSTER = lists.listed(
    lists.OWN_ROSTER,
    [
        ["1", "Riverside", "Baker", "Ann", "Lee", "Lee & Co", "1", "2", "a@b.test", "Active",
         "25/02/2024", "01/03/2026", ""],
        ["2", "Riverside", "Plumber", "Bob", "Hart", "", "", "", "", "Active", "", "", "Ann Lee"],
    ],
)  # fmt: skip
DUES = lists.stacked(
    ("Current Members", lists.DUES,
     [["Ann Lee", "Baker", "1 year", "Active", "01/03/2027", "No", "25/02/2024"]]),
    ("Dropped", lists.DUES,
     [["Dan Gone", "Joiner", "1 year", "Dropped", "01/12/2024", "No", "01/12/2020"]]),
)  # fmt: skip
TRAINED = ["North", "Harbour Lights", "Ann", "Lee", "2025-03-01", "*Basics", "Participant",
           "", "", "", ""]  # fmt: skip
TRAININGS = lists.listed(lists.TRAINING, [TRAINED, TRAINED, [*TRAINED[:2], "Bob", *TRAINED[3:]]])
WIDE = lists.listed(
    ["First Name", "Last Name", "2025-02-13", "2025-02-20"],
    [["Ann", "Lee", "P", "A"], ["Bob", "Hart", "L", ""]],
)


def came(name: str, invited_by: str, day: str = "13/02/2025", kind: str = "Visitor") -> list[str]:
    given, family = name.split()
    return [
        given,
        family,
        "Flynn Ltd",
        "Florist",
        "u@f.test",
        "7",
        *[""] * 6,
        day,
        invited_by,
        kind,
    ]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[ImportedBook]:
    book = ImportedBook.create(tmp_path)
    yield book
    book.store.close()


def _members(session: Session) -> dict[str, tuple[object, ...]]:
    sponsor = aliased(Person)
    rows = session.execute(
        select(Person.name, Classification.name, Person.company, Person.phone, Spell.joined_on,
               Spell.renewal_due, Spell.left_on, sponsor.name)
        .join(Spell, Spell.person_id == Person.id)
        .outerjoin(Classification, Classification.id == Person.classification_id)
        .outerjoin(sponsor, sponsor.id == Person.sponsor_id)
    )  # fmt: skip
    return {row[0]: tuple(row[1:]) for row in rows}


def _trainings(session: Session) -> list[tuple[str, date, str]]:
    rows = select(Person.name, Training.held_on, Training.kind).join(
        Training, Training.person_id == Person.id
    )
    return sorted((name, day, kind) for name, day, kind in session.execute(rows))


def _guests(session: Session) -> dict[str, tuple[str, str, str | None]]:
    inviter = aliased(Person)
    rows = select(Visitor.name, Visitor.phone, Visitor.stage, inviter.name).outerjoin(
        inviter, inviter.id == Visitor.inviter_id
    )
    return {row[0]: (row[1], row[2].value, row[3]) for row in session.execute(rows)}


def remarks(book: ImportedBook, content: bytes) -> set[str]:
    (file,) = book.plan(content).preview.files
    return {odd.reason for odd in file.oddities}


def test_a_roster_makes_members_with_all_it_tells_of_them(book: ImportedBook) -> None:
    book.bring_in(ROSTER)
    found = book.ask(_members)
    assert found["Ann Lee"] == (
        "Baker", "Lee & Co", "2", date(2024, 2, 25), date(2026, 3, 1), None, None,
    )  # fmt: skip
    assert found["Bob Hart"] == ("Plumber", "", "", None, None, None, "Ann Lee")


def test_the_same_list_again_adds_nothing_in_whatever_container(book: ImportedBook) -> None:
    book.bring_in(ROSTER)
    assert book.plan(ROSTER).preview.rows_new == 0
    changed = book.bring_in(ROSTER)
    assert not changed.tables


def test_what_the_book_says_stays_and_the_difference_is_told(book: ImportedBook) -> None:
    book.bring_in(ROSTER)
    other = lists.listed(lists.ROSTER, [["Ann Lee", "Baker", "Another Co", ""]])
    book.bring_in(other)
    assert book.ask(_members)["Ann Lee"][1] == "Lee & Co"
    assert "import_details_differ" in remarks(book, other)


def test_a_profession_somebody_has_already_is_left_out(book: ImportedBook) -> None:
    book.bring_in(ROSTER)
    second = lists.listed(lists.ROSTER, [["Cat Moor", "Food > Baker", "Moor", ""]])
    assert "import_profession_taken" in remarks(book, second)
    book.bring_in(second)
    assert book.ask(_members)["Cat Moor"][0] is None


def test_a_later_renewal_date_is_taken_and_who_was_dropped_is_a_former_member(
    book: ImportedBook,
) -> None:
    book.bring_in(ROSTER, DUES)
    found = book.ask(_members)
    assert found["Ann Lee"][4] == date(2027, 3, 1)
    assert found["Dan Gone"][5] == date(2024, 12, 1)


def test_a_member_whom_a_list_calls_dropped_is_left_to_the_chapter(book: ImportedBook) -> None:
    book.member("Dan Gone")
    assert "import_gone_by_list" in remarks(book, DUES)
    book.bring_in(DUES)
    assert book.ask(_members)["Dan Gone"][5] is None


def test_a_list_is_brought_in_before_all_that_rests_on_it(book: ImportedBook) -> None:
    slips = audit([referral("Ann Lee", "Old Timer")])
    book.bring_in(slips, half_year(member("Old Timer", p=3), member("Ann Lee", p=5)), ROSTER)
    found = book.ask(_members)
    assert found["Ann Lee"][5] is None
    assert found["Old Timer"][5] == date(2025, 4, 1)


def test_trainings_are_kept_as_often_as_the_file_has_them_and_only_once(
    book: ImportedBook,
) -> None:
    book.bring_in(ROSTER, TRAININGS)
    day = date(2025, 3, 1)
    expected = [("Ann Lee", day, "Basics"), ("Ann Lee", day, "Basics"), ("Bob Lee", day, "Basics")]
    assert book.ask(_trainings) == expected
    assert book.plan(TRAININGS).preview.rows_new == 0


def test_a_wide_report_marks_every_meeting_in_it(book: ImportedBook) -> None:
    book.bring_in(WIDE)
    assert book.marks(EVENING) == {"Ann Lee": "P", "Bob Hart": "L"}
    assert book.marks(WEEK_AFTER) == {"Ann Lee": "A"}
    assert book.state(WEEK_AFTER) == "completed"
    assert book.plan(WIDE).preview.rows_new == 0


def test_marks_of_a_holiday_are_left_out_and_told(book: ImportedBook) -> None:
    book.write(meetings.schedule, held_on=WEEK_AFTER)
    book.write(meetings.declare_holiday, meeting_id=1, reason="Snow")
    assert "import_closed_meetings" in remarks(book, WIDE)
    book.bring_in(WIDE)
    assert book.marks(WEEK_AFTER) == {}


def test_visits_count_in_meetings_no_audit_speaks_of(book: ImportedBook) -> None:
    rows = [came("Una Flynn", "Ann Lee"), came("Tom Dune", "The web site", "06/02/2025"),
            came("Stan Dean", "Bob Hart", kind="Substitute")]  # fmt: skip
    listed = lists.listed(lists.VISITORS, rows)
    book.bring_in(ROSTER, WIDE, listed)
    assert book.kinds(EVENING) == {"visitor": 1}
    assert book.ask(_guests) == {
        "Una Flynn": ("7", "attended", "Ann Lee"),
        "Tom Dune": ("7", "attended", None),
    }
    assert remarks(book, listed) >= {"import_substitutes", "import_visits_without_meeting"}
    assert book.plan(listed).preview.rows_new == 0


def test_a_visit_an_audit_has_is_not_counted_again(book: ImportedBook) -> None:
    listed = lists.listed(lists.VISITORS, [came("Una Flynn", "Ann Lee"), came("Tom Dune", "Bob")])
    slips = audit([visitor("Ann Lee", "Una  Flynn"), referral("Ann Lee", "Bob Hart")])
    book.bring_in(listed, slips, ROSTER)
    assert book.kinds(EVENING) == {"visitor": 1, "referral": 1}
    assert book.ask(_guests)["Una Flynn"] == ("7", "attended", "Ann Lee")
    assert book.plan(listed, slips, ROSTER).preview.rows_new == 0


def test_who_registered_is_invited_and_has_come_once_a_visit_says_so(book: ImportedBook) -> None:
    row = ["", "Una", "Flynn", "", "", "", "", "", "Ann Lee", "2025-02-13", "", "", "", "", "",
           "", "", "", "", "", "", ""]  # fmt: skip
    book.bring_in(ROSTER, lists.listed(lists.PROSPECTS, [row]))
    assert book.ask(_guests)["Una Flynn"][1] == "invited"
    book.bring_in(WIDE, lists.listed(lists.VISITORS, [came("Una Flynn", "Ann Lee")]))
    assert book.ask(_guests)["Una Flynn"][1] == "attended"


def test_one_import_of_many_kinds_is_one_change_that_goes_back_whole(book: ImportedBook) -> None:
    before = book.ask(_members)
    listed = lists.listed(lists.VISITORS, [came("Una Flynn", "Ann Lee")])
    change = book.bring_in(listed, WIDE, TRAININGS, DUES, ROSTER)
    assert change.tables >= {"person", "spell", "training", "mark", "visitor", "slip"}
    book.store.undo()
    assert book.ask(_members) == before
    assert book.ask(_trainings) == []
    assert book.ask(_guests) == {}


def test_published_lights_are_compared_with_the_books_scores_and_not_stored(
    book: ImportedBook,
) -> None:
    book.bring_in(ROSTER, WIDE)
    labels = ("Mitglied", "Platzierung", "Punkte")
    rows = [["Ann Lee", "1", "100"], ["Nobody Known", "2", "50"]]
    days = [("From:", "2025-02-01"), ("To:", "2025-02-28")]
    listed = lists.listed(labels, rows, title="Punkte", parameters=days)
    (file,) = book.plan(listed).preview.files
    assert {one.what.value: one.read for one in file.contents} == {
        "other_score": 1,
        "no_own_score": 1,
    }
    assert "import_scores_differ" in {odd.reason for odd in file.oddities}
    assert not book.bring_in(listed).tables
