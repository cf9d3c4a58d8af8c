from hypothesis import given
from hypothesis import strategies as st

from app.reports.kit.breaks import breaks


def test_a_list_that_fits_stays_on_one_page() -> None:
    assert breaks(40, 10, first=400, later=450) == [40]


def test_an_empty_list_still_has_a_page() -> None:
    assert breaks(0, 10, first=400, later=450, tail=30) == [0]


def test_a_lonely_last_row_takes_others_with_it() -> None:
    assert breaks(41, 10, first=400, later=450) == [37, 4]


def test_what_follows_the_list_never_stands_on_a_page_without_rows() -> None:
    assert breaks(40, 10, first=400, later=450, tail=30) == [36, 4]


@given(st.integers(0, 400), st.integers(0, 60))
def test_every_row_is_printed_once_and_no_page_overflows(rows: int, tail: int) -> None:
    pages = breaks(rows, 10, first=400, later=450, tail=tail)

    assert sum(pages) == rows
    assert pages[0] <= 40
    assert all(count <= 45 for count in pages[1:])
    assert pages[-1] * 10 + tail <= (450 if len(pages) > 1 else 400)
    assert len(pages) == 1 or pages[-1] >= 4
