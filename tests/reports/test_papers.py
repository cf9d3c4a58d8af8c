from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.queries.scoreboard import Category, NotYet
from app.reports import activity_summary, meeting_report, scoreboard
from app.reports.kit.sheet import MARGIN, Sheet
from app.rules.privacy import Audience
from tests.reports import invented, pdf
from tests.reports.invented import A4, LETTER, LONG, MARKUP
from tests.reports.papers import FURTHER

Draw = Callable[[int, tuple[str, ...], Sheet], bytes]
HARD = (*(f"{LONG} {n}" for n in range(12)), MARKUP)


def _summary(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    return activity_summary.pdf(invented.summary(count, first=first), sheet)


def _meeting(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    return meeting_report.pdf(invented.meeting(count, first=first), sheet)


def _board(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    return scoreboard.pdf(invented.board(count, first=first), sheet)


PAPERS = pytest.mark.parametrize("draw", [_summary, _meeting, _board, *FURTHER])
SHEETS = pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])


@PAPERS
@SHEETS
@pytest.mark.parametrize("count", [0, 1, 25, 40, 60, 90])
def test_no_sign_leaves_the_margins_or_runs_into_the_footer(
    draw: Draw, sheet: Sheet, count: int
) -> None:
    document = draw(count, invented.NAMES, sheet)
    widths = [page.mediabox for page in pdf.reader(document).pages]

    for sign in pdf.signs(document):
        box = widths[sign.page]
        assert sign.left >= MARGIN - 2, sign
        assert sign.right <= float(box.width) - MARGIN + 2, sign
        assert sign.top <= float(box.height) - 30, sign
        assert sign.bottom > 54 or sign.top < 49, sign


@PAPERS
@SHEETS
def test_names_of_sixty_letters_stay_inside_and_stand_on_the_page_whole(
    draw: Draw, sheet: Sheet
) -> None:
    document = draw(40, HARD, sheet)
    width = float(pdf.reader(document).pages[0].mediabox.width)

    assert all(sign.right <= width - MARGIN + 2 for sign in pdf.signs(document))
    assert "…" not in pdf.text(document)


@PAPERS
def test_sixty_members_are_all_on_the_paper_each_once(draw: Draw) -> None:
    words = pdf.text(draw(60, (), A4))

    for name in invented.names(60, ()):
        assert name in words


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
def test_a_summary_of_sixty_stands_on_one_page(sheet: Sheet) -> None:
    assert pdf.page_count(_summary(60, invented.NAMES, sheet)) == 1


@PAPERS
def test_later_pages_repeat_the_title_and_count_the_pages(draw: Draw) -> None:
    document = draw(90, (), A4)
    pages = [page.extract_text() for page in pdf.reader(document).pages]

    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Riverside Chapter" in page


def test_the_head_of_a_table_is_repeated_on_every_page() -> None:
    for page in pdf.reader(_summary(90, (), A4)).pages:
        assert "1-2-1" in page.extract_text()


@PAPERS
def test_the_same_rows_give_the_same_bytes(draw: Draw) -> None:
    assert draw(25, invented.NAMES, A4) == draw(25, invented.NAMES, A4)


@PAPERS
def test_papers_drawn_at_once_in_many_threads_are_those_drawn_one_by_one(draw: Draw) -> None:
    alone = draw(12, invented.NAMES, A4)

    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _n: draw(12, invented.NAMES, A4), range(8)))

    assert set(drawn) == {alone}


@PAPERS
def test_a_document_has_title_language_outline_and_audience(draw: Draw) -> None:
    read = pdf.reader(draw(25, invented.NAMES, A4))

    assert read.metadata is not None
    assert "Riverside Chapter" in str(read.metadata.title)
    assert str(read.root_object["/Lang"]) == "en"
    assert read.outline
    assert "For " in read.pages[0].extract_text()


def test_a_provisional_paper_says_so_beside_its_title() -> None:
    rows = invented.provisional(invented.summary(5))

    assert "Provisional" in pdf.text(activity_summary.pdf(rows, A4))
    assert "Provisional" not in pdf.text(activity_summary.pdf(invented.summary(5), A4))


def test_a_withheld_amount_is_a_sign_and_the_sign_is_explained() -> None:
    words = pdf.text(activity_summary.pdf(invented.summary(25), A4))

    assert "< 3" in words
    assert "fewer than 3 people" in words


def test_the_footer_names_whom_a_page_is_for() -> None:
    for audience, words in ((Audience.ROOM, "For the room"), (Audience.OFFICERS, "For officers")):
        rows = invented.summary(5, audience=audience)
        assert words in pdf.text(activity_summary.pdf(rows, A4))


def test_equals_share_a_step_of_the_podium_and_the_tie_rule_is_printed() -> None:
    words = pdf.text(scoreboard.pdf(invented.board(12, counts=(40, 40, 33)), A4))

    assert "Equal counts share a rank" in words
    assert words.count("Ann Kowalska") > 1


def test_a_chapter_of_forty_with_its_lists_of_who_has_none_yet_takes_one_page() -> None:
    people = tuple(invented.names(40, invented.NAMES))
    lists = tuple(NotYet(one, people[: 8 + 6 * n]) for n, one in enumerate(list(Category)[:4]))
    document = scoreboard.pdf(replace(invented.board(34), not_yet=lists), A4)

    assert pdf.page_count(document) == 1
    assert pdf.text(document).count("Not yet") == 1
    assert "last page" not in pdf.text(document)


def test_a_later_page_says_its_period_whole_however_long_the_name_of_the_chapter_is() -> None:
    rows = replace(invented.board(90), chapter=f"{LONG} Chapter of the Upper Town and the River")
    last = pdf.reader(scoreboard.pdf(rows, A4)).pages[-1]

    assert " · 1 April – 30 September 2026" in last.extract_text()


def test_a_total_that_differs_from_the_one_read_aloud_is_named() -> None:
    assert "differ (education units)" in pdf.text(meeting_report.pdf(invented.meeting(9), A4))


@PAPERS
def test_somebody_whose_name_was_lost_is_drawn_without_one(draw: Draw) -> None:
    assert draw(25, ("",), A4).startswith(b"%PDF")
