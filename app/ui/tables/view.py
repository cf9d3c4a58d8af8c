"""The view of every table: rows to walk, open, edit in place and copy."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from app.ui.kit.empty import EmptyState
from app.ui.kit.label import tip
from app.ui.kit.scrollbar import keep_place
from app.ui.memory import Memory
from app.ui.tables.clipping import clip
from app.ui.tables.columns import Align
from app.ui.tables.delegate import CellDelegate
from app.ui.tables.header import PADDING, TableHeader
from app.ui.tables.keysahead import KeysAhead
from app.ui.tables.model import Index, TableModel
from app.ui.tables.rows import ROW, RowPainter, width_of
from app.ui.tables.typeahead import TypeAhead

_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Table(QTableView):
    """Shows a TableModel in rows of 32 px.

    Signals:
        opened: A row was asked for by Enter or a double click. Carries the row.
        chosen: Another row is the current one. Carries the row, or None.
        menu_wanted: What can be done with a row was asked for: row, place on the screen.
        sought: Letters were typed in a list too long to be walked through. Carries them.
    """

    opened = Signal(object)
    chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)
    sought = Signal(str)

    def __init__(
        self,
        model: TableModel[Any],
        *,
        name: str,
        title: str,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a view; widths are remembered under ``name``, ``title`` is what it is called."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._memory = memory
        self._empty: EmptyState | None = None
        self._painter = RowPainter(self)
        self._keys_ahead = KeysAhead(self)
        self._type_ahead = TypeAhead()
        self._sharing = False
        self.setItemDelegate(CellDelegate(self))
        self.setHorizontalHeader(TableHeader(self))
        self.horizontalHeader().setAccessibleName(title)
        self.verticalHeader().setAccessibleName(title)
        self.setModel(model)
        self._quieten()
        self._size_columns(model)
        model.modelReset.connect(self._on_reset)
        model.modelReset.connect(self._keys_ahead.look)
        model.dataChanged.connect(self._keys_ahead.look)
        self.horizontalHeader().sectionResized.connect(self._on_resized)

    def rows(self) -> TableModel[Any]:
        """Return the model."""
        model = self.model()
        if not isinstance(model, TableModel):
            raise TypeError(model)
        return model

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows and stay on the one that was current, or in its place if it is gone.

        Its place is only taken by another while the table has the focus: then keys go on from it.
        """
        model = self.rows()
        current, place = self.current(), self.currentIndex().row()
        model.show_rows(rows)
        if current is None:
            return
        self.choose(model.key(current))
        if self.hasFocus() and not self.currentIndex().isValid() and model.rowCount():
            self.setCurrentIndex(model.index(min(place, model.rowCount() - 1), 0))

    def expect_rows(self) -> None:
        """Keep what is typed until the first rows have come, or it is said that there are none."""
        self._keys_ahead.begin()

    def current(self) -> Any:  # noqa: ANN401  rows are whatever the model was given
        """Return the current row, or None."""
        index = self.currentIndex()
        return self.rows().row(index) if index.isValid() else None

    def choose(self, key: Hashable) -> None:
        """Make the row with a key the current one, where there is one."""
        number = self.rows().find(key)
        if number >= 0:
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self.rows().index(number, column))

    def explain_emptiness(self, empty: EmptyState) -> None:
        """Show this in place of rows while there are none."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = empty
        self._keys_ahead.give_up()
        empty.setParent(self.viewport())
        self._on_reset()

    @property
    def emptiness(self) -> str:
        """What is said in place of rows, as long as there are none."""
        return self._empty.words if self._empty is not None else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self._keys_ahead.keep(event):
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in _OPENERS and index.isValid() and not self._is_editing():
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Go to the row whose name begins so: its first cell of words, not its number."""
        model = self.rows()
        if model.blank is not None:
            self.sought.emit(search)
            return
        lanes = [n for n in range(len(model.columns)) if not self.isColumnHidden(n)]
        column = next((n for n in lanes if model.columns[n].align is Align.LEFT), -1)
        if column >= 0 and model.rowCount():
            named = model.columns[column]
            cells = [model.words(model.row(n), named) for n in range(model.rowCount())]
            found = self._type_ahead.seek(search, cells, self.currentIndex().row())
            if found >= 0:
                self.setCurrentIndex(model.index(found, max(0, self.currentIndex().column())))

    @override
    def sizeHintForColumn(self, column: int) -> int:
        """Return how wide a column must be for what is seen; one that stretches keeps its room."""
        model = self.rows()
        declared = model.columns[column]
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        seen = range(max(0, first), model.rowCount() if last < 0 else last + 1)
        rows = (row for n in seen if (row := model.row(n)) is not model.blank)
        width = max((width_of(declared, row) for row in rows), default=0)
        return max(width, self.columnWidth(column)) if declared.stretch else width

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keys_ahead.forget()
        super().focusOutEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._is_editing():
            self.opened.emit(self.rows().row(index))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def edit_current(self) -> None:
        """Change the current cell, or the first of its row that can be changed."""
        index, model = self.currentIndex(), self.rows()
        if not index.isValid() or self._is_editing():
            return
        if model.column(index).edit is None:
            places = (n for n, one in enumerate(model.columns) if one.edit is not None)
            index = model.index(index.row(), next(places, -1))
            if not index.isValid():
                return
            self.setCurrentIndex(index)
        self.edit(index)

    def show_columns(self, shown: Sequence[bool]) -> None:
        """Show some of the columns, in the order they were declared."""
        for place, yes in enumerate(shown):
            self.setColumnHidden(place, not yes)
            if yes and not self.columnWidth(place):
                self.setColumnWidth(place, self._widths[place])
        self._stretch()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.paint(self.rows(), event.rect())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._explain_cut(event)
        return super().viewportEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.rows().row(current) if current.isValid() else None)

    def _quieten(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        keep_place(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(ROW)

    def _size_columns(self, model: TableModel[Any]) -> None:
        header = self.horizontalHeader()
        name = self.objectName()
        known = self._memory.widths(name, len(model.columns)) if self._memory else None
        self._arranged = known is not None
        self._widths = known or [column.width for column in model.columns]
        for number, width in enumerate(self._widths):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(number, width)

    def _stretch(self) -> None:
        """Share out the room that is left; where there is too little, rows are scrolled.

        Where somebody has set widths, they stand, and only the column that stretches gets the rest.
        """
        columns = self.rows().columns
        shown = [n for n in range(len(columns)) if not self.isColumnHidden(n)]
        place = next((n for n in shown if columns[n].stretch), None)
        if place is None:
            return
        self._sharing = True
        room = self.viewport().width()
        others = [n for n in shown if n != place]
        if not self._arranged:
            for number, width in self._shares(others, columns[place].width, room):
                self.horizontalHeader().resizeSection(number, width)
        rest = room - sum(self.columnWidth(n) for n in others)
        self.horizontalHeader().resizeSection(place, max(columns[place].width, rest))
        self._sharing = False

    def _shares(
        self, others: Sequence[int], stretches: int, room: int
    ) -> Iterator[tuple[int, int]]:
        """Give the width of each column but the one that stretches.

        That one is doubled before anything is shared, and then gets twice its share: its words are
        the longest.
        """
        wanted = sum(self._widths[n] for n in others)
        spare = max(0, room - wanted - 2 * stretches)
        for number in others:
            own = self._widths[number]
            yield number, own + spare * own // (wanted + 2 * stretches)

    def _is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _copy(self) -> None:
        picked = self.selectionModel().selectedRows()
        rows = [self.rows().row(number) for number in sorted(index.row() for index in picked)]
        columns = self.rows().columns
        seen = [one for place, one in enumerate(columns) if not self.isColumnHidden(place)]
        QGuiApplication.clipboard().setText(clip(self.rows(), rows, seen))

    def _hover(self, index: QModelIndex) -> None:
        before, now = self._painter.hovered, index.row()
        if before == now:
            return
        self._painter.hovered = now
        for row in (before, now):
            if row >= 0:
                top = self.rowViewportPosition(row)
                self.viewport().update(0, top, self.viewport().width(), ROW)

    def _explain_cut(self, event: QEvent) -> None:
        place = getattr(event, "pos", QPoint)()
        index = self.indexAt(place)
        if not index.isValid():
            return
        words = str(index.data() or "")
        room = self.columnWidth(index.column()) - 2 * PADDING
        cut = self.fontMetrics().horizontalAdvance(words) > room
        column = self.rows().columns[index.column()]
        declared = "" if column.tip is None else column.tip(self.rows().row(index))
        self.viewport().setToolTip(tip(declared or (words if cut else "")))

    @Slot()
    def _on_reset(self) -> None:
        self._painter.hovered = -1
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(self.rows().rowCount() == 0)

    @Slot(int, int, int)
    def _on_resized(self, place: int, _before: int, width: int) -> None:
        stretches = self.rows().columns[place].stretch
        if self._sharing or not self.isVisible() or not width or stretches:
            return
        if not self._arranged:
            self._arranged = True
            self._widths = [self.columnWidth(n) or own for n, own in enumerate(self._widths)]
        self._stretch()
        self._widths[place] = width
        if self._memory is not None:
            self._memory.save_widths(self.objectName(), self._widths)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.menu_wanted.emit(self.rows().row(index), self.viewport().mapToGlobal(place))
