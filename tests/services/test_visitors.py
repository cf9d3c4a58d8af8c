"""Guests on their way to a seat, and offices."""

from datetime import date
from typing import Any

import pytest

from app.errors import ConflictError, NotFoundError, RuleError
from app.rules.people import Office, VisitorStage
from app.services import offices, roster, visitors
from tests.services.stage import LATER, TONIGHT, Stage
from tests.services.told import Told
from tests.small_book import SmallBook

GUEST: dict[str, Any] = {"profession": "Baker", "company": "Ray", "phone": "1", "email": "m@r"}
MARY: dict[str, Any] = {"given_name": "Mary", "family_name": "Ray", "joined_on": TONIGHT}


def test_somebody_invited_is_on_the_list_without_a_visit(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(visitors.invite, name=" Eve  Roe ", inviter_id=stage.external, **GUEST)
    eve = told.last("visitor")
    assert (eve["name"], eve["stage"]) == ("Eve Roe", "invited")
    assert eve["inviter_id"] == stage.external
    assert {name: eve[name] for name in GUEST} == GUEST


def test_a_guest_is_invited_by_somebody_and_has_a_name(stage: Stage, told: Told) -> None:
    told.refuses(NotFoundError, "record_missing", visitors.invite, name="Eve", inviter_id=99)
    told.refuses(RuleError, "name_missing", visitors.invite, name="", inviter_id=stage.ann)
    told.refuses(RuleError, "name_too_long", visitors.invite, name="x" * 300, inviter_id=stage.ann)


def test_what_is_known_of_a_guest_is_corrected(book: SmallBook, stage: Stage, told: Told) -> None:
    book.write(
        visitors.correct,
        visitor_id=stage.visitor,
        name="Mary Wray",
        inviter_id=stage.bob,
        note=" keen\x00\ncall again ",
        **GUEST,
    )
    mary = told.row("visitor", stage.visitor)
    assert (mary["name"], mary["inviter_id"]) == ("Mary Wray", stage.bob)
    assert mary["note"] == "keen\ncall again"


def test_a_stale_correction_is_refused(stage: Stage, told: Told) -> None:
    facts = {"visitor_id": stage.visitor, "name": "Mary", "inviter_id": None, **GUEST}
    told.refuses(ConflictError, "changed_meanwhile", visitors.correct, **facts, version=99)


def test_a_guest_moves_along_but_joins_only_by_joining(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(visitors.advance, visitor_id=stage.visitor, stage=VisitorStage.APPLIED)
    assert told.row("visitor", stage.visitor)["stage"] == "applied"
    joined = {"visitor_id": stage.visitor, "stage": VisitorStage.JOINED}
    told.refuses(RuleError, "join_by_admitting", visitors.advance, **joined)


def test_who_joins_is_a_member_sponsored_by_the_inviter(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(visitors.join, visitor_id=stage.visitor, **MARY)
    mary, member = told.row("visitor", stage.visitor), told.last("person")
    assert (mary["stage"], mary["joined_as_id"]) == ("joined", member["id"])
    assert (member["name"], member["sponsor_id"]) == ("Mary Ray", stage.ann)
    assert told.last("classification")["name"] == "Baker"
    assert told.last("spell")["joined_on"] == TONIGHT.isoformat()


def test_who_has_joined_neither_joins_again_nor_goes_back(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(visitors.join, visitor_id=stage.visitor, **MARY)
    told.refuses(RuleError, "already_a_member", visitors.join, visitor_id=stage.visitor, **MARY)
    told.refuses(
        RuleError,
        "already_a_member",
        visitors.advance,
        visitor_id=stage.visitor,
        stage=VisitorStage.DECLINED,
    )


def test_nobody_joins_into_a_seat_that_is_taken(book: SmallBook, stage: Stage, told: Told) -> None:
    book.member("Eve Roe", "baker")
    told.refuses(RuleError, "classification_taken", visitors.join, visitor_id=stage.visitor, **MARY)


def test_an_inviter_of_another_chapter_is_no_sponsor(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(visitors.invite, name="Eve Roe", inviter_id=stage.external)
    book.write(visitors.join, visitor_id=told.last("visitor")["id"], **MARY)
    assert told.last("person")["sponsor_id"] is None


def test_only_a_guest_who_never_came_is_removed(book: SmallBook, stage: Stage, told: Told) -> None:
    refusal = told.refuses(RuleError, "visitor_came", visitors.remove, visitor_id=stage.visitor)
    assert refusal.facts == {"name": "Mary Ray"}
    book.write(visitors.remove, visitor_id=stage.invited)
    told.refuses(NotFoundError, "record_missing", visitors.remove, visitor_id=stage.invited)


def test_a_term_is_entered_corrected_and_struck(book: SmallBook, stage: Stage, told: Told) -> None:
    half = {"starts_on": date(2026, 10, 1), "ends_on": date(2027, 3, 31)}
    book.write(offices.appoint, office=Office.PRESIDENT, person_id=stage.bob, **half)
    term = told.last("holder")
    assert (term["office"], term["person_id"]) == ("president", stage.bob)
    book.write(offices.correct_term, holder_id=term["id"], starts_on=LATER, ends_on=None)
    assert told.last("holder")["ends_on"] is None
    book.write(offices.dismiss, holder_id=term["id"])
    told.refuses(NotFoundError, "record_missing", offices.dismiss, holder_id=term["id"])


def test_a_term_does_not_end_before_it_begins_nor_belong_to_nobody(
    stage: Stage, told: Told
) -> None:
    backwards = {"starts_on": LATER, "ends_on": TONIGHT}
    told.refuses(
        RuleError, "ends_before_start", offices.correct_term, holder_id=stage.term, **backwards
    )
    office = {"office": Office.EVENTS, "starts_on": LATER}
    told.refuses(
        RuleError,
        "ends_before_start",
        offices.appoint,
        **{**office, **backwards},
        person_id=stage.ann,
    )
    told.refuses(
        NotFoundError, "record_missing", offices.appoint, **office, person_id=99, ends_on=None
    )


@pytest.mark.parametrize("deed", [roster.leave, roster.rejoin])
def test_nobody_unknown_comes_or_goes(told: Told, deed: Any) -> None:  # noqa: ANN401  any deed
    told.refuses(NotFoundError, "record_missing", deed, person_id=99, on=LATER)
