"""What if, asked of a book: the past as it was, the months to come by the chapter's calendar."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from app.queries.chapter_lights import chapter_lights
from app.queries.what_if import WhatIf, what_if
from app.reports import what_if as paper
from app.rules.periods import month_of
from app.rules.privacy import Audience
from app.rules.scoring.what_if import Assumed
from app.services import meetings
from tests.reports import pdf
from tests.reports.invented import A4
from tests.small_book import SmallBook

OCTOBER = month_of(date(2026, 10, 1))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallBook]:
    found = SmallBook.create(Path(tmp_path_factory.mktemp("what-if")))
    ann, bob = found.member("Ann Smith"), found.member("Bob Jones")
    for week in range(8):
        day = date(2026, 9, 1) + timedelta(weeks=week)
        meeting = found.meeting(day)
        found.mark(meeting, "P", ann)
        found.mark(meeting, "A" if week == 3 else "P", bob)
        found.referral(ann, bob, day)
        found.visit(f"Guest {week}", ann, day, confirmed=True)
        found.complete(meeting)
    christmas = found.meeting(date(2026, 12, 29))
    found.write(meetings.declare_holiday, meeting_id=christmas)
    yield found
    found.store.close()


def _rows(book: SmallBook, assumed: Assumed | None = None) -> WhatIf:
    return book.ask(what_if, period=OCTOBER, audience=Audience.OFFICERS, assumed=assumed)


def test_the_past_and_now_are_the_chapters_lights(book: SmallBook) -> None:
    rows = _rows(book)
    lights = book.ask(chapter_lights, period=OCTOBER, audience=Audience.OFFICERS)
    assert rows.past == lights.months
    assert rows.now == lights.score


def test_what_is_usual_comes_from_the_last_six_months(book: SmallBook) -> None:
    rows = _rows(book)
    assert rows.usual == rows.assumed
    assert (rows.usual.visitors, rows.usual.given) == (Fraction(1), Fraction(1, 2))


def test_the_months_to_come_have_the_meetings_of_the_calendar(book: SmallBook) -> None:
    """Tuesdays: four in November and, less the holiday, four in December 2026."""
    rows = _rows(book, replace(_rows(book).usual, visitors=Fraction(4)))
    november, december = rows.coming[:2]
    assert november.score is not None
    assert december.score is not None
    visitors = [
        next(one for one in score.items if one.item.name == "visitors")
        for score in (november.score, december.score)
    ]
    assert [int(one.divisor or 0) for one in visitors] == [12, 16]
    assert [int(one.count) for one in visitors] == [24, 40]


def test_the_paper_says_what_was_assumed(book: SmallBook) -> None:
    rows = _rows(book, replace(_rows(book).usual, joins=3, leaves=2, visitors=Fraction(4)))
    words = " ".join(pdf.text(paper.pdf(rows, A4)).split())
    for said in ("3 join, 2 leave", "4 visitors a week", "Members at the end", "Apr"):
        assert said in words
    for sign in pdf.signs(paper.pdf(rows, A4)):
        assert 40 <= sign.left <= sign.right <= 596 - 40, sign
