from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.errors import RuleError
from app.queries.member import MemberCard, member_card
from app.services import memberships, roster
from tests.small_book import SmallBook


@pytest.fixture
def book(tmp_path: Path) -> Iterator[SmallBook]:
    made = SmallBook.create(tmp_path)
    yield made
    made.store.close()


def _returned(book: SmallBook) -> MemberCard:
    ann = book.member("Ann Smith", "Florist", joined_on=date(2020, 1, 1))
    book.write(roster.leave, person_id=ann, on=date(2021, 1, 1))
    book.write(roster.rejoin, person_id=ann, on=date(2023, 1, 1))
    return book.ask(member_card, ann)


def test_dates_of_a_membership_are_corrected(book: SmallBook) -> None:
    card = _returned(book)
    book.write(
        memberships.correct,
        spell_id=card.spells[1].spell_id,
        joined_on=date(2019, 1, 1),
        left_on=date(2022, 1, 1),
        renewal_due=None,
    )

    first = book.ask(member_card, card.person_id).spells[1]

    assert (first.joined_on, first.left_on) == (date(2019, 1, 1), date(2022, 1, 1))


def test_memberships_of_one_person_do_not_overlap(book: SmallBook) -> None:
    card = _returned(book)

    with pytest.raises(RuleError, match="memberships_overlap"):
        book.write(
            memberships.correct,
            spell_id=card.spells[1].spell_id,
            joined_on=date(2020, 1, 1),
            left_on=None,
            renewal_due=None,
        )


def test_no_membership_is_corrected_to_be_due_before_it_begins(book: SmallBook) -> None:
    card = _returned(book)

    with pytest.raises(RuleError, match="ends_before_start"):
        book.write(
            memberships.correct,
            spell_id=card.spells[0].spell_id,
            joined_on=date(2023, 1, 1),
            left_on=None,
            renewal_due=date(2022, 12, 31),
        )


def test_a_membership_cannot_be_reopened_once_the_seat_is_taken(book: SmallBook) -> None:
    ann = book.member("Ann Smith", "Florist")
    book.write(roster.leave, person_id=ann, on=date(2026, 1, 6))
    book.member("Bob Smith", "Florist", joined_on=date(2026, 1, 6))
    (spell,) = book.ask(member_card, ann).spells

    with pytest.raises(RuleError, match="classification_taken"):
        book.write(
            memberships.correct,
            spell_id=spell.spell_id,
            joined_on=spell.joined_on,
            left_on=None,
            renewal_due=None,
        )


def test_a_membership_entered_by_mistake_is_struck(book: SmallBook) -> None:
    card = _returned(book)
    book.write(memberships.strike, spell_id=card.spells[0].spell_id)

    assert len(book.ask(member_card, card.person_id).spells) == 1


def test_the_only_membership_stays(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    (spell,) = book.ask(member_card, ann).spells

    with pytest.raises(RuleError, match="only_membership"):
        book.write(memberships.strike, spell_id=spell.spell_id)
