"""Meetings: on the calendar, through their states, and where loose slips count."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.errors import NotFoundError, RuleError
from app.rules.people import Duty
from app.services import meetings
from tests.services.stage import LATER, NEXT_WEEK, TONIGHT, WEEK_BEFORE, Stage
from tests.services.told import Told
from tests.small_book import NOON, SmallBook

TOTALS: dict[str, Any] = {
    "referrals": 2,
    "one_to_ones": 1,
    "closed_business": 120_000,
    "visitors": None,
    "education": 0,
    "testimonials": None,
}


def test_a_meeting_begins_as_a_draft(book: SmallBook, told: Told) -> None:
    book.write(meetings.schedule, held_on=LATER)
    assert told.last("meeting")["state"] == "draft"


def test_there_is_one_meeting_a_day(stage: Stage, told: Told) -> None:
    told.refuses(RuleError, "meeting_exists", meetings.schedule, held_on=TONIGHT)
    told.refuses(RuleError, "meeting_exists", meetings.skip_week, held_on=TONIGHT)
    told.refuses(
        RuleError, "meeting_exists", meetings.move, meeting_id=stage.draft, held_on=WEEK_BEFORE
    )


def test_a_draft_moves_to_a_free_day_and_to_its_own(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(meetings.move, meeting_id=stage.draft, held_on=TONIGHT)
    book.write(meetings.move, meeting_id=stage.draft, held_on=LATER)
    assert told.row("meeting", stage.draft)["held_on"] == LATER.isoformat()


def test_what_was_read_aloud_is_kept_and_blank_is_not_zero(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(meetings.read_aloud, meeting_id=stage.draft, **TOTALS)
    kept = told.row("meeting", stage.draft)
    assert {name: kept[f"read_{name}"] for name in TOTALS} == TOTALS


@pytest.mark.parametrize("name", TOTALS)
def test_a_total_read_aloud_is_not_below_zero(stage: Stage, told: Told, name: str) -> None:
    totals = {**TOTALS, name: -1}
    told.refuses(RuleError, "negative_total", meetings.read_aloud, meeting_id=stage.draft, **totals)


@pytest.mark.parametrize("name", TOTALS)
def test_a_total_read_aloud_is_not_beyond_all_measure(stage: Stage, told: Told, name: str) -> None:
    totals = {**TOTALS, name: 10**30}
    told.refuses(
        RuleError, "impossible_total", meetings.read_aloud, meeting_id=stage.draft, **totals
    )


def test_a_completed_meeting_says_when_and_by_whom(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(meetings.complete, meeting_id=stage.draft, at=NOON, by=" Wanda ")
    meeting = told.row("meeting", stage.draft)
    assert (meeting["state"], meeting["completed_by"]) == ("completed", "Wanda")
    assert meeting["completed_at"].startswith("2026-11-23T12:00:00")


def test_completing_leaves_visits_unconfirmed_unless_told(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(meetings.complete, meeting_id=stage.draft, at=NOON, by="Wanda")
    assert told.row("slip", stage.visit)["confirmed"] == 0
    told.store.undo()
    book.write(meetings.complete, meeting_id=stage.draft, at=NOON, by="Wanda", confirm_visits=True)
    assert told.row("slip", stage.visit)["confirmed"] == 1


def test_visits_of_a_completed_meeting_may_still_be_confirmed(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(meetings.complete, meeting_id=stage.draft, at=NOON, by="Wanda")
    book.write(meetings.confirm_visits, meeting_id=stage.draft)
    assert told.row("slip", stage.visit)["confirmed"] == 1
    assert book.write(meetings.confirm_visits, meeting_id=stage.draft).tables == frozenset()


def test_a_meeting_is_reopened_with_a_reason_that_completing_forgets(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(meetings.reopen, meeting_id=stage.completed, reason=" a slip was lost ")
    meeting = told.row("meeting", stage.completed)
    assert (meeting["state"], meeting["reason"]) == ("draft", "a slip was lost")
    assert (meeting["completed_at"], meeting["completed_by"]) == (None, "")
    book.write(meetings.complete, meeting_id=stage.completed, at=NOON, by="Wanda")
    assert told.row("meeting", stage.completed)["reason"] == ""


@pytest.mark.parametrize("reason", ["", " \n", "\u200b"])
def test_reopening_and_discarding_need_a_reason(stage: Stage, told: Told, reason: str) -> None:
    told.refuses(
        RuleError, "reason_missing", meetings.reopen, meeting_id=stage.completed, reason=reason
    )
    told.refuses(
        RuleError, "reason_missing", meetings.discard, meeting_id=stage.draft, reason=reason
    )


def test_a_meeting_with_slips_is_no_holiday(stage: Stage, told: Told) -> None:
    told.refuses(RuleError, "holiday_with_slips", meetings.declare_holiday, meeting_id=stage.draft)


def test_a_week_is_skipped_at_once(book: SmallBook, told: Told) -> None:
    book.write(meetings.skip_week, held_on=LATER, reason="Christmas")
    added = told.last("meeting")
    assert (added["held_on"], added["state"]) == (LATER.isoformat(), "holiday")
    assert added["reason"] == "Christmas"


@pytest.mark.parametrize(
    ("meeting", "deed", "facts"),
    [
        ("completed", meetings.complete, {"at": NOON, "by": "Wanda"}),
        ("completed", meetings.discard, {"reason": "flood"}),
        ("holiday", meetings.complete, {"at": NOON, "by": "Wanda"}),
        ("holiday", meetings.declare_holiday, {}),
        ("holiday", meetings.discard, {"reason": "flood"}),
        ("draft", meetings.reopen, {"reason": "why not"}),
    ],
)
def test_a_state_follows_only_from_some_others(
    stage: Stage,
    told: Told,
    meeting: str,
    deed: Callable[..., None],
    facts: dict[str, Any],
) -> None:
    told.refuses(RuleError, "meeting_state", deed, meeting_id=getattr(stage, meeting), **facts)


@pytest.mark.parametrize("deed", [meetings.declare_holiday, meetings.discard])
def test_a_holiday_or_discarded_meeting_becomes_a_draft_again(
    book: SmallBook, stage: Stage, told: Told, deed: Callable[..., None]
) -> None:
    book.write(deed, meeting_id=stage.bare_draft, reason="flood")
    book.write(meetings.reopen, meeting_id=stage.bare_draft, reason="dry again")
    assert told.row("meeting", stage.bare_draft)["state"] == "draft"


@pytest.mark.parametrize("meeting", ["completed", "holiday"])
def test_only_a_draft_is_moved_or_has_totals_read(stage: Stage, told: Told, meeting: str) -> None:
    meeting_id = getattr(stage, meeting)
    told.refuses(
        RuleError, "meeting_not_draft", meetings.move, meeting_id=meeting_id, held_on=LATER
    )
    told.refuses(
        RuleError, "meeting_not_draft", meetings.read_aloud, meeting_id=meeting_id, **TOTALS
    )


def test_a_note_keeps_its_lines_and_nothing_that_cannot_be_seen(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(
        meetings.note, meeting_id=stage.completed, text=" one\x00\r\ntwo \ud800 three\n\n four\n"
    )
    assert told.row("meeting", stage.completed)["note"] == "one\ntwo three\n\nfour"


def test_a_duty_passes_from_one_to_another_and_to_nobody(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    talk: dict[str, Any] = {"meeting_id": stage.draft, "duty": Duty.FEATURE_TALK}
    book.write(meetings.assign_duty, **talk, person_id=stage.ann, topic=" Tax ")
    (held,) = told.rows("duty_holder")
    assert (held["person_id"], held["topic"]) == (stage.ann, "Tax")
    book.write(meetings.assign_duty, **talk, person_id=None)
    assert told.rows("duty_holder") == []
    assert book.write(meetings.assign_duty, **talk, person_id=None).tables == frozenset()


def test_a_duty_is_given_to_somebody_at_some_meeting(stage: Stage, told: Told) -> None:
    refused = (NotFoundError, "record_missing", meetings.assign_duty)
    told.refuses(*refused, meeting_id=99, duty=Duty.EDUCATION, person_id=stage.ann)
    told.refuses(*refused, meeting_id=stage.draft, duty=Duty.EDUCATION, person_id=99)
    told.refuses(*refused, meeting_id=stage.draft, duty=Duty.FEATURE_TALK, person_id=99)


def _counting(book: SmallBook, day: date) -> str:
    def deed(session: Session) -> None:
        found.append(meetings.counting_to(session, day).held_on)

    found: list[date] = []
    book.store.write("counting", deed)
    return found[0].isoformat()


@pytest.mark.parametrize(
    ("day", "counts_to"),
    [
        (date(2026, 11, 11), "2026-11-17"),
        (TONIGHT, "2026-11-17"),
        (date(2026, 11, 18), "2026-12-01"),  # the 24th is a holiday
        (NEXT_WEEK, "2026-12-01"),
        (date(2027, 2, 4), "2027-02-09"),
    ],
)
def test_a_loose_slip_counts_to_the_next_draft_or_free_week(
    book: SmallBook, day: date, counts_to: str
) -> None:
    assert _counting(book, day) == counts_to


def test_a_slip_after_a_completed_meeting_counts_to_the_week_after_it(
    book: SmallBook, stage: Stage
) -> None:
    book.write(meetings.complete, meeting_id=stage.draft, at=NOON, by="Wanda")
    book.write(meetings.reopen, meeting_id=stage.holiday, reason="held after all")
    book.write(meetings.move, meeting_id=stage.holiday, held_on=date(2026, 11, 25))
    book.write(meetings.complete, meeting_id=stage.holiday, at=NOON, by="Wanda")
    assert _counting(book, TONIGHT) == "2026-12-01"


def test_a_holiday_far_ahead_does_not_push_slips_behind_it(book: SmallBook, stage: Stage) -> None:
    book.write(meetings.complete, meeting_id=stage.draft, at=NOON, by="Wanda")
    book.write(meetings.skip_week, held_on=date(2026, 12, 29), reason="New Year")
    assert _counting(book, TONIGHT) == "2026-12-01"
