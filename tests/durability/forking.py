"""Forks a process for each piece of work, so that thousands of them start in no time.

``python -m tests.durability.forking`` takes jobs from standard input, one after another, and says
how each ended. A job is a function that can be imported, what it is told, and the settings of the
disk beneath it, without ``SHIM_``.
"""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.durability.shim import beneath

_ROOT = Path(__file__).parents[2]
_LONGEST = 60  # seconds
_SETTINGS = ("SHIM_BOOK", "SHIM_UNDER", "SHIM_FAIL", "SHIM_FOR", "SHIM_HOW", "SHIM_COUNT")


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a job: what it returned, or the fault it died of; neither if it was killed."""

    returned: Any = None
    fault: str = ""
    killed: bool = False


class Forker:
    """Hands jobs to a process that forks."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def run(self, work: Callable[..., object], *told: object, **disk: str) -> Ended:
        """Have one job done by a process of its own."""
        if self._process.stdin is None or self._process.stdout is None:
            raise TypeError(self._process)
        pickle.dump((work, told, disk), self._process.stdin)
        self._process.stdin.flush()
        ended = pickle.load(self._process.stdout)  # noqa: S301  from our own process
        if not isinstance(ended, Ended):
            raise TypeError(ended)
        return ended


@contextmanager
def forker() -> Iterator[Forker]:
    """Start a process that forks, and end it."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.durability.forking"],
        cwd=_ROOT,
        env=beneath(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        yield Forker(process)
        if process.stdin is not None:
            process.stdin.close()


def order(name: str) -> None:
    """Tell the disk something; see shim.c."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(f"shim-{name}")  # noqa: PTH108  the call that the shim knows


def _serve() -> None:
    while True:
        try:
            work, told, disk = pickle.load(sys.stdin.buffer)  # noqa: S301  from our own tests
        except EOFError:
            return
        pickle.dump(_in_a_fork(work, told, disk), sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _in_a_fork(work: Callable[..., object], told: object, disk: dict[str, str]) -> Ended:
    there, back = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(there)
        signal.alarm(_LONGEST)  # whatever hangs is killed by it
        with os.fdopen(back, "wb") as pipe:
            pickle.dump(_done(work, told, disk), pipe)
        os._exit(0)
    os.close(back)
    with os.fdopen(there, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    ended = pickle.loads(said) if said else Ended(killed=True)  # noqa: S301  from our own process
    if not isinstance(ended, Ended):
        raise TypeError(ended)
    return ended


def _done(work: Callable[..., object], told: Any, disk: dict[str, str]) -> Ended:  # noqa: ANN401  whatever the work takes
    for name in _SETTINGS:
        os.environ.pop(name, None)
    os.environ.update({f"SHIM_{name.upper()}": value for name, value in disk.items()})
    order("begin")
    try:
        return Ended(returned=work(*told))
    except Exception:  # noqa: BLE001  the test says it
        return Ended(fault=traceback.format_exc())


if __name__ == "__main__":
    from tests.durability.forking import _serve as serve  # so that what is pickled is of this name

    serve()
