"""Book, audit and summary side by side: what differs, and what settles it in one step."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.checking import AuditedFigures
from app.models.slips import Slip
from app.queries.checking import Finding, Subject, checked, unsettled
from app.reports import checking_words as words
from app.rules.corrections import Cure
from app.rules.slips import SlipKind
from app.services import checking, people, slips
from tests.exchange.samples import Counters, education, one_to_one, referral, thanks
from tests.exchange.samples import Slip as Row
from tests.imported_book import EVENING, WEEK_AFTER, ImportedBook, audit, half_year, member, weekly

ROWS = (
    referral("Ann Lee", "Bob Hart"),
    one_to_one("Ann Lee", "Bob Hart"),
    thanks("Ann Lee", "75.00"),
    education("Bob Hart", "3"),
)
ANN = {"p": 1, "rgi": 1, "one": 1, "tyfcb": 75}
BOB = {"p": 1, "rri": 1, "one": 1, "ceu": 3}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[ImportedBook]:
    book = ImportedBook.empty(tmp_path)
    yield book
    book.store.close()


def found(book: ImportedBook) -> list[Finding]:
    return list(book.ask(checked).findings)


def settle(book: ImportedBook, finding: Finding) -> None:
    assert finding.correction is not None
    book.write(checking.correct, correction=finding.correction)


def summary(ann: dict[str, int], bob: dict[str, int]) -> bytes:
    return weekly(member("Ann Lee", **ANN | ann), member("Bob Hart", **BOB | bob))


def differences(
    book: ImportedBook, ann: dict[str, int], bob: dict[str, int], rows: Sequence[Row] = ROWS
) -> list[Finding]:
    """Bring in slips and a summary that says otherwise; nothing is known of an audit."""
    book.bring_in(audit(rows), summary({}, {}))
    book.write(_forget_audits)
    book.bring_in(summary(ann, bob))
    return found(book)


def _forget_audits(session: Session) -> None:
    for one in session.scalars(select(AuditedFigures)):
        session.delete(one)


def test_lists_that_agree_leave_nothing_to_check(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS), summary({}, {}))
    checked_ = book.ask(checked)
    assert (checked_.findings, checked_.summaries, checked_.audits) == ((), 1, 1)


# What the summary has otherwise of Ann and of Bob, and what is proposed.
SETTLED = [
    ({"rgi": 2}, {"rri": 2}, "Enter a referral to Bob Hart, inside"),
    ({"rgi": 0}, {"rri": 0}, "Take out one slip with Bob Hart"),
    ({"rgi": 0, "rgo": 1}, {"rri": 0, "rro": 1}, "Mark the referral with Bob Hart as outside"),
    ({"one": 2}, {"one": 2}, "Enter a one-to-one with Bob Hart"),
    ({"one": 0}, {"one": 0}, "Take out one slip with Bob Hart"),
    ({"tyfcb": 100}, {}, "Enter thanks of 25"),
    ({"tyfcb": 50}, {}, "Correct the slip to 50"),
    ({"tyfcb": 0}, {}, "Take out one slip"),
    ({}, {"ceu": 5}, "Enter 2 units"),
    ({}, {"ceu": 1}, "Correct the slip to 1"),
    ({"p": 0, "l": 1}, {}, "Take the mark L"),
]


@pytest.mark.parametrize(("ann", "bob", "proposal"), SETTLED)
def test_a_difference_is_settled_by_one_correction_and_back_by_one_undo(
    book: ImportedBook, ann: dict[str, int], bob: dict[str, int], proposal: str
) -> None:
    before = differences(book, ann, bob)
    money = book.ask(checked).money
    assert proposal in {words.proposal(one, money) for one in before}
    first = next(one for one in before if words.proposal(one, money) == proposal)
    settle(book, first)
    assert found(book) == []
    book.store.undo()
    assert found(book) == before


def test_what_only_a_name_could_settle_is_shown_without_a_proposal(book: ImportedBook) -> None:
    (one,) = differences(book, {"rgo": 1}, {})
    assert (one.name, one.figure, one.book, one.summary) == ("Ann Lee", "given_outside", 0, 1)
    assert one.correction is None


def test_a_slip_the_audit_does_not_have_is_found_against_the_audit(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS), summary({}, {}))
    ann, bob = book.person("Ann Lee"), book.person("Bob Hart")
    book.write(_type_in, ann, bob)
    ours = found(book)
    assert {(one.name, one.figure, one.book, one.audit, one.summary) for one in ours} == {
        ("Ann Lee", "given_outside", 1, 0, 0),
        ("Bob Hart", "received_outside", 1, 0, 0),
    }
    assert {one.correction.cure for one in ours if one.correction} == {Cure.REMOVE}
    settle(book, ours[0])
    assert found(book) == []


def _type_in(session: Session, ann: int, bob: int) -> None:
    meeting_id = session.scalars(select(Slip.meeting_id)).first()
    session.add(Slip(meeting_id=meeting_id, kind=SlipKind.REFERRAL, dated_on=EVENING,
                     giver_id=ann, receiver_id=bob))  # fmt: skip


def test_an_audit_that_brings_nothing_new_is_still_compared(book: ImportedBook) -> None:
    ann, bob = book.member("Ann Lee"), book.member("Bob Hart")
    meeting = book.meeting(EVENING)
    book.referral(ann, bob, EVENING, meeting_id=meeting)
    book.referral(ann, bob, EVENING, meeting_id=meeting)
    assert book.bring_in(audit([referral("Ann Lee", "Bob Hart", 2)])).tables == {"audited_figures"}
    assert {(one.figure, one.book, one.audit) for one in found(book)} == {
        ("given_outside", 2, 1), ("received_outside", 2, 1),
    }  # fmt: skip


def test_members_who_have_left_are_the_residual_of_the_total_and_no_difference(
    book: ImportedBook,
) -> None:
    left = Counters(p=1, rgi=1)
    book.bring_in(
        audit(ROWS), weekly(member("Ann Lee", **ANN), member("Bob Hart", **BOB), hidden=left)
    )
    checked_ = book.ask(checked)
    (former,) = checked_.former
    assert (former.figures.present, former.figures.given_inside) == (1, 1)
    assert checked_.findings == ()


def test_lists_of_long_ago_are_not_read_to_see_what_is_open_of_late(
    book: ImportedBook, sent: list[str]
) -> None:
    ann = member("Ann Lee", p=1)
    book.bring_in(weekly(ann))
    book.bring_in(weekly(ann, held_on=WEEK_AFTER))
    sent.clear()

    assert book.ask(unsettled, WEEK_AFTER + timedelta(days=1)) == 0
    assert [one for one in sent if "FROM official_row" in one] == []
    assert len(sent) <= 3


def test_the_total_row_is_held_against_the_book(book: ImportedBook) -> None:
    rows = (*ROWS, thanks("BNI", "15.00", outside=True))
    book.bring_in(audit(rows), summary({}, {}))
    (one,) = found(book)
    assert (words.who(one), one.figure, one.book, one.summary) == (
        "Total row", "closed_business", 9000, 7500,
    )  # fmt: skip


def test_a_period_of_which_meetings_are_missing_says_so_and_compares_nothing(
    book: ImportedBook,
) -> None:
    book.bring_in(half_year(member("Ann Lee", p=20), member("Bob Hart", p=20)), audit(ROWS))
    (one,) = found(book)
    assert (one.subject, one.book, one.summary) == (Subject.MEETINGS, 1, 20)


def test_a_week_between_the_first_and_the_last_meeting_may_have_had_none(
    book: ImportedBook,
) -> None:
    book.bring_in(audit(ROWS), audit(ROWS, held_on=date(2025, 2, 27)))
    weeks = [one for one in found(book) if one.subject is Subject.WEEK]
    assert [WEEK_AFTER.isocalendar().week] == [one.start.isocalendar().week for one in weeks]
    settle(book, weeks[0])
    assert found(book) == []


def test_what_is_left_as_it_is_stays_so_until_a_figure_changes(book: ImportedBook) -> None:
    (one,) = differences(book, {"rgo": 1}, {})
    book.write(checking.accept, key=one.key, reason="Castle sent no slip")
    assert [again.reason for again in found(book)] == ["Castle sent no slip"]
    assert book.ask(checked).open == ()
    book.bring_in(summary({"rgo": 2}, {}))
    assert len(book.ask(checked).open) == 1
    book.store.undo()
    book.write(checking.reconsider, key=one.key)
    assert len(book.ask(checked).open) == 1


@pytest.mark.parametrize(
    ("name", "chapter", "offered"),
    [
        ("Ann Leigh-Whitfield", "", True),
        ("A. Whitfield", "Elm", True),
        ("Ann Whitfeld", "Elm", True),
        ("Ann Hart", "Elm", False),
        ("Anna Hartley", "", False),
        ("WhitfieldAnn", "", True),
    ],
)
def test_names_that_are_alike_are_offered_as_one(
    book: ImportedBook, name: str, chapter: str, *, offered: bool
) -> None:
    ann = book.member("Ann Whitfield")
    other = book.external(name, chapter)
    pairs = [(one.person_id, one.other_id) for one in found(book)]
    assert pairs == ([(other, ann)] if offered else [])
    if offered:
        book.write(people.merge, kept_id=ann, gone_id=other)
        assert found(book) == []


def test_two_who_dealt_with_each_other_are_not_offered_as_one(book: ImportedBook) -> None:
    ann, other = book.member("Ann Whitfield"), book.external("Ann Whitfeld", "Elm")
    meeting = book.meeting(EVENING)
    book.write(slips.pass_referral, dated_on=EVENING, giver_id=ann, receiver_id=other,
               meeting_id=meeting)  # fmt: skip
    assert found(book) == []
