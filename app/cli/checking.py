"""``check``: whether a book is sound, in the file and in what it says."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from app import wording
from app.cli import books, voice
from app.errors import AppError
from app.i18n import _
from app.queries import check
from app.storage import soundness
from app.storage.copies import Shelf, verify

UNSOUND = 1


def run(asked: argparse.Namespace) -> int:
    """Look a book through and say what is wrong with it, a sentence each."""
    with books.reading(asked.book) as store:
        faults: list[AppError] = list(store.read(soundness.faults))
        if not faults:  # what a damaged file says is not worth checking
            faults.extend(store.read(check.contradictions))
    if asked.copies:
        faults.extend(_damaged_copies(asked.book))
    if asked.json:
        voice.say_json(_document(asked, faults))
    elif faults:
        for fault in faults:
            voice.complain(fault)
    else:
        voice.say(_("{book} is sound.").format(book=asked.book))
    return UNSOUND if faults else 0


def _damaged_copies(book: Path) -> Iterator[AppError]:
    for one in Shelf(book).copies():
        try:
            verify(one)
        except AppError as error:
            yield error


def _document(asked: argparse.Namespace, faults: list[AppError]) -> dict[str, object]:
    return {
        "format": "chapterhouse.check.1",
        "book": str(asked.book),
        "sound": not faults,
        "faults": [
            {"reason": fault.reason, "sentence": wording.sentence(fault)} for fault in faults
        ],
    }
