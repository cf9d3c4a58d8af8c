"""A table of members whose columns may change with what it shows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.rules.scoring.profile import Profile
from app.ui.kit.empty import EmptyState
from app.ui.memory import Memory
from app.ui.tables import Table, TableModel
from app.ui.tables.columns import Column


class MemberTable(QWidget):
    """Holds one table, made anew where other columns are wanted; it stays at its member.

    Signals:
        opened: A member was asked for. Carries the id.
        chosen: Another row is the current one, or none.
        menu_wanted: What can be done with a row was asked for. Carries the place.
    """

    opened = Signal(int)
    chosen = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, *, name: str, title: str, memory: Memory) -> None:
        super().__init__()
        self._name, self._title, self._memory = name, title, memory
        self._drawn_for: Profile | None = None
        self.table: Table | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_members(
        self,
        columns: Sequence[Column[Any]],
        rows: Sequence[Any],
        profile: Profile | None = None,
    ) -> None:
        """Show rows; columns that follow from a profile alone are kept while it stays the same."""
        member = self.chosen_member()
        if self.table is None or profile is None or profile != self._drawn_for:
            self.table = self._replaced(self.table, self._made(columns))
        self._drawn_for = profile
        self.table.show_rows(rows)
        if member is not None:
            self.table.choose(member)

    def chosen_member(self) -> int | None:
        """Return the member of the current row."""
        row = None if self.table is None else self.table.current()
        return None if row is None else int(row.person_id)

    def _made(self, columns: Sequence[Column[Any]]) -> Table:
        model = TableModel[Any](columns, key=lambda row: row.person_id)
        name = f"{self._name}-{len(columns)}"
        table = Table(model, name=name, title=self._title, memory=self._memory)
        model.setParent(table)
        words = _("Nobody was a member then"), _("Choose another period above.")
        table.explain_emptiness(EmptyState(*words, icon="members"))
        table.opened.connect(self._on_opened)
        table.chosen.connect(self._on_chosen)
        table.menu_wanted.connect(self._on_menu)
        return table

    def _replaced(self, old: Table | None, fresh: Table) -> Table:
        if old is not None:
            old.hide()
            old.deleteLater()
        self._layout.addWidget(fresh)
        return fresh

    @Slot(object)
    def _on_opened(self, row: Any) -> None:  # noqa: ANN401  whatever the rows, they are members
        self.opened.emit(int(row.person_id))

    @Slot(object)
    def _on_chosen(self, _row: object) -> None:
        self.chosen.emit()

    @Slot(object, QPoint)
    def _on_menu(self, _row: object, place: QPoint) -> None:
        self.menu_wanted.emit(place)
