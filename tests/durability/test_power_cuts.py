"""The current may fail at any moment: what was acknowledged is on the disk, and nothing is torn.

Every write, truncation and sync of a working process is written down. Then thousands of disks are
made as a power cut may leave them: what was synced is there, of the rest any part may be.
"""

import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.durability.extent import extent
from tests.durability.inspecting import saves_on_disk
from tests.durability.shim import Step, needs_a_compiler, steps, work
from tests.durability.working import prepare

_BOOK, _JOURNAL, _FOLDER = 1, 2, 3
_SECTOR = 512
_SAVES = 12

pytestmark = needs_a_compiler


@dataclass
class _File:
    """A file as it is on the platter, and what has been asked for since its last sync."""

    kept: bytearray = field(default_factory=bytearray)
    asked: list[Step] = field(default_factory=list)

    def sync(self) -> None:
        for step in self.asked:
            _apply(self.kept, step)
        self.asked.clear()

    def after_a_cut(self, dice: random.Random) -> bytes:
        """Return it with any part of what was asked for, writes torn between sectors."""
        found = bytearray(self.kept)
        for step in self.asked:
            if step.op == "w" and dice.random() < 0.5:
                _tear(found, step, dice)
            elif step.op == "t" and dice.random() < 0.5:
                _apply(found, step)
        return bytes(found)


@dataclass
class _Disk:
    """Book and journal; a journal's name is durable once the folder is synced."""

    book: _File
    journal: _File = field(default_factory=_File)
    journal_is: bool = False
    journal_may_be: bool = False

    def take(self, step: Step) -> None:
        if step.op == "c":
            self.journal_may_be = True
        elif step.op == "u":
            self.journal_may_be = False
        elif step.op == "s" and step.file == _FOLDER:
            self.journal_is = self.journal_may_be
        elif step.op in "wts":
            file = self.book if step.file == _BOOK else self.journal
            file.sync() if step.op == "s" else file.asked.append(step)

    def cut(self, folder: Path, dice: random.Random) -> Path:
        """Put the files as a power cut may leave them into a folder."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        book = folder / "cut.chapter"
        book.write_bytes(self.book.after_a_cut(dice))
        named = self.journal_is if self.journal_is == self.journal_may_be else dice.random() < 0.5
        if named:
            Path(f"{book}-journal").write_bytes(self.journal.after_a_cut(dice))
        return book


def _apply(content: bytearray, step: Step) -> None:
    if step.op == "t":
        del content[step.offset :]
        content.extend(bytes(step.offset - len(content)))
        return
    end = step.offset + len(step.bytes)
    content.extend(bytes(max(0, end - len(content))))
    content[step.offset : end] = step.bytes


def _tear(content: bytearray, step: Step, dice: random.Random) -> None:
    """Write all of a step, or only some of its sectors."""
    whole = dice.random() < 0.5
    for start in range(0, len(step.bytes), _SECTOR):
        if whole or dice.random() < 0.5:
            part = step.bytes[start : start + _SECTOR]
            _apply(content, Step("w", step.file, step.offset + start, part))


def _states(
    disk: _Disk, trace: Sequence[Step], folder: Path, cuts: int
) -> Iterator[tuple[int, Path]]:
    """Yield books after a cut, each with the number of the last save acknowledged before it."""
    dice = random.Random(20)  # noqa: S311  the same cuts every time
    wanted = sorted(dice.choices(range(len(trace)), k=cuts))
    acknowledged = 0
    for place, step in enumerate(trace):
        if step.op == "a":
            acknowledged = step.offset
        disk.take(step)
        while wanted and wanted[0] == place:
            wanted.pop(0)
            yield acknowledged, disk.cut(folder, dice)


def _lost(tmp_path: Path, synchronous: str, cuts: int) -> list[tuple[int, set[int]]]:
    """Return the cuts after which something acknowledged was missing, or anything was torn."""
    book, trace = tmp_path / "riverside.chapter", tmp_path / "trace"
    prepare(book)
    named = Path(f"{book}-journal").exists()
    disk = _Disk(_File(bytearray(book.read_bytes())), journal_is=named, journal_may_be=named)
    done = work(book, saves=_SAVES, synchronous=synchronous, trace=str(trace))
    assert f"saved {_SAVES}" in done.stdout, done.stderr
    return [
        (acknowledged, found)
        for acknowledged, cut in _states(disk, [*steps(trace)], tmp_path / "cut", cuts)
        if not set(range(1, acknowledged + 1)) <= (found := saves_on_disk(cut)) or -1 in found
    ]


def test_no_power_cut_loses_an_acknowledged_save_or_tears_one(tmp_path: Path) -> None:
    assert _lost(tmp_path, "EXTRA", extent(short=300, whole=3000)) == []


def test_the_same_cuts_lose_saves_where_sqlite_syncs_less(tmp_path: Path) -> None:
    assert _lost(tmp_path, "NORMAL", extent(short=150, whole=1000)) != []
