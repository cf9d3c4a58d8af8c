"""Rows that come a page at a time: one question for a screen, each row in its own place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication

from app.ui.desk import Desk
from app.ui.gateway import Answer, Gateway
from app.ui.screens import settle
from app.ui.tables.paged import PAGE, PagedRows

BLANK = "…"
MANY = 1000 * PAGE


def _id(row: str) -> int:
    return int(row.removeprefix("row "))


@dataclass
class Library:
    """Lends the rows of some ids, and notes which were asked for together."""

    gateway: Gateway
    gone: set[int] = field(default_factory=set)
    asked: list[list[int]] = field(default_factory=list)

    def ask(self, ids: Sequence[int]) -> Answer[tuple[str, ...]] | None:
        if self.gateway.closed:
            return None
        self.asked.append([*ids])
        there = [one for one in ids if one not in self.gone]
        return self.gateway.compute(lambda: tuple(f"row {one}" for one in there))


@pytest.fixture
def library(desk: Desk) -> Library:
    return Library(desk.gateway)


@pytest.fixture
def rows(library: Library, desk: Desk) -> PagedRows[str]:
    return PagedRows(range(MANY), library.ask, key=_id, blank=BLANK, parent=desk)


def _look(rows: PagedRows[str], first: int, count: int = 20) -> list[str]:
    return [rows.row(number) for number in range(first, first + count)]


def test_what_one_picture_lacks_is_asked_for_in_one_question(
    rows: PagedRows[str], library: Library
) -> None:
    first = 500 * PAGE + PAGE // 2
    assert set(_look(rows, first)) == {BLANK}
    settle(library.gateway)
    assert _look(rows, first) == [f"row {first + place}" for place in range(20)]
    assert library.asked[0] == [*range(500 * PAGE, 502 * PAGE)]


def test_who_races_past_many_pages_is_shown_the_last_of_them(
    rows: PagedRows[str], library: Library
) -> None:
    for page in range(0, 600, 2):
        _look(rows, page * PAGE)
    settle(library.gateway)
    assert _look(rows, 598 * PAGE, 3) == [f"row {598 * PAGE + place}" for place in range(3)]
    assert sum(map(len, library.asked)) < 40 * PAGE


def test_a_row_that_is_gone_leaves_the_others_in_their_places(
    rows: PagedRows[str], library: Library
) -> None:
    library.gone.add(1)
    _look(rows, 0)
    settle(library.gateway)
    assert _look(rows, 0, 3) == ["row 0", BLANK, "row 2"]


def test_rows_that_are_prepared_are_there_when_they_are_looked_at(
    rows: PagedRows[str], library: Library
) -> None:
    rows.prepare(-20, 40)
    settle(library.gateway)
    assert BLANK not in _look(rows, 0, 41)
    rows.prepare(MANY - 5, MANY + 50)
    settle(library.gateway)
    assert _look(rows, MANY - 1, 1) == [f"row {MANY - 1}"]
    assert len(library.asked) == 2


def test_all_rows_are_gathered_in_their_order_and_those_gone_left_out(
    library: Library, desk: Desk
) -> None:
    library.gone.add(2500)
    rows = PagedRows(range(4100), library.ask, key=_id, blank=BLANK, parent=desk)
    found: list[str] = []
    rows.gather(found.extend)
    settle(library.gateway)
    assert found == [f"row {number}" for number in range(4100) if number != 2500]
    assert len(library.asked) == 3


def test_nothing_is_asked_of_a_closed_book(rows: PagedRows[str], library: Library) -> None:
    _look(rows, 0)
    library.gateway.close()
    QCoreApplication.processEvents()
    assert library.asked == []
