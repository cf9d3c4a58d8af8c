"""Every slip of the book: searched, ordered and walked through, however many there are."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.formats import Money
from app.i18n import _
from app.queries.slip_index import SlipIndex, SlipLine, SlipOrder, slip_index, slip_lines
from app.rules.slips import SlipKind
from app.ui.actions import Action, Menu
from app.ui.all_slips.columns import BLANK, ORDERS, columns
from app.ui.desk import Desk
from app.ui.gateway import Answer
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.kit.field import ChoiceField, LineField
from app.ui.kit.label import PlainLabel
from app.ui.meeting.words import kind_name
from app.ui.page import BESIDE_BAR, Page
from app.ui.tables import Choice, Table, TableModel
from app.ui.tables.paged import PagedRows, RowsByNumber
from app.ui.tables.rows import ROW
from app.ui.theme import Tone

_PAUSE = 250  # milliseconds without a key, after which a search begins


class AllSlipsPage(Page):
    """The list itself; ``Enter`` leads to the meeting a slip counts to, where it can be changed."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset({"slip", "meeting", "person", "visitor"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._order, self._ascending = SlipOrder.DATE, False
        self._index: SlipIndex | None = None
        self._paged: PagedRows[SlipLine] | None = None
        self._search = LineField(name=_("Search all slips"), hint=_("Name or note"), icon="search")
        kinds = [Choice(None, _("All kinds")), *(Choice(one, kind_name(one)) for one in SlipKind)]
        self._kind = ChoiceField(kinds, name=_("Kind of slip"))
        self._kind.choose(None)
        self._count = PlainLabel(tone=Tone.MUTED)
        self._model = TableModel(columns(self._money), key=_id, in_order=True, blank=BLANK)
        self._table = Table(self._model, name="all-slips", title=_("All slips"), memory=desk.memory)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.expect_rows()
        self.setFocusProxy(self._table)
        self._wish = self._scrolled = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()

    @override
    def heading(self) -> Heading:
        return Heading(_("All slips"), note=_("of every kind and every week, the latest first"))

    @override
    def deeds(self) -> Sequence[Action]:
        return (
            Action(
                "all-slips.find", _("Search all slips"), self._search.setFocus, "Ctrl+F", "search",
                menu=Menu.EDIT, group=1,
            ),
            Action(
                "all-slips.open", _("Open the meeting of the chosen slip"), self._open_current,
                "Ctrl+Return", "meetings", enabled=self._table.current() is not None,
            ),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        self._wish += 1
        self.gateway.read(
            slip_index,
            order=self._order,
            ascending=self._ascending,
            kind=self._chosen_kind(),
            wanted=self._search.text(),
        ).then(partial(self._on_index, self._wish))

    def _on_index(self, wish: int, index: SlipIndex) -> None:
        if wish != self._wish:
            return
        self._index = index
        before = self._paged
        self._paged = PagedRows(index.ids, self._ask, key=_id, blank=BLANK, parent=self)
        self._paged.came.connect(self._model.renew)
        self._table.show_rows(RowsByNumber(self._paged))
        if before is not None:
            before.deleteLater()
        self._count.say(formats.grouped(len(index.ids)) if index.ids else "")
        if not index.ids:
            self._table.explain_emptiness(self._emptiness())

    def _ask(self, ids: Sequence[int]) -> Answer[tuple[SlipLine, ...]] | None:
        return None if self.gateway.closed else self.gateway.read(slip_lines, ids)

    def _money(self) -> Money:
        if self._index is None:
            raise RuntimeError
        return self._index.money

    def _chosen_kind(self) -> SlipKind | None:
        kind = self._kind.chosen()
        return kind if isinstance(kind, SlipKind) else None

    def _emptiness(self) -> EmptyState:
        if self._search.text().strip() or self._chosen_kind() is not None:
            return EmptyState(
                _("No slip matches"),
                _("Clear the search box or choose all kinds to see all of them."),
                icon="search",
            )
        return EmptyState(
            _("No slips yet"),
            _("What is handed in at meetings, or comes with an import, will stand here."),
            icon="document",
        )

    def _lay_out(self) -> None:
        self._search.setMinimumWidth(240)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._search)
        bar.addWidget(self._kind)
        bar.addStretch(1)
        bar.addWidget(self._count)
        bar.addSpacing(12)
        layout = QVBoxLayout(self)
        # The scroll bar stands in the margin, as in every list.
        layout.setContentsMargins(BESIDE_BAR)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self._table, 1)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_typed)
        self._kind.activated.connect(self._on_kind)
        self._pause.timeout.connect(self.reload)
        self._model.reordered.connect(self._on_reordered)
        self._table.opened.connect(self._open)
        self._table.chosen.connect(self._on_chosen)
        self._table.sought.connect(self._on_sought)
        self._table.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @Slot(str)
    def _on_typed(self, _words: str) -> None:
        self._pause.start()

    @Slot(str)
    def _on_sought(self, words: str) -> None:
        self._search.setFocus()
        self._search.insert(words)

    @Slot(int)
    def _on_scrolled(self, top: int) -> None:
        """Have the rows beside the screen ready for who scrolls; who jumps would not see them."""
        step, self._scrolled = abs(top - self._scrolled), top
        screen = self._table.viewport().height()
        if self._paged is not None and step < screen:
            first, count = self._table.rowAt(0), screen // ROW
            self._paged.prepare(first - count, first + 2 * count)

    @Slot(int)
    def _on_kind(self, _place: int) -> None:
        self.reload()

    @Slot(int, bool)
    def _on_reordered(self, column: int, ascending: bool) -> None:  # noqa: FBT001  Qt's signal
        order = ORDERS[column] if column >= 0 else None
        self._order, self._ascending = (order, ascending) if order else (SlipOrder.DATE, False)
        self.reload()

    @Slot(object)
    def _on_chosen(self, _row: SlipLine | None) -> None:
        self.heading_changed.emit()

    @Slot()
    def _open_current(self) -> None:
        self._open(self._table.current())

    @Slot(object)
    def _open(self, row: SlipLine | None) -> None:
        if row is not None and row is not BLANK:
            self.desk.go("meetings", row.meeting_id)


def _id(row: SlipLine) -> int:
    return row.slip_id
