"""A log of the program's own faults, which can be looked at before it is sent to anybody."""

import faulthandler
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from app import paths

_LARGEST = 1_000_000
_KEPT = 5
_log = logging.getLogger("chapterhouse")


def path() -> Path:
    """Return where the log lies."""
    return paths.state_folder() / "faults.log"


def start() -> None:
    """Write every fault down from now on: Python's, those in Qt's slots, and crashes."""
    path().parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path(), maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    _log.addHandler(handler)
    faulthandler.enable(path().with_name("crash.log").open("a", encoding="utf-8"))
    sys.excepthook = _write_down


def _write_down(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    _log.error("fault", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
