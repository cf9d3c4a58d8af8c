"""A group's own words are said for ours, and only as words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app import i18n
from app.i18n import _, ngettext
from app.queries.own_words import own_words
from app.services import chapter
from tests.small_book import SmallBook


@pytest.fixture(autouse=True)
def _ours_again() -> Iterator[None]:
    yield
    i18n.rename({})


def test_nothing_is_renamed_where_nothing_was_said() -> None:
    assert _("Referrals given") == "Referrals given"


def test_words_are_renamed_in_singular_and_plural_with_their_capitals() -> None:
    i18n.rename({"referral": "tip", "one-to-one": "chat"})
    assert _("Referrals given") == "Tips given"
    assert _("a referral, then a One-to-one") == "a tip, then a Chat"
    assert ngettext("{n} referral", "{n} referrals", 2) == "2 tips"


def test_names_of_values_and_longer_words_stay() -> None:
    i18n.rename({"referral": "tip", "member": "friend"})
    assert _("{referral} of {member}") == "{referral} of {member}"
    assert _("membership, referral-matrix") == "membership, referral-matrix"


def test_a_book_speaks_as_its_rules_of_attendance_do(tmp_path: Path) -> None:
    book = SmallBook.create(tmp_path)
    with book.store:
        assert book.ask(own_words, date(2026, 11, 23)) == {}
        book.write(chapter.choose_policy, name="letip-like", changed=())
        words = book.ask(own_words, date(2026, 11, 23))
    assert words == {"referral": "tip", "substitute": "alternate", "visitor": "guest"}
