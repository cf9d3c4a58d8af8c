"""Tables: sorted, edited, copied and remembered; never more than they were given."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.errors import AppError, RuleError
from app.ui import typeface
from app.ui.kit.empty import EmptyState
from app.ui.kit.field import ChoiceField, LineField
from app.ui.memory import Memory
from app.ui.screens import picture
from app.ui.tables import Align, Choice, Column, Look, Table, TableModel
from app.ui.tables.header import PADDING
from app.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Deal:
    number: int
    who: str
    amount: int | None
    state: str = "open"


DEALS = (
    Deal(1, "Łukasz", 1200),
    Deal(2, "ann", 90),
    Deal(3, "Bob", None),
    Deal(4, "Émile", 300),
)


class Ledger:
    """Takes edits as the book would."""

    def __init__(self) -> None:
        self.edits: list[tuple[int, object]] = []

    def rename(self, deal: Deal, name: str) -> None:
        if not name:
            raise RuleError("name_empty")
        self.edits.append((deal.number, name))

    def set_state(self, deal: Deal, state: object) -> None:
        self.edits.append((deal.number, state))


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def model(ledger: Ledger, qapp: object) -> TableModel[Deal]:
    assert qapp is not None
    choices = (Choice("open", "still open"), Choice("won", "won"))
    columns: tuple[Column[Deal], ...] = (
        Column("Who", lambda deal: deal.who, edit=ledger.rename, stretch=True),
        Column(
            "Amount",
            lambda deal: None if deal.amount is None else f"{deal.amount:,}",
            align=Align.RIGHT,
            sort=lambda deal: deal.amount,
            look=lambda _deal: Look(Tone.LATE, bold=True, icon="warning"),
        ),
        Column(
            "State", lambda deal: deal.state, edit=ledger.set_state,
            value=lambda deal: deal.state, choices=lambda _deal: choices,
        ),
    )  # fmt: skip
    return TableModel(columns, key=lambda deal: deal.number)


@pytest.fixture
def table(model: TableModel[Deal], memory: Memory, qtbot: QtBot) -> Table:
    table = Table(model, name="deals", title="Deals", memory=memory)
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    return table


def shown(model: QAbstractItemModel, column: int = 0) -> list[object]:
    return [model.index(row, column).data() for row in range(model.rowCount(QModelIndex()))]


def test_the_model_keeps_what_qt_expects_of_it(model: TableModel[Deal]) -> None:
    watch = QAbstractItemModelTester(model)  # its complaints are Qt warnings, which fail a test
    assert watch.model() is model
    model.show_rows(DEALS)
    model.show_rows(DEALS[:2])
    model.sort(0)
    model.show_rows(())


def test_words_sort_without_case_and_accents_and_nothing_comes_last(
    model: TableModel[Deal],
) -> None:
    model.show_rows(DEALS)
    model.sort(0)
    assert shown(model) == ["ann", "Bob", "Émile", "Łukasz"]
    model.sort(1)
    assert shown(model, 1) == ["90", "300", "1,200", ""]
    model.sort(-1)
    assert shown(model) == ["Łukasz", "ann", "Bob", "Émile"]


def test_rows_that_come_later_are_put_in_the_order_asked_for(model: TableModel[Deal]) -> None:
    model.sort(0)
    model.show_rows(DEALS)
    model.show_rows((*DEALS, Deal(5, "Carol", 1)))
    assert shown(model) == ["ann", "Bob", "Carol", "Émile", "Łukasz"]


def test_a_model_given_in_order_asks_its_owner_for_another_order(qtbot: QtBot) -> None:
    model = TableModel[Deal]((Column("Who", lambda deal: deal.who),), in_order=True)
    model.show_rows(DEALS)
    with qtbot.waitSignal(model.reordered) as asked:
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert asked.args == [0, False]
    assert shown(model) == ["Łukasz", "ann", "Bob", "Émile"]


def test_the_current_row_stays_current_over_a_reload_and_a_sort(table: Table) -> None:
    table.show_rows(DEALS)
    table.choose(3)
    table.show_rows((Deal(9, "Zoe", 1), *DEALS))
    assert table.current() == DEALS[2]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.current() == DEALS[2]


def test_an_edit_is_sent_and_not_shown_before_it_is_stored(
    model: TableModel[Deal], ledger: Ledger
) -> None:
    model.show_rows(DEALS)
    assert model.setData(model.index(1, 0), "Anne")
    assert ledger.edits == [(2, "Anne")]
    assert shown(model)[1] == "ann"


def test_the_same_words_are_no_edit(model: TableModel[Deal], ledger: Ledger) -> None:
    model.show_rows(DEALS)
    assert not model.setData(model.index(1, 0), "ann")
    assert ledger.edits == []


def test_an_edit_that_is_refused_is_told(model: TableModel[Deal], qtbot: QtBot) -> None:
    model.show_rows(DEALS)
    with qtbot.waitSignal(model.refused) as told:
        model.setData(model.index(1, 0), "")
    assert isinstance(told.args[0], AppError)


def test_f2_edits_in_place_and_enter_sends(table: Table, ledger: Ledger, qtbot: QtBot) -> None:
    table.show_rows(DEALS)
    table.setFocus()
    table.setCurrentIndex(table.rows().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_F2)
    field = table.viewport().findChild(LineField)
    assert isinstance(field, LineField)
    QTest.keyClicks(field, "Luke")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ledger.edits == [(1, "Luke")])


def test_a_choice_is_edited_by_choosing(table: Table, ledger: Ledger) -> None:
    table.show_rows(DEALS)
    index = table.rows().index(0, 2)
    table.edit(index)
    field = table.viewport().findChild(ChoiceField)
    assert isinstance(field, ChoiceField)
    assert field.chosen() == "open"
    field.choose("won")
    table.itemDelegate().setModelData(field, table.rows(), index)
    field.hidePopup()
    assert ledger.edits == [(1, "won")]


def test_enter_opens_the_current_row(table: Table, qtbot: QtBot) -> None:
    table.show_rows(DEALS)
    table.setCurrentIndex(table.rows().index(2, 1))
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [DEALS[2]]


def test_rows_are_copied_with_their_heads_and_formulas_defused(table: Table) -> None:
    table.show_rows((Deal(1, "=cmd|' /C calc'!A0", -5), Deal(2, "Tab\there\nand there", 7)))
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Who\tAmount\tState",
        "'=cmd|' /C calc'!A0\t-5\topen",
        "Tab here and there\t7\topen",
    ]


def test_column_widths_are_remembered_and_forgotten_with_other_columns(
    table: Table, model: TableModel[Deal], memory: Memory, qtbot: QtBot
) -> None:
    table.setColumnWidth(1, 201)
    again = Table(model, name="deals", title="Deals", memory=memory)
    qtbot.addWidget(again)
    assert again.columnWidth(1) == 201
    assert memory.widths("deals", 2) is None


def test_the_column_that_stretches_is_doubled_before_the_others_grow(table: Table) -> None:
    table.resize(492, 300)
    assert [table.columnWidth(place) for place in range(3)] == [240, 120, 120]


def test_columns_share_a_wide_window_until_somebody_sets_a_width(table: Table) -> None:
    table.resize(1200, 300)
    whole = table.viewport().width()
    first, *others = (table.columnWidth(place) for place in range(3))
    assert first + sum(others) == whole
    assert 120 < min(others) <= max(others) < first <= 2 * max(others)

    table.setColumnWidth(1, 90)
    table.resize(1300, 300)
    assert table.columnWidth(1) == 90
    assert table.columnWidth(2) == others[1]


def test_an_empty_table_says_what_to_do_first(table: Table) -> None:
    empty = EmptyState("No deals yet", "Record the first one.")
    table.explain_emptiness(empty)
    assert empty.isVisible()
    table.show_rows(DEALS)
    assert not empty.isVisible()


def test_hostile_names_are_drawn_as_letters_in_no_time(table: Table) -> None:
    table.show_rows((Deal(1, "<table>" * 3000, 1),))
    table.resize(300, 120)
    assert picture(table, 2.0).width() == 600


def test_a_picture_asks_each_cell_in_sight_once_and_none_out_of_sight(
    memory: Memory, qtbot: QtBot
) -> None:
    asked: list[int] = []

    def show(deal: Deal) -> str:
        asked.append(deal.number)
        return deal.who

    many = [Deal(number, "Ann", 1) for number in range(1000)]
    table = Table(TableModel([Column("Who", show)]), name="many", title="Many", memory=memory)
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show_rows(many)
    table.show()
    asked.clear()
    picture(table)
    assert asked == list(range(len(asked)))
    assert 0 < len(asked) < 12


def test_typed_letters_find_the_name_whichever_cell_is_current(table: Table) -> None:
    table.rows().show_rows(DEALS)
    table.setCurrentIndex(table.rows().index(0, 1))
    for letter in "em":
        table.keyboardSearch(letter)
    assert table.current().who == "Émile"
    assert table.currentIndex().column() == 1


def test_the_same_letter_again_goes_to_the_next_name_that_begins_so(table: Table) -> None:
    names = ("Ann Lee", "Bob", "Ada Lee")
    table.rows().show_rows([Deal(n, who, None) for n, who in enumerate(names)])
    found = []
    for letter in "aaa":
        table.keyboardSearch(letter)
        found.append(table.current().who)
    assert found == ["Ann Lee", "Ada Lee", "Ann Lee"]


def test_a_row_is_lit_while_the_mouse_is_over_it(table: Table, model: TableModel[Deal]) -> None:
    table.show_rows(DEALS)
    before = picture(table)
    QTest.mouseMove(table.viewport(), table.visualRect(model.index(1, 0)).center())
    lit = picture(table)
    QTest.mouseMove(table.viewport(), table.viewport().rect().bottomLeft())
    assert lit != before
    assert picture(table) == before


def test_a_double_click_on_the_edge_of_a_head_fits_the_column_to_what_is_seen(
    table: Table,
) -> None:
    long = "a state that is longer than its column"
    table.rows().show_rows([Deal(1, "Ann", 90, long), Deal(2, "Bob", None)])
    table.show()
    table.horizontalHeader().sectionHandleDoubleClicked.emit(2)
    room = table.columnWidth(2) - 2 * PADDING
    wanted = typeface.metrics().horizontalAdvance(long)
    assert wanted <= room < wanted + 8
