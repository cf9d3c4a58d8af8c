"""What every view of the Scores page can do: show the rows that its document is made from."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app import formats
from app.i18n import ngettext
from app.queries.chapter_lights import ChapterLights
from app.queries.traffic_lights import TrafficLights
from app.queries.two_profiles import TwoProfiles
from app.reports.report import Choice as Wish
from app.rules.scoring.profile import Kind
from app.ui.desk import Desk
from app.ui.scores.member_table import MemberTable
from app.ui.tables.columns import Choice

Rows = TypeVar("Rows")


class ScoresView(QWidget, Generic[Rows]):
    """One of the page's views; subclasses say what they print and how they show it.

    Signals:
        opened: A member is to be shown. Carries the id.
        row_chosen: Another member is chosen, or none.
        menu_wanted: What can be done with the chosen member is asked for. Carries the place.
        wished: Something else is wanted of the document.
        changes_wanted: Who rose and slipped is to be printed.
    """

    opened = Signal(int)
    row_chosen = Signal()
    menu_wanted = Signal(QPoint)
    wished = Signal()
    changes_wanted = Signal()

    REPORT: ClassVar[str]
    KIND: ClassVar[Kind] = Kind.MEMBERS

    def __init__(self) -> None:
        super().__init__()
        self._table: MemberTable | None = None

    def title(self) -> str:
        """Return the word the view is chosen by."""
        raise NotImplementedError

    def show_rows(self, rows: Rows) -> str:
        """Show the rows of its document; return what they are of, for the heading."""
        raise NotImplementedError

    def completed(self, wish: Wish) -> Wish:
        """Return a wish with what only this view asks for."""
        return wish

    def ask_beside(self, wish: Wish) -> None:
        """Ask the book for what is shown beside the rows of the document."""

    def offer_profiles(self, offered: Sequence[Choice]) -> None:
        """Offer these profiles where the view has a choice of its own."""

    def chosen_member(self) -> int | None:
        """Return the member whose row is chosen; none where rows are no members."""
        return None if self._table is None else self._table.chosen_member()

    def _table_of_members(self, desk: Desk, name: str) -> MemberTable:
        """Return a new table of this view's, which passes on what happens to its rows."""
        table = MemberTable(name=name, title=self.title(), memory=desk.memory)
        table.opened.connect(self.opened)
        table.chosen.connect(self.row_chosen)
        table.menu_wanted.connect(self.menu_wanted)
        self._table = table
        return table


def window_words(rows: TrafficLights | ChapterLights | TwoProfiles) -> str:
    """Return the days that rows are of, and how many meetings are counted."""
    meetings = rows.held.counted + rows.official_meetings
    words = ngettext("{n} meeting", "{n} meetings", meetings)
    return f"{formats.period(rows.window.start, rows.window.end)}, {words}"
