"""Whatever was typed leaves in every kind of file as text that runs nowhere, and comes back."""

import csv
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.exchange.outgoing.cells import mended
from app.storage import Store
from tests.command_line import run
from tests.hostile.words import FORMULAS, hostile_book
from tests.images import images

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_FIGURE = re.compile(r"-?\d+(\.\d+)?")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_book(tmp_path_factory.mktemp("hostile") / "riverside.chapter", 40)


def _names(book: Path) -> set[str]:
    with Store(book, author="Wanda", read_only=True) as store:
        return {str(row["name"]) for row in images(store)["person"].values()}


def test_no_cell_of_a_csv_file_runs_and_every_name_comes_back(book: Path, tmp_path: Path) -> None:
    assert run("export", book, "--csv", tmp_path / "csv").status == 0
    cells = []
    for file in (tmp_path / "csv").glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as content:
            cells += [cell for row in csv.reader(content) for cell in row]
    running = [cell for cell in cells if cell.startswith(_RUNS) and not _FIGURE.fullmatch(cell)]
    assert running == []
    assert _names(book) - {mended(cell) for cell in cells} == set()
    assert any(cell.startswith(f"'{FORMULAS[0]}") for cell in cells)


def test_no_cell_of_a_workbook_is_a_formula_and_every_name_comes_back(
    book: Path, tmp_path: Path
) -> None:
    assert run("export", book, "--xlsx", tmp_path / "book.xlsx").status == 0
    cells = [
        cell
        for sheet in load_workbook(tmp_path / "book.xlsx")
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    said = {str(cell.value) for cell in cells}
    shown = {name for name in _names(book) if name.isprintable()}
    assert shown - said == set()


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        ("vcf", {"VCARD", "FN", "N", "ORG", "TITLE", "TEL", "EMAIL", "URL", "ADR", "NOTE", "ROLE"}),
        ("ics", {"VCALENDAR", "VEVENT", "SUMMARY", "LOCATION", "DESCRIPTION", "UID"}),
    ],
)
def test_a_card_or_event_holds_no_line_that_somebody_typed(
    book: Path, tmp_path: Path, kind: str, allowed: set[str]
) -> None:
    assert run("export", book, f"--{kind}", tmp_path / f"out.{kind}").status == 0
    raw = (tmp_path / f"out.{kind}").read_bytes().decode()
    lines = raw.replace("\r\n ", "").split("\r\n")
    assert "\n" not in "".join(lines)
    assert all(re.match(r"[A-Z-]+[;:]", line) for line in lines if line), kind
    assert allowed & {re.split("[;:]", line)[0] for line in lines}


def test_a_document_brings_every_word_back(book: Path, tmp_path: Path) -> None:
    with Store(book, author="Wanda", read_only=True) as store:
        before = images(store)
    assert run("export", book, "--json", tmp_path / "out.json", "--without-history").status == 0
    assert run("restore-json", tmp_path / "again.chapter", tmp_path / "out.json").status == 0
    with Store(tmp_path / "again.chapter", author="Wanda", read_only=True) as store:
        assert images(store) == before
