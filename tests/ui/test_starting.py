"""What is loaded until a window, and then the first page, is seen: no more than they need."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.small_book import SmallBook

_START = """
import builtins, os, sys
plain_import = builtins.__import__
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

def dear():
    for name, module in list(sys.modules.items()):
        for one in vars(module).values() if name.startswith("app.") else ():
            if getattr(getattr(one, "__dataclass_params__", None), "frozen", False):
                yield "dear:" + one.__qualname__

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and {seen}:
            print(*sys.modules, *dear(), flush=True)
            os._exit(0)
        return False

run_events, watch = QApplication.exec, Watch()

def watched(*_application):
    QApplication.instance().installEventFilter(watch)
    return run_events()

QApplication.exec = watched
builtins.__import__ = plain_import  # as the program finds it
from app.main import main
main()
"""
_WINDOW = "watched.isWidgetType() and watched.isWindow()"
_FIRST_PAGE = "getattr(watched, '_today', None) is not None"

_DATABASE = {"sqlalchemy", "app.models", "app.storage", "app.queries"}
_OF_OTHERS = {
    "alembic", "reportlab", "openpyxl", "pypdfium2", "uharfbuzz", "logging.handlers",
    "asyncio.events", "ssl", "socket", "email", "xml", "csv",
}  # fmt: skip
_OF_OURS = {
    "app.demo", "app.services", "app.reports", "app.exchange.outgoing", "app.queries.checking",
    "app.queries.committee", "app.queries.roster", "app.models.imports", "app.models.checking",
    "app.models.classifications", "app.models.journal", "app.storage.upgrading", "app.ui.tables",
    "app.ui.exporting", "app.ui.presenter", "app.storage.salvaging", "app.storage.erasing",
    "app.wording.book",
}  # fmt: skip
_MOST_MODULES = 146  # of ours: raise it for what the first page itself has learned to show


def loaded(seen: str, home: Path, *arguments: str) -> set[str]:
    """Start the program, and return what is loaded when something is seen."""
    places = dict.fromkeys(
        ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), str(home)
    )
    ended = subprocess.run(
        [sys.executable, "-c", _START.format(seen=seen), *arguments],
        env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(ended.stdout.split())


def test_a_window_stands_before_anything_of_the_database_is_loaded(tmp_path: Path) -> None:
    assert loaded(_WINDOW, tmp_path) & (_DATABASE | _OF_OTHERS | _OF_OURS) == set()


def test_the_first_page_is_seen_before_anything_it_does_not_show_is_loaded(
    book: SmallBook, tmp_path: Path
) -> None:
    path = book.store.path
    book.meeting(datetime.now(UTC).date() + timedelta(days=7))  # a new book shows first steps
    book.store.close()
    there = loaded(_FIRST_PAGE, tmp_path, str(path))
    assert there >= _DATABASE
    assert there & (_OF_OTHERS | _OF_OURS) == set()
    assert {one for one in there if one.startswith("dear:")} == set(), "rows are cheaper"
    assert sum(module.startswith("app.") for module in there) <= _MOST_MODULES
