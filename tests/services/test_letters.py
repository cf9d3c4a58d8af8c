"""What becomes of letters, and who may decide what."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.committee import Letter
from app.rules.letter_texts import fill, usual
from app.rules.letters import LetterKey, LetterKind, LetterState, RulingKind
from app.services import letters, roster, rulings
from tests.services.stage import LATER, NEXT_WEEK, TONIGHT, WEEK_BEFORE, Stage, letter_of
from tests.small_book import SmallBook


def _kept(book: SmallBook, key: LetterKey) -> list[tuple[LetterState, str, str]]:
    def ask(session: Session) -> list[tuple[LetterState, str, str]]:
        found = session.scalars(select(Letter).where(Letter.person_id == key.person_id))
        return [(one.state, one.reason, one.said) for one in found]

    return book.ask(ask)


@pytest.mark.parametrize("named", [WEEK_BEFORE, TONIGHT])
def test_a_letter_sent_twice_is_one_letter_and_says_what_it_named_last(
    book: SmallBook, stage: Stage, named: date
) -> None:
    key = letter_of(stage.bob)
    book.write(letters.send, letters={key: [named]}, on=LATER)
    assert _kept(book, key) == [(LetterState.SENT, "", named.isoformat())]


def test_a_letter_put_off_and_then_set_aside_keeps_the_last_decision(
    book: SmallBook, stage: Stage
) -> None:
    key = letter_of(stage.ann)
    book.write(letters.defer, letter=key, on=TONIGHT, until=LATER)
    book.write(letters.set_aside, letter=key, on=NEXT_WEEK, reason=" spoke   to him ")
    assert _kept(book, key) == [(LetterState.NOT_APPLICABLE, "spoke to him", "")]
    book.write(letters.make_due, letter=key)
    assert _kept(book, key) == []


@pytest.mark.parametrize("until", [TONIGHT, WEEK_BEFORE])
def test_a_letter_is_put_off_to_a_day_ahead(book: SmallBook, stage: Stage, until: date) -> None:
    with pytest.raises(RuleError, match="letter_until_past"):
        book.write(letters.defer, letter=letter_of(stage.ann), on=TONIGHT, until=until)


def test_a_letter_is_not_set_aside_without_a_reason(book: SmallBook, stage: Stage) -> None:
    with pytest.raises(RuleError, match="letter_reason_missing"):
        book.write(letters.set_aside, letter=letter_of(stage.ann), on=TONIGHT, reason="  ")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("Dear {nickname}", "letter_field_unknown"),
        ("Dear {member", "letter_brace"),
        ("Dear member}", "letter_brace"),
        ("", "letter_empty"),
        ("x" * 5000, "letter_too_long"),
    ],
)
def test_a_wording_with_a_fault_is_refused(book: SmallBook, body: str, reason: str) -> None:
    with pytest.raises(RuleError, match=reason):
        book.write(letters.write_own, kind=LetterKind.SEAT, step=0, subject="Seat", body=body)


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("step", [0, 1, 2, 3, 30, 120])
def test_every_usual_wording_could_be_kept_as_ones_own(
    book: SmallBook, kind: LetterKind, step: int
) -> None:
    text = usual(kind, step)
    book.write(letters.write_own, kind=kind, step=step, subject=text.subject, body=text.body)


def test_what_is_filled_in_is_not_looked_at_again() -> None:
    facts = {"member": "{dates} <b>Ann</b> & {", "dates": "today"}
    assert fill("{member}: { dates }, {other}", facts) == "{dates} <b>Ann</b> & {: today, {other}"


def test_who_approves_leave_does_not_record_it(book: SmallBook, stage: Stage) -> None:
    facts: dict[str, Any] = {
        "person_id": stage.bob,
        "starts_on": TONIGHT,
        "ends_on": None,
        "decided_by": " wanda ",
        "recorded_by": "Wanda",
    }
    with pytest.raises(RuleError, match="approver_records"):
        book.write(rulings.decide, kind=RulingKind.MEDICAL_LEAVE, **facts)
    book.write(rulings.decide, kind=RulingKind.PROBATION, **facts)
    with pytest.raises(RuleError, match="ruling_by_missing"):
        book.write(rulings.decide, kind=RulingKind.REVIEW, **{**facts, "decided_by": " "})


def test_an_opened_seat_may_be_taken_beside_its_holder_until_it_is_closed_again(
    book: SmallBook, stage: Stage
) -> None:
    with pytest.raises(RuleError, match="classification_taken"):
        book.member("Nina Frost", "Kitchen fitter")
    opened: dict[str, Any] = {"person_id": stage.bob, "kind": RulingKind.SEAT_OPENED}
    book.write(
        rulings.decide, **opened, starts_on=TONIGHT, ends_on=None, decided_by="A", recorded_by="B"
    )
    book.member("Nina Frost", "Kitchen fitter")
    book.write(rulings.end, **opened, on=NEXT_WEEK)
    with pytest.raises(RuleError, match="classification_taken"):
        book.write(
            roster.admit, given_name="Otto", family_name="Ford", joined_on=TONIGHT,
            classification="Kitchen fitter",
        )  # fmt: skip
