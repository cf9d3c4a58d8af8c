"""Run work on a book above a disk that writes everything down, or fails when it is told to."""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

_SOURCE = Path(__file__).with_name("shim.c")
_ROOT = Path(__file__).parents[2]
_HEAD = struct.Struct("<cbqq")
_COMPILER = shutil.which("cc") or shutil.which("gcc")

CAN_BE_BUILT = _COMPILER is not None and sys.platform == "linux"

needs_a_compiler = pytest.mark.skipif(
    not CAN_BE_BUILT,
    reason="the disk that fails is compiled from C, on Linux",
)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that reached the disk: ``w`` write, ``t`` truncate, ``s`` sync, ``c`` create,
    ``u`` unlink; ``a`` is an acknowledged save, whose number is the ``offset``."""

    op: str
    file: int
    offset: int
    bytes: bytes


def work(
    book: Path,
    *,
    work: str = "saving",
    saves: int,
    synchronous: str = "EXTRA",
    **shim: str,
) -> subprocess.CompletedProcess[str]:
    """Have a process save; ``shim`` are the settings of the disk beneath it, without SHIM_."""
    return run("tests.durability.working", book, work, str(saves), synchronous, **shim)


def run(module: str, book: Path, *arguments: str, **shim: str) -> subprocess.CompletedProcess[str]:
    """Have a module work on a book, which is its first argument, above such a disk."""
    return subprocess.run(
        [sys.executable, "-m", module, str(book), *arguments],
        cwd=_ROOT,
        env=beneath(book=str(book), **shim),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def beneath(**shim: str) -> dict[str, str]:
    """Return the surroundings of a process above such a disk; settings without SHIM_."""
    settings = {f"SHIM_{name.upper()}": value for name, value in shim.items()}
    return {**os.environ, "LD_PRELOAD": str(_built()), **settings}


def steps(trace: Path) -> Iterator[Step]:
    """Read what reached the disk, in order."""
    with trace.open("rb") as file:
        while head := file.read(_HEAD.size):
            op, kind, offset, length = _HEAD.unpack(head)
            yield Step(op.decode(), kind, offset, file.read(length))


@cache
def _built() -> Path:
    place = Path(mkdtemp(prefix="shim-")) / "shim.so"
    command = [str(_COMPILER), "-shared", "-fPIC", "-O1", "-o", str(place), str(_SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return place
