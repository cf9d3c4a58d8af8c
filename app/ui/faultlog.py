"""A log of the program's own faults, which can be looked at before it is sent to anybody.

It says where something went wrong, never with whom: of a message only what cannot hold a name or a
number is kept. Five files of a megabyte at most.
"""

import faulthandler
import logging
import sys
import threading
import traceback
from functools import cache
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from app import __version__, paths
from app.errors import AppError
from app.ui.memory import Memory

_LARGEST = 1_000_000
_KEPT = 4
_MOST_SHOWN = 200_000
# What Python itself says of types and names in the program; it quotes no values.
_SAFE = (AttributeError, NameError, ImportError, NotImplementedError, RecursionError, MemoryError)
_TOLD = "faults/crashes-told"


class Faults(QObject):
    """Tells the window of faults.

    Signals:
        written: A fault was written down.
    """

    written = Signal()


@cache
def faults() -> Faults:
    """Return what tells of each fault of the program as it happens."""
    return Faults()


def path() -> Path:
    """Return where the log lies."""
    return paths.state_folder() / "faults.log"


def start() -> None:
    """Write every fault down from now on: Python's, Qt's, those in its slots, and crashes."""
    path().parent.mkdir(parents=True, exist_ok=True)
    faulthandler.enable(_crash_log().open("a", encoding="utf-8"))
    sys.excepthook = _write_down
    threading.excepthook = _write_down_of_thread
    qInstallMessageHandler(_write_down_of_qt)


def read() -> str:
    """Return what went wrong, the latest last; nothing where nothing did."""
    parts = [_text(one) for one in (_crash_log(), path())]
    return "\n".join(filter(None, parts))[-_MOST_SHOWN:]


def has_new_crash(memory: Memory) -> bool:
    """Tell whether a crash was written down since this was last asked."""
    place = _crash_log()
    size = str(place.stat().st_size if place.exists() else 0)
    told = memory.text(_TOLD, "0")
    if size != told:
        memory.save_text(_TOLD, size)
    return size not in (told, "0")


def described(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return a fault as it is written down: the way to it, and of its message what is safe."""
    lines = [f"{kind.__module__}.{kind.__qualname__}: {_safe(error)}"]
    lines += [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    if error.__cause__ is not None:
        cause = error.__cause__
        lines.append(f"caused by {described(type(cause), cause, cause.__traceback__)}")
    return "\n".join(lines)


def _safe(error: BaseException) -> str:
    if isinstance(error, AppError):
        return error.reason
    if isinstance(error, _SAFE):
        return str(error)
    code = getattr(getattr(error, "orig", error), "sqlite_errorname", "")
    return code or "(message left out: it could hold a name)"


def _write_down(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    version = f"Chapterhouse {__version__}, Python {sys.version.split()[0]}, Qt {qVersion()}"
    _log().error("%s\n%s", version, described(kind, error, trace))
    faults().written.emit()
    sys.__excepthook__(kind, error, trace)


def _write_down_of_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        _write_down(told.exc_type, told.exc_value, told.exc_traceback)


def _write_down_of_qt(kind: QtMsgType, _place: QMessageLogContext, words: str) -> None:
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        _log().warning("Qt: %s", words)
    sys.stderr.write(f"{words}\n")


@cache
def _log() -> logging.Logger:
    """Return the log itself, begun by the first fault: most starts have none."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  takes in much of the network

    handler = RotatingFileHandler(path(), maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.getLogger("chapterhouse")
    log.addHandler(handler)
    log.propagate = False
    return log


def _crash_log() -> Path:
    """Return where a crash of Python or Qt itself is written; begun anew once it is large."""
    place = path().with_name("crash.log")
    if place.exists() and place.stat().st_size > _LARGEST:
        place.replace(place.with_name("crash.log.1"))
    return place


def _text(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace").strip() if log.exists() else ""
