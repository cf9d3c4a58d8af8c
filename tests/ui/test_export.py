"""What leaves the window: the whole book beside the work, and any list as it is seen."""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.exchange.outgoing import documents
from app.exchange.outgoing.tables import Table as Outgoing
from app.formats import Money
from app.queries.outgoing.writing import Shape
from app.ui.exporting import lists
from app.ui.exporting.page import ExportPage
from app.ui.exporting.seen import outgoing
from app.ui.exporting.ways import Way, ways
from app.ui.kit.banner import Banner
from app.ui.members.page import MembersPage
from app.ui.memory import Memory
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.screens import settle
from app.ui.tables import Align, Column, Table, TableModel
from tests.builders import demo_book
from tests.command_line import run
from tests.ui.lists import Hand

WAYS = {way.shape: way for way in ways()}


@dataclass(frozen=True, slots=True)
class Deal:
    who: str
    on: date
    amount: int
    calls: int = 0


DEALS = tuple(Deal(f"Ann {n}", date(2026, 1, 1), 1_428_050 + n, n) for n in range(300))
MONEY = Money("GBP", 2, "1.234")


@pytest.fixture
def deals(qtbot: QtBot) -> Table:
    columns: tuple[Column[Deal], ...] = (
        Column("Who", lambda deal: f"=RUN({deal.who})"),
        Column("On", lambda deal: f"{deal.on:%d %b}", sort=lambda deal: deal.on),
        Column(
            "Exact", lambda deal: MONEY.exact(deal.amount), Align.RIGHT,
            sort=lambda deal: deal.amount,
        ),
        Column(
            "Whole", lambda deal: MONEY.whole(deal.amount), sort=lambda deal: deal.amount
        ),
        Column("Calls", lambda deal: deal.calls),
        Column("Of ten", lambda deal: f"{deal.calls} of 10", sort=lambda deal: deal.calls),
        Column("Hidden", lambda deal: deal.who),
    )  # fmt: skip
    table = Table(TableModel(columns), name="deals", title="Deals")
    qtbot.addWidget(table)
    table.show_columns([True] * 6 + [False])
    table.show_rows(DEALS)
    return table


def _out(deals: Table) -> Outgoing:
    model = deals.rows()
    return outgoing(deals, [model.row(number) for number in range(model.rowCount())])


def test_a_list_goes_out_as_it_is_seen_with_days_and_figures_as_what_they_are(
    deals: Table,
) -> None:
    rows = [list(row) for row in _out(deals).rows]
    assert len(rows) == 300
    assert rows[0] == [
        "=RUN(Ann 0)", date(2026, 1, 1), Decimal("14280.50"), Decimal("14280.50"), 0, "0 of 10",
    ]  # fmt: skip
    assert [heading.title for heading in _out(deals).headings][-1] == "Of ten"


def test_a_list_is_written_as_workbook_and_as_csv(hand: Hand, deals: Table, tmp_path: Path) -> None:
    for suffix in ("xlsx", "csv"):
        lists.write(hand.window.desk, _out(deals), str(tmp_path / f"deals.{suffix}"))
        hand.settle()
    sheet = load_workbook(tmp_path / "deals.xlsx").active
    assert sheet.max_row == 301
    assert (sheet["A2"].data_type, sheet["C2"].value) == ("s", 14280.5)
    with (tmp_path / "deals.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][:3] == ["'=RUN(Ann 0)", "2026-01-01", "14280.50"]


def test_the_list_of_members_is_offered_and_copied_whole(hand: Hand) -> None:
    for name in ("Ann Whitfield", "Bob Hartley"):
        hand.book.member(name)
    hand.go("members", MembersPage)
    actions = {action.name: action for action in hand.window.deeds()}
    assert actions["list.save"].enabled
    actions["list.copy"].run()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 3
    assert "Ann Whitfield" in copied[1]


def test_a_page_without_a_list_offers_none(hand: Hand) -> None:
    hand.go("export", ExportPage)
    assert not {"list.save", "list.copy"} & {action.name for action in hand.window.deeds()}


def _done(page: ExportPage, qtbot: QtBot) -> str:
    """Wait until it is written, and return what is said then."""
    qtbot.waitUntil(lambda: page._stop is None)
    banner = page.window().findChild(Banner)
    assert banner is not None
    return banner.accessibleName()


@pytest.mark.parametrize("way", ways(), ids=lambda way: way.shape.value)
def test_the_book_is_written_in_every_shape_and_the_place_told(
    hand: Hand, qtbot: QtBot, tmp_path: Path, way: Way
) -> None:
    hand.book.member("Ann Whitfield")
    page = hand.go("export", ExportPage)
    place = tmp_path / f"out{way.suffix}"
    page.write_to(way, str(place))
    assert f"{place} is written" in _done(page, qtbot)
    assert place.exists()


def test_work_goes_on_meanwhile_and_the_history_may_stay_at_home(
    hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    page = hand.go("export", ExportPage)
    page.history.setChecked(False)
    page.write_to(WAYS[Shape.DOCUMENT], str(tmp_path / "all.json"))
    hand.book.member("Ann Whitfield")
    _done(page, qtbot)
    assert not documents.read(tmp_path / "all.json").history


def test_what_is_stopped_leaves_nothing_behind(hand: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    page = hand.go("export", ExportPage)
    page.write_to(WAYS[Shape.FOLDER], str(tmp_path / "tables"))
    page.stop.click()
    assert "Stopped" in _done(page, qtbot)
    assert not [one for one in tmp_path.iterdir() if "tables" in one.name]


def test_a_document_chosen_among_files_becomes_a_book_that_opens(
    demo: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    run("export", demo, "--json", tmp_path / "all.json")
    door = FrontDoor(Memory(tmp_path / "front.ini"))
    door.start(None)
    door.begin.of_document(tmp_path / "all.json", str(tmp_path / "back.chapter"))
    qtbot.waitUntil(lambda: isinstance(door.window, BookWindow), timeout=20_000)
    window = door.window
    assert isinstance(window, BookWindow)
    qtbot.addWidget(window)
    settle(window.desk.gateway)
    assert window.windowTitle() == "Riverside Chapter"
    door.close()


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return demo_book(tmp_path / "demo.chapter")
