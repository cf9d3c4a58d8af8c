"""``python -m tests.released_book FILE``: a book with a bit of everything, to keep of a schema.

Made once, by the program whose schema is about to be followed by another; from then on it lies in
``tests/data/`` and is what users of that program have.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.errors import AppError
from app.rules.letters import LetterKind
from app.services import letters
from app.storage import Store
from tests.exchange import list_samples as lists
from tests.exchange import samples
from tests.imported_book import ImportedBook, audit, half_year, member
from tests.services.deeds import EXAMPLES, Example
from tests.services.stage import Stage, prepare
from tests.small_book import NOON
from tests.storage.asking import call_ann

_SHE_STAYS = ("people.", "memberships.")  # deeds after which there is no Ann to be called
_LETTER: dict[str, Any] = {
    "kind": LetterKind.ABSENCE,
    "step": 2,
    "subject": "Missed",
    "body": "{member}",
}


def main(target: Path) -> None:
    """Do one thing after another to a book: every deed there is, imports, a call undone."""
    with TemporaryDirectory() as folder:
        path, stage = prepare(Path(folder))
        with Store(path, author="Wanda", clock=lambda: NOON) as store:
            for example in _in_turn():
                _do(store, example, stage)
            _bring_in(ImportedBook(store))
            store.write("Letter", letters.write_own, **_LETTER)
            store.remember_print(report="scoreboard", choice="", known_at=NOON)
            call_ann(store, "0117 496 0001")
            call_ann(store, "2")
            store.undo()
        shutil.copyfile(path, target)


def _in_turn() -> Iterator[Example]:
    """Give the deeds, those of slips while the meeting is still a draft."""
    possible = [one for one in EXAMPLES if not one.empty and not one.name.startswith(_SHE_STAYS)]
    yield from (one for one in possible if one.name.startswith("slips."))
    yield from (one for one in possible if not one.name.startswith("slips."))


def _do(store: Store, example: Example, stage: Stage) -> None:
    with suppress(AppError):  # where an earlier deed has moved what this one needs
        store.write(example.name, example.deed, **example.facts(stage))


def _bring_in(book: ImportedBook) -> None:
    slips = [
        samples.referral("Ann Whitfield", "Bob Hartley"),
        samples.one_to_one("Bob Hartley", "Łucja Ōta"),
        samples.thanks("Ann Whitfield", "1,250.00"),
        samples.visitor("Ann Whitfield", "Mary Guest"),
        samples.education("Bob Hartley", "2"),
    ]
    trained = ["North", "Riverside", "Anna", "Whitfield", "2025-03-01", "Basics", "Participant"]
    book.bring_in(audit(slips), other_chapter=True)
    book.bring_in(lists.listed(lists.TRAINING, [[*trained, "", "", "", ""]]), other_chapter=True)
    book.bring_in(half_year(member("Ann Whitfield", p=20, rgi=4, tyfcb=900)), other_chapter=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
