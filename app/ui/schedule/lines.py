"""A short list that is edited as a whole: a field to add to it, a table, keys to take away."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.kit.field import LineField
from app.ui.kit.scrollbar import end_with_rows
from app.ui.slips.foot import ListFoot
from app.ui.tables.columns import Column
from app.ui.tables.model import TableModel
from app.ui.tables.rowkeys import RowKeys
from app.ui.tables.view import Table


class LineList(QWidget):
    """Subclasses say what adding means and what can be done with a row."""

    def __init__(
        self,
        desk: Desk,
        columns: Sequence[Column[Any]],
        *,
        name: str,
        title: str,
        adds: str,
        hints: Sequence[tuple[str, str]],
        key: Callable[[Any], Any],
    ) -> None:
        super().__init__()
        self.desk = desk
        self.new = LineField(name=adds, hint=adds)
        self.new.returnPressed.connect(self._on_entered)
        model = TableModel(columns, key=key, parent=self)
        model.refused.connect(desk.gateway.refused)
        self.table = Table(model, name=name, title=title, memory=desk.memory)
        self.table.setSortingEnabled(False)
        self.table.opened.connect(self._on_opened)
        RowKeys(self.table, self.row_deeds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(end_with_rows(self.new))
        layout.addWidget(self.table, 1)
        layout.addWidget(end_with_rows(ListFoot(self.table, self.row_deeds, hints)))
        self.setFocusProxy(self.table)

    def row_deeds(self, row: Any) -> Sequence[Action]:  # noqa: ANN401  rows of any list
        """Return what can be done with a row."""
        raise NotImplementedError

    def add(self, words: str) -> None:
        """Add what was entered."""
        raise NotImplementedError

    def deeds(self) -> Sequence[Action]:
        """Return what can be done with the current row."""
        row = self.table.current()
        return () if row is None else self.row_deeds(row)

    def edit(self) -> None:
        """Change the current cell, or the name where that cell cannot be changed."""
        self.table.edit_current()

    @Slot(object)
    def _on_opened(self, _row: object) -> None:
        self.edit()

    @Slot()
    def _on_entered(self) -> None:
        words = self.new.text().strip()
        if words:
            self.new.clear()
            self.add(words)
