"""Statements: the same rows for one as for all, and what is in them."""

from datetime import date

import pytest

from app.errors import NotFoundError
from app.queries.member_statement import MemberStatement, member_statement, member_statements
from app.rules.attendance import Attendance
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import attendance, classifications, own_figures, roster
from tests.small_book import SmallBook

NOV_3, NOV_10 = date(2026, 11, 3), date(2026, 11, 10)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
OWN = Audience.OWN


def _all(book: SmallBook) -> tuple[MemberStatement, ...]:
    return book.ask(member_statements, period=NOVEMBER, audience=OWN)


def _one(book: SmallBook, person: int) -> MemberStatement:
    return book.ask(member_statement, member_id=person, period=NOVEMBER, audience=OWN)


@pytest.fixture
def ann(book: SmallBook) -> PersonId:
    """Ann, who gave Bob a referral, met him and earned something from Carol's."""
    for name in ("Roofing", "Plumbing"):
        book.write(classifications.add, name=name, sphere="building")
    ann, bob = book.member("Ann Smith", "Roofing"), book.member("Bob Smith")
    carol = book.member("Carol Smith", "Plumbing")
    meeting = book.meeting(NOV_3)
    book.mark(meeting, "P", ann, bob)
    book.mark(meeting, "M", carol)
    book.write(attendance.remark, meeting_id=meeting, person_id=carol, note="Hip operation")
    book.referral(ann, bob, NOV_3, meeting_id=meeting, contact="Mary Ray")
    book.referral(carol, ann, NOV_3, meeting_id=meeting)
    book.one_to_one(bob, ann, NOV_3, meeting_id=meeting)
    book.thanks(ann, carol, 700_00, NOV_3, meeting_id=meeting)
    book.complete(meeting)
    return ann


@pytest.mark.usefixtures("ann")
def test_one_statement_is_that_of_the_stack(book: SmallBook) -> None:
    everybody = _all(book)

    assert [one.name for one in everybody] == ["Ann Smith", "Bob Smith", "Carol Smith"]
    assert all(_one(book, one.person_id) == one for one in everybody)


def test_a_stack_is_asked_for_with_as_many_questions_as_one(
    book: SmallBook, ann: PersonId, sent: list[str]
) -> None:
    _one(book, ann)
    for_one = len(sent)
    sent.clear()

    _all(book)

    assert len(sent) == for_one


def test_a_statement_holds_what_passed_both_ways(book: SmallBook, ann: PersonId) -> None:
    found = _one(book, ann)

    assert [(one.partner.name, one.contact) for one in found.given] == [("Bob Smith", "Mary Ray")]
    assert [one.partner.name for one in found.received] == ["Carol Smith"]
    assert [(one.partner.name, one.times) for one in found.met] == [("Bob Smith", 1)]
    assert found.worth == ("Carol Smith",)
    assert found.earned.received == 700_00


def test_weeks_are_those_of_the_period_that_were_held(book: SmallBook, ann: PersonId) -> None:
    book.meeting(NOV_10)

    assert [(week.held_on, week.mark) for week in _one(book, ann).weeks] == [
        (NOV_3, Attendance.PRESENT)
    ]


def test_cost_and_return_come_from_what_the_member_stated(book: SmallBook, ann: PersonId) -> None:
    assert _one(book, ann).back is None
    book.write(
        own_figures.state, person_id=ann,
        year_fee=1_200_00, entry_fee=None, meeting_cost=10_00, lead_cost=None,
    )  # fmt: skip

    back = _one(book, ann).back

    assert back is not None
    assert (back.cost, back.received, back.per_referral) == (110_00, 700_00, 110_00)


@pytest.mark.usefixtures("ann")
def test_who_did_nothing_and_who_just_came_have_statements_too(book: SmallBook) -> None:
    new = book.member("Zoë New", joined_on=NOV_10)

    found = _one(book, new)

    assert (found.score, found.given, found.met, found.back) == (None, (), (), None)
    assert [week.member for week in found.weeks] == [False]


def test_a_former_member_has_no_score_but_what_he_did(book: SmallBook, ann: PersonId) -> None:
    book.write(roster.leave, person_id=ann, on=NOV_10)

    found = _one(book, ann)

    assert found.score is None
    assert len(found.given) == 1
    assert "Ann Smith" not in [one.name for one in _all(book)]


def test_nobody_has_no_statement(book: SmallBook) -> None:
    with pytest.raises(NotFoundError):
        _one(book, 99)
