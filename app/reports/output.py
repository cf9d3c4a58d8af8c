"""Put finished documents where the user wants them."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from app.exchange.outgoing.places import placed, unwritable


def write(path: Path, pdf: bytes) -> None:
    """Write a document; one of that name stays where the place does not take another."""
    with placed(path) as growing:
        growing.write_bytes(pdf)


def make_folder(folder: Path) -> None:
    """Make a folder for documents, if it is not there; StorageError where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def file_names(names: Sequence[str]) -> list[str]:
    """Return a name for each file: what no file system takes is left out, equal ones counted."""
    seen: Counter[str] = Counter()
    files = []
    for name in names:
        plain = _UNSAFE.sub(" ", name).strip(" .")[:_LONGEST]
        seen[plain.casefold()] += 1
        count = seen[plain.casefold()]
        files.append(f"{plain} ({count}).pdf" if count > 1 else f"{plain}.pdf")
    return files


_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST = 60  # signs; four bytes each are within the 255 that every file system takes
