"""The list of classifications: their names, spheres, and what each records as an amount."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.formats import DASH
from app.i18n import _
from app.queries.classifications import Profession
from app.services import classifications
from app.ui.desk import Desk
from app.ui.kit.field import LineField
from app.ui.tables.columns import QUIET, Column
from app.ui.tables.model import TableModel
from app.ui.tables.view import Table


class SeatList(QWidget):
    """Edits in place; a new name goes into the field above the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._new = LineField(name=_("Add a classification"), hint=_("Add a classification"))
        self._new.returnPressed.connect(self._add)
        self._model = TableModel(self._columns(), key=lambda row: row.classification_id)
        self.table = Table(
            self._model, name="seats", title=_("Classifications"), memory=desk.memory
        )
        self.table.setMinimumHeight(320)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._new)
        layout.addWidget(self.table)

    def show_seats(self, rows: tuple[Profession, ...]) -> None:
        """Show what is stored."""
        self.table.show_rows(rows)

    def _columns(self) -> tuple[Column[Profession], ...]:
        return (
            Column(
                _("Classification"), lambda row: row.name, width=200,
                edit=partial(self._correct, "name"),
            ),
            Column(
                _("Contact sphere"), lambda row: row.sphere, width=160,
                edit=partial(self._correct, "sphere"),
            ),
            Column(
                _("What it records as an amount"), lambda row: row.amount_hint, stretch=True,
                edit=partial(self._correct, "amount_hint"),
            ),
            Column(_("Seat of"), lambda row: row.holder or DASH, width=180, look=lambda _r: QUIET),
        )  # fmt: skip

    def _correct(self, field: str, row: Profession, text: str) -> None:
        fields = {"name": row.name, "sphere": row.sphere, "amount_hint": row.amount_hint}
        fields[field] = text
        self._desk.gateway.write(
            _("Classification {name} corrected").format(name=row.name),
            classifications.correct,
            classification_id=row.classification_id,
            version=row.version,
            **fields,
        )

    @Slot()
    def _add(self) -> None:
        name = self._new.text().strip()
        if not name:
            return
        self._new.clear()
        self._desk.gateway.write(
            _("Classification {name} added").format(name=name), classifications.add, name=name
        )
