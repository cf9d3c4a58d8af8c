"""A page that lists rows: search box, filters, count, one table, and keys for its rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Generic

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _
from app.ui.actions import Action, Menu
from app.ui.desk import Desk
from app.ui.kit import brush
from app.ui.kit.empty import EmptyState
from app.ui.kit.field import HEIGHT, LineField
from app.ui.kit.flow import FlowLayout
from app.ui.kit.label import PlainLabel
from app.ui.kit.toggle import ToggleChip
from app.ui.matching import holds
from app.ui.page import BESIDE_BAR, Page
from app.ui.tables import Column, Table, TableModel
from app.ui.tables.columns import Row
from app.ui.tables.rowkeys import RowKeys
from app.ui.theme import Tone

_SEARCH = 200


@dataclass(frozen=True, slots=True)
class Filter(Generic[Row]):
    """A filter of a list; filters of one group exclude each other, ``on`` holds from the start."""

    text: str
    keeps: Callable[[Row], bool]
    group: str = ""
    on: bool = False


class ListPage(Page, Generic[Row]):
    """A list of at most a few thousand rows, searched, filtered and sorted in memory.

    The deeds of a row are its context menu; those with a key are run by it while the table has
    the focus, and stand in the palette for the current row.

    Subclasses declare ``columns`` and ask the book in ``reload``, with ``show_rows`` to take the
    answer. A list too long for that overrides ``arranged`` and gives its model rows in order.
    """

    NAME: ClassVar[str] = "list"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._all: Sequence[Row] = ()
        self._filters = tuple(self.filters())
        self.model = TableModel[Row](self.columns(), key=self.key, parent=self)
        self.model.refused.connect(self.gateway.refused)
        title = self.heading().title
        self.table = Table(self.model, name=self.NAME, title=title, memory=desk.memory)
        self.table.expect_rows()
        self.setFocusProxy(self.table)
        self.search = LineField(
            name=_("Search this list"), hint=_("Find"), icon="search", clears=True
        )
        self.search.setFixedWidth(_SEARCH)
        self.chips = [ToggleChip(one.text) for one in self._filters]
        for chip, one in zip(self.chips, self._filters, strict=True):
            chip.setChecked(one.on)
        RowKeys(self.table, self.row_deeds)
        self._count = PlainLabel(tone=Tone.MUTED, align=brush.RIGHT)
        self._lay_out()
        self._connect()

    @property
    def counted(self) -> str:
        """How many rows are shown, of how many."""
        return self._count.text()

    def columns(self) -> Sequence[Column[Row]]:
        """Return the columns of the table."""
        raise NotImplementedError

    def filters(self) -> Sequence[Filter[Row]]:
        """Return the filters offered beside the search box."""
        return ()

    def key(self, row: Row) -> Any:  # noqa: ANN401  whatever identifies a row
        """Return what a row is recognised by after a reload."""
        return row

    def searched(self, row: Row) -> str:
        """Return the words of a row that the search box looks at."""
        return " ".join(column.text(row) for column in self.model.columns)

    def emptiness(self) -> EmptyState:
        """Return what is said while there is nothing to list: what to do first."""
        return EmptyState(_("Nothing here yet"))

    def fields(self) -> Sequence[QWidget]:
        """Return further filters that stand behind the chips, such as a period."""
        return ()

    def keeps(self, _row: Row) -> bool:
        """Tell whether those further filters let a row through."""
        return True

    def row_deeds(self, _row: Row) -> Sequence[Action]:
        """Return what can be done with one row."""
        return ()

    @Slot(object)
    def open_row(self, row: Row) -> None:
        """Show one row in full; called for Enter and double click."""

    @Slot(object)
    def show_rows(self, rows: Sequence[Row]) -> None:
        """Take the answer of the book."""
        self._all = rows
        self.rearrange()
        if not rows:
            self.table.explain_emptiness(self.emptiness())

    def arranged(self) -> Sequence[Row]:
        """Return the rows that the search box and the filters let through."""
        wanted = self.search.text()
        kept = [row for row in self._all if self.keeps(row)]
        for chip, one in zip(self.chips, self._filters, strict=True):
            if chip.isChecked():
                kept = [row for row in kept if one.keeps(row)]
        if wanted.strip():
            kept = [row for row in kept if holds(wanted, self.searched(row))]
        return kept

    @override
    def deeds(self) -> Sequence[Action]:
        find = Action(
            f"{self.NAME}.find", _("Search this list"), self.search.setFocus, "Ctrl+F", "search",
            menu=Menu.EDIT, group=1,
        )  # fmt: skip
        row = self.table.current()
        deeds = () if row is None else self.row_deeds(row)
        return (find, *(replace(deed, key="", hint=deed.shown_key) for deed in deeds))

    def _lay_out(self) -> None:
        filters = FlowLayout()
        for part in (self.search, *self.chips, *self.fields()):
            filters.addWidget(part)
        bar = QHBoxLayout()
        bar.addLayout(filters, 1)
        bar.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        bar.addSpacing(12)
        self._count.setFixedHeight(HEIGHT)
        self.upper = QVBoxLayout()
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(0, 0, 12, 0)
        layout = QVBoxLayout(self)
        # The scroll bar stands in the margin, so that rows end where the header's button does.
        layout.setContentsMargins(BESIDE_BAR)
        layout.setSpacing(8)
        layout.addLayout(self.upper)
        layout.addLayout(bar)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.table, 1)
        below.addLayout(self.foot)
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.rearrange)
        self.search.returnPressed.connect(self._on_search_done)
        self.table.opened.connect(self.open_row)
        self.table.chosen.connect(self._on_chosen)
        self.table.menu_wanted.connect(self._on_menu)
        for chip in self.chips:
            chip.toggled.connect(self._on_toggled)

    @Slot()
    def rearrange(self) -> None:
        """Search, filter, sort and count again."""
        rows = self.arranged()
        self.table.show_rows(rows)
        shown, every = formats.grouped(len(rows)), formats.grouped(len(self._all))
        if shown == every:
            self._count.say(shown if rows else "")
        else:
            self._count.say(_("{shown} of {all}").format(shown=shown, all=every))
        if self._all and not rows:
            self.table.explain_emptiness(
                EmptyState(
                    _("No row matches"),
                    _("Clear the search box or switch a filter off to see all of them."),
                    icon="search",
                )
            )

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001  Qt's signal
        chip = self.sender()
        if on and isinstance(chip, ToggleChip):
            group = self._filters[self.chips.index(chip)].group
            for other, one in zip(self.chips, self._filters, strict=True):
                if group and other is not chip and one.group == group:
                    other.setChecked(False)
        self.rearrange()

    @Slot()
    def _on_search_done(self) -> None:
        self.table.setFocus()
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    @Slot(object)
    def _on_chosen(self, _row: Row | None) -> None:
        self.heading_changed.emit()

    @Slot(object, QPoint)
    def _on_menu(self, row: Row, place: QPoint) -> None:
        deeds = self.row_deeds(row)
        if not deeds:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for deed in deeds:
            keys = f"\t{deed.shown_key}" if deed.key else ""
            entry = menu.addAction(deed.text.replace("&", "&&") + keys)
            entry.setEnabled(deed.enabled)
            entry.triggered.connect(deed.run)
        menu.popup(place)
