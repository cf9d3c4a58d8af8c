"""How long until the first window is painted, beside a window that has nothing in it."""

import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from app.storage import Store
from benchmarks import books
from benchmarks.race import Row

_ROUNDS = 11
_NOT_COMPILED = "PYTHONDONTWRITEBYTECODE"  # an installed program is compiled
_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Chapterhouse"))
window.resize(1280, 800)
"""
_BARE_SHOWN = """
watch = Watch()
look_out(watch)
window.show()
application.exec()
"""
# The answer is the processor time of the whole process when the event of interest comes.
_WATCH = """
import builtins, os, time
PLAIN = builtins.__import__
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and WANTED(watched):
            print(time.process_time(), flush=True)
            os._exit(0)
        return False
"""
_ANY = """
WANTED = lambda widget: getattr(widget, "isWindow", bool)()

def look_out(watch):
    QApplication.instance().installEventFilter(watch)
"""
# To be told of every event would itself cost time, so only the page is watched.
_FILLED = """
WANTED = lambda page: getattr(page, "_today", None) is not None

def look_out(watch):
    from app.ui.pages import PageSpec
    build = PageSpec.build

    def built(spec, desk):
        page = build(spec, desk)
        page.installEventFilter(watch)
        return page

    PageSpec.build = built
"""
_OURS = """
import builtins, sys
builtins.__import__ = PLAIN
run_events = QApplication.exec
watch = Watch()
def watched(*_application):
    look_out(watch)
    return run_events()
QApplication.exec = watched
from app.main import main
main()
"""


def rows() -> list[Row]:
    """Start the bare window, ours, and ours with a book, in turns."""
    with TemporaryDirectory() as folder:
        book = books.book(Path(folder) / "riverside.chapter", weeks=78)
        Store(book, author="Wanda").close()
        times: dict[str, list[float]] = {"bare": [], "empty": [], "book": []}
        for turn in range(_ROUNDS + 1):
            one = {
                "bare": _started(_WATCH + _ANY + _BARE + _BARE_SHOWN, folder),
                "empty": _started(_WATCH + _ANY + _OURS, folder),
                "book": _started(_WATCH + _FILLED + _OURS, folder, str(book)),
            }
            for name, seconds in one.items():
                times[name].extend([seconds] if turn else [])
    bare, empty, full = (statistics.median(one) for one in times.values())
    return [
        Row("First window painted beside a bare one", empty, bare, 1.3),
        Row("First page painted with its figures beside a bare window", full, bare, 3.5),
    ]


def _started(script: str, home: str, *arguments: str) -> float:
    """Return the processor time a fresh process needs until it has painted what is wanted."""
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), home)
    kept = {name: value for name, value in os.environ.items() if name != _NOT_COMPILED}
    answer = subprocess.run(  # noqa: S603  our own interpreter and our own script
        [sys.executable, "-c", script, *arguments],
        env={**kept, **places, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(answer.stdout.split()[-1])
