"""A disk of a few megabytes, so that it can really be full."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_ROOM = "4m"
_FILLER = "holiday.mov"


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Hand out a small disk of its own, where this user may mount one; else skip the test."""
    place.mkdir()
    mount = shutil.which("mount") if os.geteuid() == 0 else None
    command = [str(mount), "-t", "tmpfs", "-o", f"size={_ROOM}", "none", str(place)]
    if mount is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only an administrator can make a small disk")
    try:
        yield place
    finally:
        subprocess.run([str(shutil.which("umount")), "-l", str(place)], check=True)


def fill(disk: Path, *, spare: int = 0) -> Path:
    """Take all space of a disk but a little; return what takes it."""
    filler = disk / _FILLER
    filler.write_bytes(bytes(shutil.disk_usage(disk).free - spare))
    return filler


def files(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder and below, but for what fills the disk."""
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file() and one.name != _FILLER
    }
