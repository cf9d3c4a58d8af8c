"""The same half-year by two profiles: both are as they are alone, and the difference is told."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.queries.scores import scores
from app.queries.two_profiles import TwoProfiles, two_profiles
from app.reports import two_profiles as paper
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.profile import Profile
from tests.reports import pdf
from tests.reports.invented import A4
from tests.rules.shipped import MEMBERS
from tests.small_book import SmallBook

HALF = Period(date(2026, 4, 1), date(2026, 9, 30))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallBook]:
    found = SmallBook.create(Path(tmp_path_factory.mktemp("twice")))
    ann, bob = found.member("Ann Smith"), found.member("Bob Jones")
    found.member("Dora Blank")
    for week in range(8):
        day = date(2026, 4, 7) + timedelta(weeks=week)
        meeting = found.meeting(day)
        found.mark(meeting, "L" if week < 2 else "P", ann)
        found.mark(meeting, "A" if week < 3 else "P", bob)
        found.referral(ann, bob, day)
        found.one_to_one(ann, bob, day)
        found.complete(meeting)
    yield found
    found.store.close()


def _rows(book: SmallBook, one: str, other: str | None) -> TwoProfiles:
    return book.ask(two_profiles, period=HALF, audience=Audience.OFFICERS, profile=one, other=other)


@pytest.mark.parametrize("other", MEMBERS.values(), ids=MEMBERS)
def test_each_total_is_the_one_by_that_profile_alone(book: SmallBook, other: Profile) -> None:
    rows = _rows(book, "us-regional", other.name)
    alone = book.ask(scores, HALF, profile=other).members
    assert {one.person_id: one.other_total for one in rows.members} == {
        one.person_id: one.score.total if one.score else None for one in alone
    }


@pytest.mark.parametrize("other", MEMBERS.values(), ids=MEMBERS)
def test_the_items_told_add_up_to_the_change(book: SmallBook, other: Profile) -> None:
    for one in _rows(book, "us-regional", other.name).members:
        assert (one.change or 0) == sum(item.size for item in one.items)


def test_one_profile_twice_makes_no_difference(book: SmallBook) -> None:
    rows = _rows(book, "us-regional", "us-regional")
    assert [one.items for one in rows.members] == [(), (), ()]


def test_without_another_profile_named_one_is_chosen(book: SmallBook) -> None:
    assert _rows(book, "us-regional", None).other.name != "us-regional"


def test_the_paper_tells_both_and_what_makes_the_difference(book: SmallBook) -> None:
    rows = _rows(book, "us-regional", "taiwan")
    words = " ".join(pdf.text(paper.pdf(rows, A4)).split())
    for said in ("Under two profiles", "US regional", "Taiwan", "A + L/3 in whole", "black"):
        assert said in words
    ann = next(one for one in rows.members if one.name == "Ann Smith")
    assert paper.why(ann, rows) in words
    for sign in pdf.signs(paper.pdf(rows, A4)):
        assert 40 <= sign.left <= sign.right <= 596 - 40, sign
