"""What can be done with any list on screen: save it as a file, or copy it for a spreadsheet."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.exchange.outgoing import csv_files, workbooks
from app.exchange.outgoing.tables import Table as Outgoing
from app.i18n import _, ngettext
from app.ui.actions import Action, Menu
from app.ui.desk import Desk
from app.ui.exporting import saving
from app.ui.exporting.seen import outgoing
from app.ui.kit.banner import Gravity, Message
from app.ui.tables import Table
from app.ui.tables.clipping import clip

_MOST = 100_000  # rows; a chapter of decades has fewer, and all of the book goes out by Export


def listing(desk: Desk, page: QWidget) -> list[Action]:
    """Return what can be done with the list that is seen; nothing where there is none."""
    table = _seen(page)
    if table is None:
        return []
    count = table.rows().rowCount()
    there = 0 < count <= _MOST
    hint = _("as it is seen, all of it") if count <= _MOST else _("too long: search it first")
    return [
        Action(
            "list.save", _("Save this list …"), partial(save, desk, table), "Ctrl+Shift+S", "save",
            hint, Menu.FILE, 2, there,
        ),
        Action(
            "list.copy", _("Copy this list"), partial(copy, desk, table), "Ctrl+Shift+C", "copy",
            _("for a spreadsheet"), Menu.EDIT, 1, there,
        ),
    ]  # fmt: skip


def save(desk: Desk, table: Table) -> None:
    """Ask for a place, and write the list there: a workbook, or CSV where the name ends so."""
    table.rows().whole(partial(_ask_for_place, desk, table))


def _ask_for_place(desk: Desk, table: Table, shown: Sequence[Any]) -> None:
    rows = outgoing(table, shown)
    kinds = [(".xlsx", _("Excel workbook (*.xlsx)")), (".csv", _("CSV (*.csv)"))]
    title = _("Save “{list}”").format(list=rows.title)
    saving.ask(table, title, rows.title, kinds, partial(write, desk, rows))


def write(desk: Desk, rows: Outgoing, place: str) -> None:
    """Write a list in the background, and tell where it lies."""
    path = Path(place)
    desk.gateway.compute(_writer(path), path, rows).then(partial(_tell, desk, path))


def copy(desk: Desk, table: Table) -> None:
    """Put the whole list onto the clipboard, cells parted by tabs."""
    table.rows().whole(partial(_clip, desk, table))


def _clip(desk: Desk, table: Table, shown: Sequence[Any]) -> None:
    model = table.rows()
    columns = [one for place, one in enumerate(model.columns) if not table.isColumnHidden(place)]
    QGuiApplication.clipboard().setText(clip(model, shown, columns))
    count = ngettext("{n} row is copied.", "{n} rows are copied.", len(shown))
    desk.say(Message(count, Gravity.DONE))


def _writer(path: Path) -> Callable[[Path, Outgoing], None]:
    return csv_files.write_file if path.suffix.lower() == ".csv" else _write_workbook


def _write_workbook(path: Path, rows: Outgoing) -> None:
    workbooks.write(path, [rows])


def _tell(desk: Desk, path: Path, _written: object) -> None:
    desk.say(saving.written(path))


def _seen(page: QWidget) -> Table | None:
    """Return the list that has the focus, else the largest that is seen."""
    seen = [table for table in page.findChildren(Table) if table.isVisible()]
    return max(seen, key=lambda one: (one.hasFocus(), one.width() * one.height()), default=None)
