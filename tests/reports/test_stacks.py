"""Documents in one go: bound into one file, each whole, in the order they are handed out."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from app.errors import NotFoundError
from app.reports import output, stacks
from app.reports.catalogue import report
from app.reports.report import Asks, Choice
from app.reports.stacks import STACKS, Member, Piece, bound, pieces
from app.rules.periods import Period
from app.rules.privacy import Audience
from tests.reports.invented import A4
from tests.small_book import TODAY, SmallBook

TERM = Period(date(2026, 10, 1), date(2027, 3, 31))
ROOM = Choice(TERM, Audience.ROOM, day=TODAY)
SCORES = report("explain-sheet")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[SmallBook]:
    book = SmallBook.create(tmp_path)
    yield book
    book.store.close()


def _crowd(book: SmallBook, count: int) -> tuple[Member, ...]:
    names = [f"Member{number:03} Bell" for number in range(count)]
    members = tuple(Member(book.member(name), name) for name in names)
    meeting = book.meeting(date(2026, 11, 17))
    book.mark(meeting, "P", *(one.person_id for one in members))
    book.complete(meeting)
    return members


def _bound(book: SmallBook, stacked: tuple[Piece, ...]) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(bound(book.store, stacked, A4, lambda _made: None)))


def test_every_stack_has_documents_and_says_what_it_is() -> None:
    assert [stacks.stack(one.name) for one in STACKS] == list(STACKS)
    for one in STACKS:
        assert one.reports
        assert one.title()
        assert one.says().endswith(".")
        assert one.every_member or Asks.MEMBER not in one.asks
    with pytest.raises(NotFoundError, match="no_such_stack"):
        stacks.stack("everything")


def test_a_stack_is_one_file_with_each_document_whole(book: SmallBook) -> None:
    _crowd(book, 3)
    stack = stacks.stack("after-the-meeting")
    bound_file = _bound(book, pieces(stack.reports, ROOM))
    words = [page.extract_text() for page in bound_file.pages]
    assert len(words) == 3
    for one, text in zip(stack.reports, words, strict=True):
        assert one.title() in text
        assert "Page 1 of 1" in text
    assert [
        str(entry["/Title"]) for entry in bound_file.outline if not isinstance(entry, list)
    ] == [one.title() for one in stack.reports]


def test_wide_and_upright_documents_keep_their_paper(book: SmallBook) -> None:
    _crowd(book, 3)
    reports = (report("activity-summary"), report("scoreboard"))
    boxes = [page.mediabox for page in _bound(book, pieces(reports, ROOM)).pages]
    assert [box.width > box.height for box in boxes] == [True, False]


def test_every_member_gets_a_copy_for_his_own_eyes(book: SmallBook) -> None:
    members = _crowd(book, 4)
    words = [page.extract_text() for page in _bound(book, pieces((SCORES,), ROOM, members)).pages]
    assert [member.name for member in members if f"For {member.name} only" in "".join(words)] == [
        member.name for member in members
    ]
    assert all(member.name in text for member, text in zip(members, words, strict=True))


def test_fonts_are_embedded_once_however_many_copies(book: SmallBook) -> None:
    members = _crowd(book, 12)
    one, twelve = (
        len(bound(book.store, pieces((SCORES,), ROOM, some), A4, lambda _made: None))
        for some in (members[:1], members)
    )
    assert twelve < one * 3


def test_it_is_told_how_many_are_made(book: SmallBook) -> None:
    told: list[int] = []
    bound(book.store, pieces((SCORES,), ROOM, _crowd(book, 3)), A4, told.append)
    assert told == [1, 2, 3]


def test_names_of_files_are_taken_by_every_file_system() -> None:
    names = ["Why – A/B: “C”?", "why – a b “c”", "x" * 300]
    files = output.file_names(names)
    assert len({name.casefold() for name in files}) == 3
    assert not any(sign in name for name in files for sign in '/:?"')
    assert all(len(name.encode()) < 255 for name in files)


def test_everybodys_statement_is_asked_for_with_as_many_questions_as_one(
    book: SmallBook, sent: list[str]
) -> None:
    members = _crowd(book, 5)
    statement = report("member-statement")
    sent.clear()
    _bound(book, pieces((statement,), ROOM, members[:1]))
    for_one = len(sent)
    sent.clear()

    words = [
        page.extract_text() for page in _bound(book, pieces((statement,), ROOM, members)).pages
    ]

    assert len(sent) == for_one
    for one, text in zip(members, words, strict=True):
        assert f"For {one.name} only" in text
