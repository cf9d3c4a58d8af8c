"""Every document of chapters of every size: nothing leaves its page, no page is a mere head."""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pytest

from app.queries.roster import seating
from app.reports.catalogue import REPORTS
from app.reports.kit.sheet import MARGIN, Sheet
from app.reports.report import Asks, Choice, Report
from app.rules.privacy import Audience
from app.storage import Store
from tests.grown_book import PERIOD, TODAY, grow
from tests.reports.invented import A4, LETTER, LONG, names

_LONG = tuple(f"{LONG[:57]} {n:02}" for n in range(40))
SIZES = {
    "nobody": ((), A4),
    "25 members": (names(25), LETTER),
    "40 members with names of sixty letters": (_LONG, A4),
    "60 members": (names(60), LETTER),
}
EVERY = [
    pytest.param(one, audience, id=f"{one.name} for {audience}")
    for one in REPORTS
    for audience in one.audiences
]
_LETTERS = {"absence-letters", "renewal-letters"}  # sent by themselves, numbered by nobody
_PICTURES = {"network"}  # names around it are shortened where they are long
_HEAD, _FOOT, _UPPER = 82.0, 54.0, 30.0  # the head from the top, the foot from the bottom


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text and its box, in points from the bottom left of a page of a size."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A chapter, the sheet its papers are drawn on, and the member who asks for his own."""

    store: Store
    sheet: Sheet
    member_id: int | None


@pytest.fixture(scope="module", params=SIZES)
def sheaf(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sheaf]:
    people, sheet = SIZES[request.param]
    store = grow(tmp_path_factory.mktemp("grown") / "riverside.chapter", people)
    seats = store.read(seating, TODAY)
    yield Sheaf(store, sheet, seats[0].person_id if seats else None)
    store.close()


def _pages(sheaf: Sheaf, one: Report, audience: Audience) -> list[pypdfium2.PdfPage]:
    own = Asks.MEMBER in one.asks or audience is Audience.OWN
    if sheaf.member_id is None and own:
        pytest.skip("there is no member to ask about")  # and letters of nobody are refused
    choice = Choice(PERIOD, audience, member_id=sheaf.member_id, drafts=True, day=TODAY)
    return list(pypdfium2.PdfDocument(one.pdf(one.rows(sheaf.store, choice), sheaf.sheet)))


def _lines(page: pypdfium2.PdfPage) -> list[Line]:
    drawn = page.get_textpage()
    return [Line(*drawn.get_rect(place)) for place in range(drawn.count_rects())]


@pytest.mark.parametrize(("one", "audience"), EVERY)
def test_all_text_stands_on_its_page_whole_below_a_head_and_above_a_foot(
    sheaf: Sheaf, one: Report, audience: Audience
) -> None:
    pages = _pages(sheaf, one, audience)

    for number, page in enumerate(pages, start=1):
        width, height = page.get_size()
        lines = _lines(page)
        for line in lines:
            assert line.left >= MARGIN - 2, (number, line)
            assert line.right <= width - MARGIN + 2, (number, line)
            assert line.top <= height - _UPPER, (number, line)
            assert line.bottom > _FOOT or line.top < _FOOT - 3, (number, line)
        assert [line for line in lines if line.top < height - _HEAD and line.bottom > _FOOT], number
        words = page.get_textpage().get_text_range()
        assert "For " in words
        assert "…" not in words or one.name in _PICTURES
        if one.name not in _LETTERS:
            assert f"Page {number} of {len(pages)}" in words
            assert "Printed " in words
