"""A book is told what in it makes no sense, and where official figures say otherwise."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from app.models.chapter import Chapter
from app.models.meetings import Meeting
from app.models.people import Spell
from app.models.slips import Slip
from app.queries.check import contradictions
from app.queries.official import differences
from app.rules.meetings import MeetingState
from app.services import meetings, memberships
from tests.exchange.samples import Counters, education, one_to_one, referral, thanks
from tests.imported_book import EVENING, WEEK_AFTER, ImportedBook, audit, half_year, member, weekly

ROWS = (
    referral("Ann Lee", "Bob Hart"),
    one_to_one("Ann Lee", "Bob Hart"),
    thanks("Ann Lee", "75.00"),
    education("Bob Hart", "3"),
)
ANN = member("Ann Lee", p=1, rgi=1, one=1, tyfcb=75)
BOB = member("Bob Hart", l=1, rri=1, one=1, ceu=3)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[ImportedBook]:
    book = ImportedBook.empty(tmp_path)
    yield book
    book.store.close()


def reasons(book: ImportedBook) -> list[str]:
    return [fault.reason for fault in book.ask(contradictions)]


def test_slips_and_summary_that_agree_are_sound(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS), weekly(ANN, BOB))
    assert reasons(book) == []


def test_a_figure_that_differs_is_told_with_both_numbers(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS), weekly(member("Ann Lee", p=1, rgi=4, one=1, tyfcb=75), BOB))
    (one,) = book.ask(differences)
    assert (one.name, one.figure, one.official, one.book) == ("Ann Lee", "given_inside", 4, 1)
    assert (one.start, one.end) == (EVENING, EVENING)
    assert reasons(book) == ["check_official"]


def test_slips_are_not_compared_where_only_marks_came_in(book: ImportedBook) -> None:
    book.bring_in(weekly(ANN, BOB))
    assert reasons(book) == []


def test_marks_are_not_compared_where_only_slips_came_in(book: ImportedBook) -> None:
    book.bring_in(half_year(ANN, BOB, visitors=Counters(p=1)), audit(ROWS))
    assert reasons(book) == []


def test_a_period_is_compared_once_the_book_has_all_its_meetings(book: ImportedBook) -> None:
    official = half_year(
        member("Ann Lee", p=2, rgi=3, one=2, tyfcb=150),
        member("Bob Hart", p=2, rri=2, one=2, ceu=6),
    )
    book.bring_in(official, audit(ROWS))
    assert reasons(book) == []
    book.bring_in(audit(ROWS, held_on=WEEK_AFTER))
    assert [(one.name, one.figure) for one in book.ask(differences)] == [
        ("Ann Lee", "given_inside")
    ]


def test_a_mark_of_somebody_who_was_no_member_is_told(book: ImportedBook) -> None:
    book.member("Ann Lee")
    meeting = book.meeting(EVENING)
    book.mark(meeting, "P", book.person("Ann Lee"))
    assert reasons(book) == []
    book.write(
        memberships.correct,
        spell_id=1,
        joined_on=date(2025, 6, 1),
        left_on=None,
        renewal_due=None,
    )
    assert reasons(book) == ["check_mark_of_stranger"]
    book.write(meetings.discard, meeting_id=meeting, reason="double")
    assert reasons(book) == []


def _without_chapter(session: Session) -> None:
    session.execute(delete(Chapter))


def _slips_in_a_holiday(session: Session) -> None:
    state = update(Meeting).values(state=MeetingState.HOLIDAY, version=Meeting.version + 1)
    session.execute(state)


def _member_twice(session: Session) -> None:
    session.add(Spell(person_id=1, joined_on=None))


def _typed_without_amount(session: Session) -> None:
    values = {"imported": False, "amount": None, "version": Slip.version + 1}
    session.execute(update(Slip).where(Slip.amount.is_not(None)).values(**values))


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (_without_chapter, "check_no_chapter"),
        (_slips_in_a_holiday, "check_holiday_slips"),
        (_member_twice, "check_member_twice"),
        (_typed_without_amount, "check_slip_closed_business"),
    ],
)
def test_what_makes_no_sense_is_told(book: ImportedBook, damage: object, reason: str) -> None:
    book.bring_in(audit(ROWS))
    assert reasons(book) == []
    assert callable(damage)
    book.write(damage)
    assert reasons(book) == [reason]
