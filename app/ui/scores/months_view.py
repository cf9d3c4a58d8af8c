"""Members down, months across: everybody's course of a year."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.heat_map import HeatMap
from app.ui.desk import Desk
from app.ui.scores.month_map import columns
from app.ui.scores.view import ScoresView


class MonthsView(ScoresView[HeatMap]):
    """The map of months."""

    REPORT: ClassVar[str] = "heat-map"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._members = self._table_of_members(desk, "scores-months")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._members)

    @override
    def title(self) -> str:
        return _("Months")

    @override
    def show_rows(self, rows: HeatMap) -> str:
        self._members.show_members(columns(rows), rows.members)
        return _("to {month}").format(month=formats.month(rows.months[-1]))
