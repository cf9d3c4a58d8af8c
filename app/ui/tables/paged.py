"""Rows that come a page at a time, as they are looked at: for lists too long to load."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, cast, overload

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from app.ui.gateway import Answer
from app.ui.tables.columns import Row

PAGE = 64
_KEPT = 48  # pages; some screens to either side


class PagedRows(QObject, Generic[Row]):
    """Knows the ids of all rows and the content of those seen lately.

    Signals:
        came: A page has come: the numbers of its first and last row.
    """

    came = Signal(int, int)

    def __init__(
        self,
        ids: Sequence[int],
        ask: Callable[[Sequence[int]], Answer[tuple[Row, ...]]],
        *,
        blank: Row,
        parent: QObject | None = None,
    ) -> None:
        """``ask`` sends for the rows of some ids; ``blank`` is shown until they come."""
        super().__init__(parent)
        self.ids = ids
        self._ask = ask
        self._blank = blank
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def row(self, number: int) -> Row:
        """Return a row, or the blank one while its page is on the way."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._send_for(page)
            return self._blank
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else self._blank

    def _send_for(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        ids = self.ids[page * PAGE : (page + 1) * PAGE]
        self._ask(ids).then(partial(self._take, page))

    def _take(self, page: int, rows: tuple[Row, ...]) -> None:
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        self.came.emit(first, min(first + PAGE, len(self.ids)) - 1)


class RowsByNumber(Sequence[Row], Generic[Row]):
    """Paged rows as the plain sequence a table model counts and looks up in."""

    def __init__(self, paged: PagedRows[Row]) -> None:
        self._paged = paged

    def number_of(self, key: object) -> int:
        """Return at which number the row with an id stands, or -1; loads nothing."""
        try:
            return self._paged.ids.index(cast("int", key))
        except ValueError:
            return -1

    @override
    def __len__(self) -> int:
        return len(self._paged.ids)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    @override
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self._paged.row(number) for number in range(*place.indices(len(self)))]
        return self._paged.row(place)
