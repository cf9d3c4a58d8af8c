"""Whatever was typed stands on paper letter by letter, in every document, and soon."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.queries.roster import seating
from app.reports.catalogue import REPORTS
from app.reports.plain import to_json
from app.reports.report import Choice, Report
from app.rules.privacy import Audience
from app.storage import Store
from tests.grown_book import PERIOD, TODAY
from tests.hostile.words import MARKUP, WORDS, hostile_book
from tests.reports import pdf
from tests.reports.invented import A4

EVERY = [
    pytest.param(one, audience, id=f"{one.name} for {audience}")
    for one in REPORTS
    for audience in one.audiences
]
_LONGEST = 10.0  # seconds of this processor
_SHOWN = tuple(word for word in MARKUP if len(word) < 50)  # whole on any paper


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = hostile_book(tmp_path_factory.mktemp("hostile") / "riverside.chapter", len(WORDS))
    with Store(path, author="Wanda", read_only=True) as store:
        yield store


@pytest.mark.parametrize(("one", "audience"), EVERY)
def test_every_document_takes_names_for_names(book: Store, one: Report, audience: Audience) -> None:
    begun = time.process_time()
    member_id = book.read(seating, TODAY)[0].person_id
    choice = Choice(PERIOD, audience, member_id=member_id, drafts=True, day=TODAY)
    rows = book.read(one.query, **one.arguments(choice))
    document = one.pdf(rows, A4)
    assert time.process_time() - begun < _LONGEST
    words = "".join(pdf.text(document).split())
    told = to_json(one.name, rows)
    assert any(word[:12].replace(" ", "") in words for word in _SHOWN), words[:500]
    for page in pdf.reader(document).pages:
        assert "/Annots" not in page  # no link came of a name
    assert "{name}" not in told or "{name} %(name)s %s" in told


def test_what_stands_on_paper_is_what_was_typed(book: Store) -> None:
    """A sheet to sign shows every member: each name whole that a reader can copy."""
    sheet = next(one for one in REPORTS if one.name == "sign-in-sheet")
    rows = book.read(sheet.query, **sheet.arguments(Choice(PERIOD, sheet.audiences[0], day=TODAY)))
    words = "".join(pdf.text(sheet.pdf(rows, A4)).split())
    names = ["".join(one.name.split()) for one in book.read(seating, TODAY)]
    plain = [name for name in names if name.isascii() and name.isprintable() and len(name) < 40]
    assert len(plain) > 15
    assert [name for name in plain if name not in words] == []


def test_one_endless_word_is_cut_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    path = hostile_book(tmp_path / "riverside.chapter", 3)
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE person SET name = ?, version = version + 1", ("x" * 200_000,))
    raw.close()
    with Store(path, author="Wanda", read_only=True) as store:
        for name in ("roster", "activity-summary", "badges", "sign-in-sheet", "scoreboard"):
            one = next(report for report in REPORTS if report.name == name)
            begun = time.process_time()
            choice = Choice(PERIOD, one.audiences[-1], drafts=True, day=TODAY)
            one.pdf(store.read(one.query, **one.arguments(choice)), A4)
            assert time.process_time() - begun < _LONGEST, name
