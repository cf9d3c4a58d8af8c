"""Every change to the book, latest first; one of them shown in full and taken back."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.history import EntryDetails, HistoryRow, entry_details, history
from app.rules.history import EntryKind
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.history.details import Changes
from app.ui.kit.button import Button
from app.ui.kit.empty import EmptyState
from app.ui.kit.field import LineField
from app.ui.kit.flow import FlowLayout
from app.ui.kit.label import PlainLabel
from app.ui.kit.scrollbar import end_with_rows
from app.ui.kit.scrolled import scrolled
from app.ui.page import BESIDE_BAR, Page
from app.ui.tables.columns import PLAIN, QUIET, Column, Look
from app.ui.tables.model import TableModel
from app.ui.tables.view import Table
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight

_BATCH = 200
_DETAILS_WIDTH = 336


class HistoryPage(Page):
    """The journal for its reader; nothing in it can be edited."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: list[HistoryRow] = []
        self._shown: HistoryRow | None = None
        self._search = LineField(name=_("Search the history"), hint=_("Search"), icon="search")
        self._model = TableModel(_columns(), key=lambda row: row.entry_id, in_order=True)
        self._table = Table(self._model, name="history", title=_("History"), memory=desk.memory)
        self._table.explain_emptiness(
            EmptyState(
                _("Nothing has been done yet"),
                _("Every change will stand here, with who made it and when."),
                icon="history",
            )
        )
        self._older = Button(_("Older entries"), icon="chevron-down")
        self._title = PlainLabel(size=Size.SECTION, weight=Weight.SEMIBOLD, wrap=True)
        self._when = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._back = Button(_("Take this back"), icon="undo")
        self._then = Button(_("Reports as known then"), icon="document")
        self._changes = Changes()
        self._lay_out()
        self._search.textChanged.connect(self._on_search)
        self._table.chosen.connect(self._on_chosen)
        self._older.clicked.connect(self._on_older)
        self._back.clicked.connect(self._take_back)
        self._then.clicked.connect(self._show_then)
        self.gateway.changed.connect(self._on_any_change)

    @override
    def heading(self) -> Heading:
        return Heading(_("History"), note=_("every change, who made it, and the way back"))

    @override
    def deeds(self) -> Sequence[Action]:
        return (
            Action("history.search", _("Search the history"), self._search.setFocus, "Ctrl+F"),
            Action(
                "history.take-back",
                _("Take the chosen entry back"),
                self._take_back,
                "Ctrl+Backspace",
                "undo",
                enabled=self._shown is not None,
            ),
            Action(
                "history.then",
                _("Reports as known after the chosen entry"),
                self._show_then,
                "Ctrl+Shift+R",
                "document",
                enabled=self._shown is not None,
            ),
        )

    @override
    def reload(self) -> None:
        self.gateway.read(history, search=self._search.text(), limit=_BATCH).then(self._on_rows)

    @Slot(object)
    def _on_any_change(self, _change: object) -> None:
        self.mark_stale()

    @Slot()
    def _on_search(self) -> None:
        self.reload()

    @Slot(object)
    def _on_rows(self, rows: tuple[HistoryRow, ...]) -> None:
        self._rows = list(rows)
        self._show(full=len(rows) == _BATCH)

    @Slot()
    def _on_older(self) -> None:
        before = self._rows[-1].entry_id if self._rows else None
        search = self._search.text()
        self.gateway.read(history, search=search, before_id=before, limit=_BATCH).then(
            self._on_older_rows
        )

    @Slot(object)
    def _on_older_rows(self, rows: tuple[HistoryRow, ...]) -> None:
        self._rows += rows
        self._show(full=len(rows) == _BATCH)

    def _show(self, *, full: bool) -> None:
        self._table.show_rows(tuple(self._rows))
        self._older.setVisible(full)
        if self._table.current() is None and self._rows:
            self._table.choose(self._rows[0].entry_id)
        elif not self._rows:
            self._on_chosen(None)

    @Slot(object)
    def _on_chosen(self, row: HistoryRow | None) -> None:
        self._shown = row
        self._back.setVisible(row is not None)
        self._then.setVisible(row is not None)
        self._back.setEnabled(row is not None and not row.taken_back)
        self._title.say(row.label if row else "")
        self._when.say(
            _("{author}, {moment}").format(author=row.author, moment=formats.moment(row.made_at))
            if row
            else ""
        )
        self._changes.show_details(None)
        if row is not None:
            self.gateway.read(entry_details, row.entry_id).then(self._on_details)
        self.heading_changed.emit()

    @Slot(object)
    def _on_details(self, details: EntryDetails) -> None:
        self._changes.show_details(details)

    @Slot()
    def _take_back(self) -> None:
        if self._shown is not None:
            self.gateway.take_back(self._shown.entry_id)

    @Slot()
    def _show_then(self) -> None:
        if self._shown is not None:
            self.desk.go("reports", self._shown.made_at)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(end_with_rows(self._search))
        left.addWidget(self._table, 1)
        left.addWidget(self._older)
        inside = QVBoxLayout()
        inside.setSpacing(6)
        inside.addWidget(self._title)
        inside.addWidget(self._when)
        inside.addSpacing(6)
        beside = FlowLayout()
        beside.addWidget(self._back)
        beside.addWidget(self._then)
        inside.addLayout(beside)
        inside.addSpacing(12)
        inside.addWidget(self._changes)
        inside.addStretch(1)
        area = QWidget()
        area.setObjectName("plain")
        area.setLayout(inside)
        inside.setContentsMargins(0, 4, 0, 0)
        scroll = scrolled(area, name=_("What this entry changed"), width=_DETAILS_WIDTH)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(BESIDE_BAR)
        columns.setSpacing(36)
        columns.addLayout(left, 1)
        columns.addWidget(scroll)


def _columns() -> tuple[Column[HistoryRow], ...]:
    return (
        Column(
            _("When"), lambda row: formats.moment(row.made_at), width=190, sortable=False,
            look=lambda _row: QUIET,
        ),
        Column(_("What"), _what, stretch=True, sortable=False, look=_look),
        Column(_("Who"), lambda row: row.author, width=130, sortable=False),
    )  # fmt: skip


def _what(row: HistoryRow) -> str:
    words = {
        EntryKind.UNDO: _("Undone: {label}"),
        EntryKind.REDO: _("Done again: {label}"),
        EntryKind.TAKE_BACK: _("Taken back: {label}"),
    }
    return words.get(row.kind, "{label}").format(label=row.label)


def _look(row: HistoryRow) -> Look:
    if row.taken_back:
        return Look(Tone.MUTED, icon="undo")
    return PLAIN
