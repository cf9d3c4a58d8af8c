"""Rows that come a page at a time, as they are looked at: for lists too long to load."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import Generic, cast, overload

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from typing_extensions import override

from app.ui.gateway import Answer
from app.ui.tables.columns import Row

PAGE = 16
_KEPT = 192  # pages; some screens to either side
_AT_ONCE = 12  # pages in one question; who drags the bar past more of them wants the last

_GATHERED = 2000  # rows in one question where all are wanted; others get their turn between


class PagedRows(QObject, Generic[Row]):
    """Knows the ids of all rows and the content of those seen lately.

    What one picture lacks is asked for in one question, once the picture is done, and one question
    is under way at a time.

    Signals:
        came: Rows have come: the numbers of the first and the last of them.
    """

    came = Signal(int, int)

    def __init__(
        self,
        ids: Sequence[int],
        ask: Callable[[Sequence[int]], Answer[tuple[Row, ...]] | None],
        *,
        key: Callable[[Row], int],
        blank: Row,
        parent: QObject | None = None,
    ) -> None:
        """``ask`` sends for the rows of some ids, or is None once the book is closed.

        ``key`` tells the id of a row. ``blank`` is shown until they come, and where a row is gone.
        """
        super().__init__(parent)
        self.ids = ids
        self._ask = ask
        self._key = key
        self._blank = blank
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._asked: Sequence[int] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._send)

    def row(self, number: int) -> Row:
        """Return a row, or the blank one while its page is on the way."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._want([page])
            return self._blank
        self._pages.move_to_end(page)
        return rows[place]

    def prepare(self, first: int, last: int) -> None:
        """Send for rows that will be looked at next, as far as there are such."""
        pages = range(max(0, first) // PAGE, min(last, len(self.ids) - 1) // PAGE + 1)
        self._want(page for page in pages if page not in self._pages)

    def gather(self, then: Callable[[Sequence[Row]], object]) -> None:
        """Send for every row, some thousands at a time, and hand them over once all are there."""
        self._gather(then, [], 0, ())

    def _gather(
        self,
        then: Callable[[Sequence[Row]], object],
        found: list[Row],
        start: int,
        rows: Sequence[Row],
    ) -> None:
        found.extend(rows)
        ids = self.ids[start : start + _GATHERED]
        asked = self._ask(ids) if ids else None
        if asked is not None:
            asked.then(partial(self._gather, then, found, start + len(ids)))
        elif not ids:
            then(found)

    def _want(self, pages: Iterable[int]) -> None:
        for page in pages:
            if page not in self._asked:
                self._wanted[page] = None
                self._wanted.move_to_end(page)
        while len(self._wanted) > _AT_ONCE:
            self._wanted.popitem(last=False)
        if self._wanted and not self._asked and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _send(self) -> None:
        self._asked = sorted(self._wanted)
        self._wanted.clear()
        asked = self._ask([*chain.from_iterable(map(self._ids_of, self._asked))])
        if asked is not None:
            asked.then(self._take)
            asked.ended.connect(self._on_ended)

    def _ids_of(self, page: int) -> Sequence[int]:
        return self.ids[page * PAGE : (page + 1) * PAGE]

    @Slot(object)
    def _take(self, rows: tuple[Row, ...]) -> None:
        found = {self._key(row): row for row in rows}
        for page in self._asked:
            self._pages[page] = tuple(found.get(one, self._blank) for one in self._ids_of(page))
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        last = (self._asked[-1] + 1) * PAGE
        self.came.emit(self._asked[0] * PAGE, min(last, len(self.ids)) - 1)

    @Slot()
    def _on_ended(self) -> None:
        self._asked = ()
        if self._wanted:
            self._soon.start()


class RowsByNumber(Sequence[Row], Generic[Row]):
    """Paged rows as the plain sequence a table model counts and looks up in."""

    def __init__(self, paged: PagedRows[Row]) -> None:
        self._paged = paged

    def gather(self, then: Callable[[Sequence[Row]], object]) -> None:
        """Hand over every row, once all have come."""
        self._paged.gather(then)

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
