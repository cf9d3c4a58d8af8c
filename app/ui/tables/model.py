"""One table model for every table: frozen rows under declared columns."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.errors import AppError
from app.ui.kit.label import tip
from app.ui.tables.columns import PLAIN, Column, Look, Row
from app.ui.tables.paged import RowsByNumber

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ASCENDING = Qt.SortOrder.AscendingOrder
# What every cell is; asked for so often that it is put together once.
_SEEN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _SEEN | Qt.ItemFlag.ItemIsEditable
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows rows it was given; holds no session and changes nothing itself.

    Rows are only ever counted and looked up by number, so any sequence will do, a paged one too.
    One that comes in order already is given with ``in_order``; its owner answers ``reordered``.
    ``blank`` stands where a row is still on the way; nothing of it is drawn.

    Signals:
        reordered: Another order was asked for: column number, ascending.
        refused: An edit was not understood. Carries an AppError.
    """

    reordered = Signal(int, bool)
    refused = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable] | None = None,
        in_order: bool = False,
        blank: Row | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.blank = blank
        self._key = key
        self._in_order = in_order
        self._rows: Sequence[Row] = ()
        self._given: Sequence[Row] = ()
        self._order: tuple[int, bool] | None = None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace what is shown; views keep their place where the number of rows stays."""
        self._given = rows
        arranged = self._arranged(rows)
        if rows and len(arranged) == len(self._rows):
            self._rows = arranged
            last = self.index(len(arranged) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = arranged
        self.endResetModel()

    def row(self, index: Index | int) -> Row:
        """Return the row under an index or at a number."""
        return self._rows[index if isinstance(index, int) else index.row()]

    def whole(self, then: Callable[[Sequence[Row]], object]) -> None:
        """Hand over all rows in their order, those that are not here yet once they have come."""
        if isinstance(self._rows, RowsByNumber):
            self._rows.gather(then)
        else:
            then(self._rows)

    def words(self, row: Row, column: Column[Row]) -> str:
        """Return what is read in a cell; nothing of a row that is still on the way."""
        return "" if row is self.blank else column.text(row)

    def key(self, row: Row) -> Hashable:
        """Return what a row is recognised by after a reload."""
        return row if self._key is None else self._key(row)

    def renew(self, first: int, last: int) -> None:
        """Say that rows which come a page at a time have come."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def find(self, key: Hashable) -> int:
        """Return the number of the row with a key, or -1."""
        if isinstance(self._rows, RowsByNumber):
            return self._rows.number_of(key)
        numbers = (n for n, row in enumerate(self._rows) if self.key(row) == key)
        return next(numbers, -1)

    def look(self, index: Index) -> Look:
        """Return how a cell looks."""
        look = self.columns[index.column()].look
        return PLAIN if look is None else look(self.row(index))

    def column(self, index: Index) -> Column[Row]:
        """Return the column of an index."""
        return self.columns[index.column()]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in _TEXT_ROLES:
            return self.words(self.row(index), column)
        if role == Qt.ItemDataRole.EditRole:
            return column.start(self.row(index))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align.value | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            row = self.row(index)
            return None if row is self.blank else tip(column.tip(row))
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align.value | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = self.columns[index.column()].edit is not None
        return _EDITABLE if editable else _SEEN

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        column = self.columns[index.column()]
        row = self.row(index)
        if column.edit is None or value == column.start(row):
            return False
        try:
            column.edit(row, value)
        except AppError as error:
            self.refused.emit(error)
            return False
        return True

    @override
    def sort(self, column: int, order: Qt.SortOrder = _ASCENDING) -> None:
        """Order the rows by a column; a column of -1 gives back the order they came in."""
        known = 0 <= column < len(self.columns) and self.columns[column].sortable
        self._order = (column, order == _ASCENDING) if known else None
        if self._in_order:
            self.reordered.emit(column, order == _ASCENDING)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self.key(self.row(index)) for index in before]
        self._rows = self._arranged(self._given)
        places = {self.key(row): number for number, row in enumerate(self._rows)}
        moved = [
            self.index(places[key], index.column()) if key in places else QModelIndex()
            for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def _arranged(self, rows: Sequence[Row]) -> Sequence[Row]:
        if self._order is None or self._in_order:
            return rows
        column, ascending = self._order
        return sorted(rows, key=self.columns[column].order, reverse=not ascending)
