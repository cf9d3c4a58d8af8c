"""A summary fills the marks of one meeting, or is kept as the official figures of its days."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.exchange.labels import Column
from app.queries.activity_summary import activity_summary
from app.queries.imports import FilePreview
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import attendance
from tests.exchange.samples import Counters, Member, summary
from tests.images import images
from tests.imported_book import (
    EVENING,
    HALF_YEAR,
    WEEK_AFTER,
    ImportedBook,
    half_year,
    member,
    weekly,
)

EVENING_ROWS = (
    member("Ann Lee", p=1, rgi=2),
    member("Bob Hart", a=1),
    member("Cy Odo", l=1),
    member("Di Poe", m=1),
    member("Ed Qin", s=1),
    member("Fay Roe"),
)
MARKS = {"Ann Lee": "P", "Bob Hart": "A", "Cy Odo": "L", "Di Poe": "M", "Ed Qin": "S"}
PSEUDO: dict[str, Any] = {"visitors": Counters(p=1), "organisation": Counters(p=1, v=1)}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[ImportedBook]:
    book = ImportedBook.empty(tmp_path)
    yield book
    book.store.close()


def previewed(book: ImportedBook, content: bytes, day: date | None = None) -> FilePreview:
    (file,) = book.plan(content, day=day).preview.files
    return file


def test_the_summary_of_one_meeting_fills_its_marks(book: ImportedBook) -> None:
    book.bring_in(weekly(*EVENING_ROWS, **PSEUDO))
    assert book.marks() == MARKS
    assert book.state(EVENING) == "completed"


def test_a_blank_row_stays_blank(book: ImportedBook) -> None:
    book.bring_in(weekly(*EVENING_ROWS))
    assert "Fay Roe" in book.people()
    assert "Fay Roe" not in book.marks()


def test_a_summary_without_dates_is_a_meeting_when_its_day_is_given(book: ImportedBook) -> None:
    bare = weekly(*EVENING_ROWS, headered=False)
    book.bring_in(bare, day=WEEK_AFTER)
    assert book.marks(WEEK_AFTER) == MARKS


def test_without_its_day_it_is_kept_without_a_date(book: ImportedBook) -> None:
    bare = weekly(*EVENING_ROWS, headered=False)
    assert "import_undated" in {one.reason for one in previewed(book, bare).oddities}
    book.bring_in(bare)
    assert book.official() == [(None, None)]


def test_two_marks_of_one_member_are_no_single_meeting(book: ImportedBook) -> None:
    longer = summary([member("Ann Lee", p=2)], headered=False)
    book.bring_in(longer, day=EVENING)
    assert book.official() == [(None, None)]


def test_a_few_days_with_one_meeting_are_that_meeting_when_its_day_is_given(
    book: ImportedBook,
) -> None:
    week = summary(EVENING_ROWS, period=(date(2025, 2, 10), date(2025, 2, 16)))
    assert previewed(book, week).day is None
    assert previewed(book, week, day=WEEK_AFTER).day is None
    assert previewed(book, week, day=EVENING).day == EVENING


def test_marks_in_the_book_stay_and_what_differs_is_told(book: ImportedBook) -> None:
    book.member("Ann Lee")
    book.member("Bob Hart")
    meeting = book.meeting(EVENING)
    book.mark(meeting, "L", book.person("Ann Lee"))
    book.mark(meeting, "A", book.person("Bob Hart"))
    file = previewed(book, weekly(*EVENING_ROWS))
    (conflict,) = file.mark_conflicts
    assert (conflict.name, conflict.book.value, conflict.file.value) == ("Ann Lee", "L", "P")
    book.bring_in(weekly(*EVENING_ROWS))
    assert book.marks() == MARKS | {"Ann Lee": "L"}


def test_one_meeting_again_adds_nothing(book: ImportedBook) -> None:
    book.bring_in(weekly(*EVENING_ROWS))
    before = images(book.store, versions=True)
    assert previewed(book, weekly(*EVENING_ROWS, container="xlsx")).rows_new == 0
    assert not book.bring_in(weekly(*EVENING_ROWS, container="xlsx")).tables
    assert images(book.store, versions=True) == before


def test_a_mark_that_was_cleared_comes_again(book: ImportedBook) -> None:
    meeting = book.meeting(EVENING)
    book.bring_in(weekly(*EVENING_ROWS))
    book.write(attendance.clear, meeting_id=meeting, person_id=book.person("Ann Lee"))
    assert previewed(book, weekly(*EVENING_ROWS)).rows_new == 1


ROWS = (
    member("Ann Lee", p=20, a=2, rgi=7, rgo=3, rri=1, rro=2, v=4, one=11, tyfcb=1200, ceu=9),
    member("Bob Hart", p=21, l=1, rgi=1),
)
BESIDE = {
    "visitors": Counters(p=22),
    "organisation": Counters(p=22, v=3, tyfcb=500),
    "hidden": Counters(p=8, rgo=2),
}


def test_a_longer_summary_is_kept_as_official_figures(book: ImportedBook) -> None:
    book.bring_in(half_year(*ROWS, **BESIDE))
    assert book.official() == [HALF_YEAR]
    assert book.people() == ["Ann Lee", "Bob Hart"]


def test_official_figures_stand_in_where_the_book_has_no_meetings(book: ImportedBook) -> None:
    book.bring_in(half_year(*ROWS, **BESIDE))
    report = book.ask(
        activity_summary, period=Period(*HALF_YEAR), audience=Audience.OFFICERS, drafts=False
    )
    ann = next(line.figures for line in report.members if line.name == "Ann Lee")
    assert (ann.present, ann.given_inside, ann.one_to_ones) == (20, 7, 11)
    assert ann.closed_business == 120_000


def test_what_the_total_counts_beyond_the_rows_are_former_members(book: ImportedBook) -> None:
    file = previewed(book, half_year(*ROWS, **BESIDE))
    left = {column: count for column, count in file.residual.items() if count}
    assert left == {Column.PRESENT: 8, Column.GIVEN_OUTSIDE: 2}
    assert file.total_row is not None
    assert file.total_row.closed_business == 170_000


def test_with_former_members_listed_nothing_is_left_over(book: ImportedBook) -> None:
    file = previewed(book, half_year(*ROWS, dropped_included=True))
    assert set(file.residual.values()) == {0}


def test_the_same_figures_again_add_nothing(book: ImportedBook) -> None:
    book.bring_in(half_year(*ROWS, **BESIDE))
    before = images(book.store, versions=True)
    again = half_year(*reversed(ROWS), container="xlsx", **BESIDE)
    assert previewed(book, again).rows_new == 0
    assert not book.bring_in(again).tables
    assert images(book.store, versions=True) == before


def test_later_figures_of_the_same_days_replace_the_earlier(book: ImportedBook) -> None:
    book.bring_in(half_year(*ROWS))
    before = images(book.store)
    corrected = half_year(member("Ann Lee", p=22), ROWS[1])
    assert previewed(book, corrected).replaces_figures
    book.bring_in(corrected)
    assert book.official() == [HALF_YEAR]
    book.store.undo()
    assert images(book.store) == before


def test_of_two_summaries_of_the_same_days_in_one_import_one_is_kept(book: ImportedBook) -> None:
    book.bring_in(half_year(*ROWS), half_year(member("Ann Lee", p=22)))
    assert book.official() == [HALF_YEAR]


def test_figures_without_dates_replace_none(book: ImportedBook) -> None:
    book.bring_in(summary(ROWS, headered=False))
    book.bring_in(summary(ROWS[:1], headered=False))
    assert book.official() == [(None, None), (None, None)]
    assert not book.bring_in(summary(ROWS, headered=False)).tables


def test_figures_of_another_chapter_replace_none(book: ImportedBook) -> None:
    book.bring_in(half_year(*ROWS))
    other = half_year(*ROWS[:1], chapter=("Elm", "North Shore", "Freedonia"))
    book.bring_in(other, other_chapter=True)
    assert book.official() == [HALF_YEAR, HALF_YEAR]


@pytest.mark.parametrize("locale", ["us", "in", "ae", "th", "vi", "de", "zh-TW"])
@pytest.mark.parametrize("headered", [True, False])
def test_every_layout_brings_the_same_members_and_marks(
    book: ImportedBook, locale: str, *, headered: bool
) -> None:
    rows = [Member("Ann", "Lee", Counters(p=1)), Member("Bob", "Hart", Counters(a=1))]
    book.bring_in(weekly(*rows, locale=locale, headered=headered, **PSEUDO), day=EVENING)
    assert sorted(book.marks().values()) == ["A", "P"]
    assert sorted(sorted(name.split()) for name in book.people()) == [
        ["Ann", "Lee"],
        ["Bob", "Hart"],
    ]
