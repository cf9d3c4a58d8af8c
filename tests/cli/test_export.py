"""A book goes out whole and comes back whole; other programs read what is theirs."""

import csv
import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.people import Person
from app.models.whole import Base
from app.queries.outgoing.shelf import everything, listings
from app.services import roster
from app.storage import Store
from tests import every_table, exported_columns
from tests.command_line import run
from tests.images import images
from tests.small_book import SmallBook

FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """Return a book with a record in every table, every field filled."""
    book = SmallBook.create(tmp_path)
    book.member("Ann Whitfield")
    book.store.write("Everything", every_table.fill)
    book.write(roster.reach, person_id=book.person("Ann Whitfield"), company=FORMULA)
    book.store.close()
    return book.store.path


def _everything(book: Path) -> dict[str, Any]:
    with Store(book, author="", read_only=True) as store:
        return store.read(_rows)


def _rows(session: Session) -> dict[str, Any]:
    return {
        table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
        for table in Base.metadata.sorted_tables
    }


def test_a_document_comes_back_field_by_field_with_its_history(full: Path, tmp_path: Path) -> None:
    assert run("export", full, "--json", tmp_path / "all.json").status == 0
    assert run("restore-json", tmp_path / "back.chapter", tmp_path / "all.json").status == 0
    before, after = _everything(full), _everything(tmp_path / "back.chapter")
    assert all(before.values())
    assert after == before
    assert run("check", tmp_path / "back.chapter").err == run("check", full).err


def test_without_its_history_all_else_comes_back_and_a_new_one_begins(
    full: Path, tmp_path: Path
) -> None:
    run("export", full, "--json", tmp_path / "all.json", "--without-history")
    said = run("import", tmp_path / "back.chapter", tmp_path / "all.json")
    assert "history begins today" in said.out
    with Store(full, author="") as one, Store(tmp_path / "back.chapter", author="") as other:
        assert images(other) == images(one)
        assert other.history().undo == "Book restored from all.json"


def test_the_demo_chapter_comes_back_and_can_be_undone_further(demo: Path, tmp_path: Path) -> None:
    run("export", demo, "--json", tmp_path / "demo.json")
    run("restore-json", tmp_path / "back.chapter", tmp_path / "demo.json")
    assert _everything(tmp_path / "back.chapter") == _everything(demo)
    assert run("check", tmp_path / "back.chapter").status == 0
    with Store(demo, author="W") as one, Store(tmp_path / "back.chapter", author="W") as other:
        assert other.undo().label == one.undo().label


def _spoilt(path: Path, spoil: str) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    person = document["tables"]["person"][0]
    if spoil == "table":
        document["tables"]["secret"] = [{"id": 1}]
    elif spoil == "field":
        person["shoe_size"] = 44
    elif spoil == "orphan":
        person["sponsor_id"] = 4711
    elif spoil == "word":
        person["kind"] = "robot"
    elif spoil == "type":
        person["seat"] = "third"
    elif spoil == "list":
        person["name"] = ["Ann"]
    elif spoil == "newer":
        document["schema"] = 999
    path.write_text(json.dumps(document)[: -1 if spoil == "cut" else None], encoding="utf-8")


@pytest.mark.parametrize(
    "spoil", ["table", "field", "orphan", "word", "type", "list", "newer", "cut"]
)
@pytest.mark.parametrize("history", [True, False])
def test_a_document_that_does_not_hold_together_makes_no_book(
    full: Path, tmp_path: Path, spoil: str, *, history: bool
) -> None:
    file, book = tmp_path / "all.json", tmp_path / "back.chapter"
    run("export", full, "--json", file, *([] if history else ["--without-history"]))
    _spoilt(file, spoil)
    said = run("restore-json", book, file)
    assert (said.status, said.is_one_sentence, book.exists()) == (1, True, False)


def test_a_book_that_is_there_is_left_alone(demo: Path, tmp_path: Path) -> None:
    run("export", demo, "--json", tmp_path / "demo.json")
    before = demo.read_bytes()
    assert run("restore-json", demo, tmp_path / "demo.json").is_one_sentence
    assert run("export", demo, "--json", demo).status == 2
    assert demo.read_bytes() == before


def test_every_table_of_the_book_stands_in_a_sheet_but_what_is_for_one_members_eyes() -> None:
    shown = frozenset[str]().union(*(one.of for one in everything()))
    assert shown | {"own_figures"} == {table.name for table in Base.metadata.sorted_tables}
    assert len({one.name for one in everything()}) == len(everything())


def test_a_workbook_holds_days_as_days_money_as_numbers_and_runs_nothing(
    full: Path, tmp_path: Path
) -> None:
    run("export", full, "--xlsx", tmp_path / "all.xlsx")
    workbook = load_workbook(tmp_path / "all.xlsx")
    assert len(workbook.sheetnames) == len(everything())
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"n", "s", "d"}
    company = next(cell for cell in cells if cell.value == FORMULA)
    assert company.data_type == "s"
    kinds = {(sheet.title, head.value): sheet.cell(2, head.column).value for sheet in workbook
             for head in sheet[1]}  # fmt: skip
    assert isinstance(kinds["Meetings", "Date"], datetime)
    assert isinstance(kinds["Meetings", "Closed business read"], float | int)


def test_csv_files_are_marked_utf_8_and_run_nothing(demo: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    run("export", demo, "--csv", folder)
    assert {path.stem for path in folder.iterdir()} == {one.name for one in everything()}
    for file in folder.iterdir():
        content = file.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.replace(b"\r\n", b"").count(b"\n") == 0
    with (folder / "closed-business.csv").open(encoding="utf-8-sig", newline="") as read:
        rows = list(csv.DictReader(read))
    money = next(row["Amount"] for row in rows)
    assert Decimal(money).as_tuple().exponent == -2
    assert date.fromisoformat(rows[0]["Meeting"])


def test_a_folder_in_use_is_not_written_into(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "mine.csv").write_text("mine", encoding="utf-8")
    assert run("export", demo, "--csv", tmp_path / "tables").is_one_sentence
    assert [path.name for path in (tmp_path / "tables").iterdir()] == ["mine.csv"]


def test_every_column_says_what_stands_in_it() -> None:
    for one in listings():
        assert all(field.heading.says.endswith(".") for field in one.fields), one.name


def test_cards_and_events_keep_their_identity(demo: Path, tmp_path: Path) -> None:
    found = []
    for place in "ab":
        run("export", demo, "--ics", tmp_path / f"{place}.ics")
        run("export", demo, "--vcf", tmp_path / f"{place}.vcf")
        lines = (tmp_path / f"{place}.ics").read_bytes() + (tmp_path / f"{place}.vcf").read_bytes()
        found.append([line for line in lines.split(b"\r\n") if line.startswith(b"UID:")])
    assert found[0] == found[1]
    assert len(set(found[0])) == len(found[0]) > 100


def test_a_card_stands_for_every_member_of_today(demo: Path, tmp_path: Path) -> None:
    run("export", demo, "--vcf", tmp_path / "a.vcf")
    text = (tmp_path / "a.vcf").read_bytes().decode().replace("\r\n ", "")
    with Store(demo, author="", read_only=True) as store:
        names = set(store.read(lambda session: session.scalars(select(Person.name)).all()))
    cards = [line.removeprefix("FN:") for line in text.splitlines() if line.startswith("FN:")]
    assert len(cards) == 40
    assert set(cards) <= names


def test_the_manual_describes_every_exported_column() -> None:
    assert exported_columns.PAGE.read_text(encoding="utf-8") == exported_columns.page()
