"""Slips of every kind, handed in and corrected."""

from typing import Any

import pytest

from app.errors import ConflictError, NotFoundError, RuleError
from app.rules.slips import LARGEST_AMOUNT, ReferralState, Tier
from app.services import meetings, slips
from tests.services.stage import LATER, TONIGHT, Stage
from tests.services.told import Told
from tests.small_book import NOON, SmallBook


def _tonight(stage: Stage) -> dict[str, Any]:
    return {"dated_on": TONIGHT, "meeting_id": stage.draft}


def _hands_in(stage: Stage) -> list[tuple[Any, dict[str, Any]]]:
    ann, bob = stage.ann, stage.bob
    return [
        (slips.pass_referral, {"giver_id": ann, "receiver_id": bob}),
        (slips.record_one_to_one, {"member_id": ann, "partner_id": bob}),
        (slips.thank, {"earner_id": ann, "giver_id": bob, "amount": 1}),
        (slips.welcome, {"inviter_id": ann, "name": "Mary Ray"}),
        (slips.learn, {"member_id": ann, "units": 1}),
        (slips.praise, {"writer_id": ann, "praised_id": bob}),
    ]


def test_a_referral_begins_as_passed_on_its_day(book: SmallBook, stage: Stage, told: Told) -> None:
    book.write(
        slips.pass_referral,
        **_tonight(stage),
        giver_id=stage.ann,
        receiver_id=stage.external,
        tier=Tier.INSIDE,
        note=" kitchen \n refit ",
        contact="Mr Hill",
    )
    slip = told.last("slip")
    assert (slip["state"], slip["state_on"], slip["tier"]) == ("passed", TONIGHT.isoformat(), 1)
    assert (slip["note"], slip["contact"]) == ("kitchen refit", "Mr Hill")
    assert (slip["giver_written"], slip["receiver_written"]) == ("Ann Whitfield", "Dana Whitlock")


def test_two_equal_slips_are_two_slips(book: SmallBook, stage: Stage, told: Told) -> None:
    before = len(told.rows("slip"))
    for deed, facts in _hands_in(stage) * 2:
        book.write(deed, **_tonight(stage), **facts)
    assert len(told.rows("slip")) == before + 12


def test_no_kind_of_slip_goes_into_a_meeting_that_is_no_draft(stage: Stage, told: Told) -> None:
    for deed, facts in _hands_in(stage):
        for meeting_id in (stage.completed, stage.holiday):
            told.refuses(
                RuleError,
                "meeting_not_draft",
                deed,
                **{**_tonight(stage), "meeting_id": meeting_id},
                **facts,
            )


def test_no_kind_of_slip_names_somebody_who_is_not_there(stage: Stage, told: Told) -> None:
    for deed, facts in _hands_in(stage):
        for role in [name for name in facts if name.endswith("_id")]:
            told.refuses(
                NotFoundError, "record_missing", deed, **_tonight(stage), **{**facts, role: 99}
            )
    told.refuses(
        NotFoundError,
        "record_missing",
        slips.welcome,
        **_tonight(stage),
        inviter_id=99,
        name="Somebody New",
    )


def test_no_slip_has_the_same_person_on_both_sides(stage: Stage, told: Told) -> None:
    ann = stage.ann
    for deed, facts in _hands_in(stage):
        sides = [name for name in facts if name.endswith("_id")]
        if len(sides) > 1:
            both = dict.fromkeys(sides, ann)
            told.refuses(RuleError, "same_person", deed, **_tonight(stage), **{**facts, **both})
    told.refuses(
        RuleError, "same_person", slips.amend, slip_id=stage.referral, giver_id=ann, receiver_id=ann
    )


def test_a_slip_without_a_meeting_counts_to_the_next_draft(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    for deed, facts in _hands_in(stage):
        book.write(deed, dated_on=TONIGHT, **facts)
        assert told.last("slip")["meeting_id"] == stage.draft


def test_a_slip_after_the_last_meeting_opens_the_next_one(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(meetings.complete, meeting_id=stage.draft, at=NOON, by="Wanda")
    book.write(slips.learn, dated_on=TONIGHT, member_id=stage.ann, units=1)
    book.write(slips.learn, dated_on=TONIGHT, member_id=stage.ann, units=1)
    opened = told.last("meeting")
    assert (opened["held_on"], opened["state"]) == (LATER.isoformat(), "draft")
    assert [row["meeting_id"] for row in told.rows("slip")[-2:]] == [opened["id"]] * 2


@pytest.mark.parametrize("amount", [0, -1, LARGEST_AMOUNT + 1, 10**30])
def test_an_impossible_amount_is_refused(stage: Stage, told: Told, amount: int) -> None:
    parties = {"earner_id": stage.ann, "giver_id": stage.bob}
    told.refuses(
        RuleError, "impossible_amount", slips.thank, **_tonight(stage), **parties, amount=amount
    )
    sides = {"giver_id": stage.ann, "receiver_id": stage.bob}
    told.refuses(
        RuleError, "impossible_amount", slips.amend, slip_id=stage.thanks, **sides, amount=amount
    )


@pytest.mark.parametrize("units", [0, -1, 501])
def test_impossible_education_units_are_refused(stage: Stage, told: Told, units: int) -> None:
    told.refuses(
        RuleError,
        "impossible_credits",
        slips.learn,
        **_tonight(stage),
        member_id=stage.ann,
        units=units,
    )
    told.refuses(
        RuleError,
        "impossible_credits",
        slips.amend,
        slip_id=stage.education,
        giver_id=stage.ann,
        receiver_id=None,
        units=units,
    )


def test_money_thanked_for_a_referral_wins_it(book: SmallBook, stage: Stage, told: Told) -> None:
    book.write(
        slips.thank,
        **_tonight(stage),
        earner_id=stage.ann,
        giver_id=stage.bob,
        amount=250_000,
        referral_id=stage.old_referral,
    )
    referral = told.row("slip", stage.old_referral)
    assert (referral["state"], referral["state_on"]) == ("won", TONIGHT.isoformat())
    assert told.last("slip")["referral_id"] == stage.old_referral


def test_money_comes_from_a_referral_and_nothing_else(stage: Stage, told: Told) -> None:
    parties = {"earner_id": stage.ann, "giver_id": stage.bob, "amount": 1}
    told.refuses(
        RuleError,
        "not_a_referral",
        slips.thank,
        **_tonight(stage),
        **parties,
        referral_id=stage.one_to_one,
    )


def test_an_unknown_earner_may_belong_to_another_chapter(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(
        slips.thank,
        **_tonight(stage),
        earner_id=None,
        giver_id=stage.bob,
        amount=1,
        other_chapter="Castle",
    )
    assert told.last("slip")["other_chapter"] == "Castle"


def test_a_guest_who_comes_again_is_the_same_guest(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    before = len(told.rows("visitor"))
    book.write(slips.welcome, **_tonight(stage), inviter_id=stage.bob, name=" mary  RAY ")
    assert told.last("slip")["visitor_id"] == stage.visitor
    assert len(told.rows("visitor")) == before
    assert told.row("visitor", stage.visitor)["inviter_id"] == stage.ann


def test_a_guest_who_was_invited_has_attended_now(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(
        slips.welcome,
        **_tonight(stage),
        inviter_id=stage.bob,
        name="Tom Aldous",
        profession="Upholsterer",
    )
    tom = told.row("visitor", stage.invited)
    assert (tom["stage"], tom["profession"]) == ("attended", "Upholsterer")


def test_a_guest_nobody_invited_is_welcome(book: SmallBook, stage: Stage, told: Told) -> None:
    book.write(slips.welcome, **_tonight(stage), inviter_id=None, name="Passer By")
    assert told.last("visitor")["inviter_id"] is None
    assert (told.last("slip")["giver_id"], told.last("slip")["confirmed"]) == (None, 1)


def test_a_credit_waits_once_it_is_known_who_invited_and_no_longer_where_nobody_did(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(slips.welcome, **_tonight(stage), inviter_id=None, name="Passer By")
    visit = {"slip_id": told.last("slip")["id"], "receiver_id": None}
    book.write(slips.amend, **visit, giver_id=stage.ann)
    assert told.last("slip")["confirmed"] == 0
    book.write(slips.amend, **visit, giver_id=None)
    assert told.last("slip")["confirmed"] == 1


@pytest.mark.parametrize(("name", "reason"), [(" ", "name_missing"), ("x" * 300, "name_too_long")])
def test_a_guest_has_a_name_of_a_sane_length(
    stage: Stage, told: Told, name: str, reason: str
) -> None:
    told.refuses(RuleError, reason, slips.welcome, **_tonight(stage), inviter_id=None, name=name)


def test_a_slip_is_corrected_and_keeps_what_is_not_said(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(
        slips.amend,
        slip_id=stage.referral,
        giver_id=stage.bob,
        receiver_id=stage.ann,
        tier=Tier.INSIDE,
        note="bathroom",
        contact="Mr Hill",
    )
    book.write(
        slips.amend,
        slip_id=stage.referral,
        giver_id=stage.bob,
        receiver_id=stage.external,
        tier=Tier.INSIDE,
        dated_on=LATER,
    )
    slip = told.row("slip", stage.referral)
    assert (slip["giver_id"], slip["receiver_id"]) == (stage.bob, stage.external)
    assert (slip["receiver_written"], slip["contact"]) == ("Dana Whitlock", "Mr Hill")
    assert (slip["note"], slip["dated_on"]) == ("", LATER.isoformat())


def test_a_stale_correction_is_refused(stage: Stage, told: Told) -> None:
    sides = {"giver_id": stage.bob, "receiver_id": stage.ann}
    told.refuses(
        ConflictError, "changed_meanwhile", slips.amend, slip_id=stage.referral, **sides, version=99
    )


def test_slips_of_a_completed_meeting_stay(stage: Stage, told: Told) -> None:
    sides = {"giver_id": stage.ann, "receiver_id": stage.bob}
    told.refuses(RuleError, "meeting_not_draft", slips.amend, slip_id=stage.old_referral, **sides)
    told.refuses(RuleError, "meeting_not_draft", slips.remove, slip_id=stage.old_referral)


def test_removing_a_referral_leaves_the_money_it_brought(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(slips.remove, slip_id=stage.referral)
    assert stage.referral not in [row["id"] for row in told.rows("slip")]
    assert told.row("slip", stage.thanks)["referral_id"] is None
    told.refuses(NotFoundError, "record_missing", slips.remove, slip_id=stage.referral)


def test_a_referral_moves_on_after_its_meeting_is_completed(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    quoted: dict[str, Any] = {"slip_id": stage.old_referral, "state": ReferralState.QUOTED}
    book.write(slips.advance, **quoted, on=TONIGHT)
    assert book.write(slips.advance, **quoted, on=LATER).tables == frozenset()
    referral = told.row("slip", stage.old_referral)
    assert (referral["state"], referral["state_on"]) == ("quoted", TONIGHT.isoformat())


def test_only_a_referral_has_a_state_and_only_a_visit_is_confirmed(
    stage: Stage, told: Told
) -> None:
    for slip_id in (stage.thanks, stage.one_to_one, stage.visit, stage.education):
        told.refuses(
            RuleError,
            "not_a_referral",
            slips.advance,
            slip_id=slip_id,
            state=ReferralState.WON,
            on=TONIGHT,
        )
    for slip_id in (stage.thanks, stage.one_to_one, stage.referral, stage.education):
        told.refuses(RuleError, "not_a_visit", slips.confirm_visit, slip_id=slip_id)


def test_a_visit_is_confirmed_and_unconfirmed_after_completion(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(meetings.complete, meeting_id=stage.draft, at=NOON, by="Wanda")
    book.write(slips.confirm_visit, slip_id=stage.visit)
    assert told.row("slip", stage.visit)["confirmed"] == 1
    book.write(slips.confirm_visit, slip_id=stage.visit, confirmed=False)
    assert told.row("slip", stage.visit)["confirmed"] == 0
