"""A list of a million slips: its first picture, a jump to anywhere, and what a row weighs."""

import os
import random
import sqlite3
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QAbstractTableModel, QEventLoop, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView
from typing_extensions import override

from app.queries.slip_index import slip_index
from app.storage import Store
from app.ui.all_slips.page import AllSlipsPage
from app.ui.desk import Desk
from app.ui.gateway import Gateway
from app.ui.memory import Memory
from app.ui.screens import hushed
from app.ui.theme import Mode, theme
from benchmarks import books
from benchmarks.race import Row, race, timed

_MEMBERS, _WEEKS, _SLIPS = 60, 200, 5_000
_ALL = _WEEKS * _SLIPS
_JUMPS = 500
_FRAME = 1 / 60
_SIZE = (1016, 640)
# As the program waits: whoever looks again and again pays for his own impatience.
_WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
Index = QModelIndex | QPersistentModelIndex


def rows() -> list[Row]:
    """Show the list beside a bare view over the same ids, then jump about in it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme().dress(application, Mode.LIGHT)
    with TemporaryDirectory() as folder, hushed():
        path = books.book(
            Path(folder) / "million.chapter", members=_MEMBERS, weeks=_WEEKS, slips=_SLIPS
        )
        weight = _weight(path)
        desk = Desk(Gateway.open(path, author="Wanda"), memory=Memory(Path(folder) / "w.ini"))
        first = race(
            f"A list of {_ALL:,} slips painted beside the bare query and view",
            lambda: _paint_ours(desk),
            lambda: _paint_bare(path),
            target=1.3,
            rounds=5,
        )
        jump = _jump(desk)
        desk.gateway.close()
    return [
        first,
        Row("A jump to anywhere in it, slowest of a hundred, beside one frame", jump, _FRAME, 1),
        Row("What a row of it weighs", weight, 40, 1, "B"),
    ]


def _weight(path: Path) -> float:
    with Store(path, author="Wanda") as store:
        tracemalloc.start()
        index = store.read(slip_index)
        weight, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert len(index.ids) == _ALL
    return weight / _ALL


def _paint_ours(desk: Desk) -> None:
    page = _shown(desk)
    page.close()
    page.deleteLater()
    QApplication.processEvents()


def _shown(desk: Desk) -> AllSlipsPage:
    page = AllSlipsPage(desk)
    page.resize(*_SIZE)
    page.show()
    model = _view(page).model()
    while not (model.rowCount() and model.index(0, 0).data()):
        QApplication.processEvents(_WAITING)
    page.grab()
    return page


def _view(page: AllSlipsPage) -> QTableView:
    view = page.findChild(QTableView)
    assert view is not None
    return view


class _BareModel(QAbstractTableModel):
    """Ids in a list, cells fetched one row at a time: the least that shows them."""

    def __init__(self, file: sqlite3.Connection, ids: Sequence[int]) -> None:
        super().__init__()
        self._file, self._ids = file, ids
        self._seen: dict[int, tuple[object, ...]] = {}

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 6

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        slip_id = self._ids[index.row()]
        if slip_id not in self._seen:
            self._seen[slip_id] = self._file.execute(_ONE, (slip_id,)).fetchone()
        return str(self._seen[slip_id][index.column()])


_ONE = (
    "SELECT slip.dated_on, slip.kind, giver.name, receiver.name, slip.amount, slip.note FROM slip "
    "LEFT JOIN person AS giver ON giver.id = giver_id "
    "LEFT JOIN person AS receiver ON receiver.id = receiver_id WHERE slip.id = ?"
)


def _paint_bare(path: Path) -> None:
    file = sqlite3.connect(path)
    ids = [one for (one,) in file.execute("SELECT id FROM slip ORDER BY dated_on DESC, id DESC")]
    view = QTableView()
    view.setModel(_BareModel(file, ids))
    view.resize(*_SIZE)
    view.show()
    view.grab()
    view.close()
    view.deleteLater()
    QApplication.processEvents()
    file.close()


def _jump(desk: Desk) -> float:
    """Return the processor time of the slowest of a hundred jumps, pages and painting included."""
    page = _shown(desk)
    view = _view(page)
    dice = random.Random(1)
    times = sorted(
        timed(lambda: _go(view, dice.randrange(_ALL)), time.process_time) for _ in range(_JUMPS)
    )
    page.close()
    page.deleteLater()
    return times[int(_JUMPS * 0.99) - 1]


def _go(view: QTableView, number: int) -> None:
    model = view.model()
    view.scrollTo(model.index(number, 0), QTableView.ScrollHint.PositionAtTop)
    QApplication.processEvents()
    while not model.index(number, 0).data():
        QApplication.processEvents(_WAITING)
    QApplication.processEvents()
