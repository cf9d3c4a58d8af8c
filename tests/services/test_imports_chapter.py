"""A file of another chapter is noticed, and kept out once the book knows its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import RuleError
from app.queries.chapter import chapter_details
from tests.exchange.samples import education
from tests.images import images
from tests.imported_book import WEEK_AFTER, ImportedBook, audit

ROWS = (education("Ann Lee"),)
ELM = ("Elm", "North Shore", "India")
OURS = ("Riverside", "North Shore", "India")


@pytest.fixture
def by_hand(tmp_path: Path) -> Iterator[ImportedBook]:
    book = ImportedBook.create(tmp_path)
    yield book
    book.store.close()


def remarks(book: ImportedBook, content: bytes) -> set[str]:
    (file,) = book.plan(content).preview.files
    return {one.reason for one in file.oddities} | {one.reason for one in file.refusals}


def test_a_book_begun_by_hand_takes_a_file_that_names_it_otherwise(by_hand: ImportedBook) -> None:
    assert remarks(by_hand, audit(ROWS, chapter=ELM)) == {"import_chapter_differs"}
    by_hand.bring_in(audit(ROWS, chapter=ELM))
    assert by_hand.ask(chapter_details).name == "Riverside"


def test_once_a_file_has_named_the_chapter_another_is_refused(by_hand: ImportedBook) -> None:
    by_hand.bring_in(audit(ROWS, chapter=OURS))
    before = images(by_hand.store)
    with pytest.raises(RuleError, match="import_other_chapter"):
        by_hand.bring_in(audit(ROWS, chapter=ELM, held_on=WEEK_AFTER))
    assert images(by_hand.store) == before


def test_another_chapter_may_be_allowed(by_hand: ImportedBook) -> None:
    by_hand.bring_in(audit(ROWS, chapter=OURS))
    by_hand.bring_in(audit(ROWS, chapter=ELM, held_on=WEEK_AFTER), other_chapter=True)
    assert by_hand.kinds(WEEK_AFTER) == {"education": 1}


def test_of_two_chapters_in_one_import_the_second_is_refused(tmp_path: Path) -> None:
    book = ImportedBook.empty(tmp_path)
    with book.store, pytest.raises(RuleError, match="import_other_chapter"):
        book.bring_in(audit(ROWS, chapter=OURS), audit(ROWS, chapter=ELM, held_on=WEEK_AFTER))


def test_a_file_without_a_chapter_is_never_of_another(by_hand: ImportedBook) -> None:
    by_hand.bring_in(audit(ROWS, chapter=OURS))
    assert remarks(by_hand, audit(ROWS, headered=False)) == {"import_needs_date"}


def test_a_book_begun_from_a_file_has_its_chapter_and_currency(tmp_path: Path) -> None:
    book = ImportedBook.empty(tmp_path, in_files="Elm", region="North Shore", country="India")
    with book.store:
        found = book.ask(chapter_details)
        assert (found.name, found.region, found.country) == ELM
        assert found.currency == "INR"
        assert remarks(book, audit(ROWS, chapter=OURS)) == {"import_other_chapter"}


def test_a_book_without_a_name_takes_that_of_the_first_file_with_one(tmp_path: Path) -> None:
    book = ImportedBook.empty(tmp_path)
    with book.store:
        book.bring_in(audit(ROWS, headered=False), day=WEEK_AFTER)
        assert book.ask(chapter_details).name == "book"
        book.bring_in(audit(ROWS, chapter=ELM))
        assert book.ask(chapter_details).name == "Elm"
        assert remarks(book, audit(ROWS, chapter=OURS)) == {"import_other_chapter"}
