"""Importing, upgrading, copying and restoring, killed at any moment: the old state or the new."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.services import chapter
from app.storage import Store, soundness
from app.storage.contents import Contents, of_file
from app.storage.copies import Occasion, Shelf, verify
from tests.durability.extent import extent
from tests.durability.working import prepare, save
from tests.exchange import samples

_ROOT = Path(__file__).parents[2]
_OLD = sorted((Path(__file__).parents[1] / "data").glob("schema-*.chapter"))
_DICE = random.Random(75)  # noqa: S311  moments, no secret
_TIMES = extent(short=3, whole=60)
_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

pytestmark = [
    pytest.mark.timeout(3000),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL"),
]


def _command(*words: object) -> list[str]:
    return [sys.executable, "-m", "app", *map(str, words)]


def _took(command: Sequence[str]) -> float:
    """Return how long a command takes that is left in peace."""
    started = time.monotonic()
    subprocess.run(command, cwd=_ROOT, check=True, capture_output=True)
    return time.monotonic() - started


def _kill_in(command: Sequence[str], whole: float) -> bool:
    """Start a command and kill it somewhere in its second half; tell whether it still ran."""
    with subprocess.Popen(
        command, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        time.sleep(whole * (0.4 + 0.6 * _DICE.random()))
        ran = process.poll() is None
        process.send_signal(signal.SIGKILL)
    return ran


def _sound(book: Path) -> Contents:
    """Open a book as its next user does, and return what it holds."""
    with Store(book, author="after") as store:
        assert [fault.reason for fault in store.read(soundness.faults)] == []
    return of_file(book)


def _fresh(tmp_path: Path, source: Path) -> Iterator[Path]:
    """Yield the same book again and again, each in a folder of its own."""
    for turn in range(_TIMES):
        folder = tmp_path / str(turn)
        folder.mkdir()
        yield Path(shutil.copyfile(source, folder / "riverside.chapter"))
        shutil.rmtree(folder)


def _rows(contents: Contents) -> tuple[dict[str, int], int]:
    own = {name: rows for name, rows in contents.rows.items() if not name.startswith("journal")}
    return own, contents.money


def test_a_killed_import_leaves_all_of_it_or_nothing(tmp_path: Path) -> None:
    source = tmp_path / "empty.chapter"
    with Store.create(source, author="Wanda") as store:
        store.write("Found", chapter.found, name="Elm")
    slips = [samples.referral(f"Giver {one % 30}", f"Taker {one % 29}") for one in range(1500)]
    export = tmp_path / "slips.xls"
    export.write_bytes(samples.slips_audit(slips, held_on=date(2025, 2, 13)))
    whole = Path(shutil.copyfile(source, tmp_path / "whole.chapter"))
    took = _took(_command("import", whole, export))
    states = (_rows(_sound(source)), _rows(_sound(whole)))
    assert states[1][0]["slip"] == len(slips)
    for book in _fresh(tmp_path, source):
        _kill_in(_command("import", book, export), took)
        assert _rows(_sound(book)) in states


@pytest.mark.parametrize("old", _OLD, ids=lambda old: old.stem)
def test_a_killed_upgrade_is_made_at_the_next_opening(old: Path, tmp_path: Path) -> None:
    before = of_file(old)
    opening = [sys.executable, "-c", _OPEN]
    whole = Path(shutil.copyfile(old, tmp_path / "whole.chapter"))
    took = _took([*opening, str(whole)])
    for book in _fresh(tmp_path, old):
        _kill_in([*opening, str(book)], took)
        after = _sound(book)
        assert after.money == before.money
        assert {name: after.rows[name] for name in before.rows} == before.rows
        assert not [one.name for one in book.parent.iterdir() if "migrating" in one.name]


_OPEN = """
import sys
from pathlib import Path
from app.storage import Store
Store(Path(sys.argv[1]), author="Wanda").close()
"""


def test_a_killed_copy_is_no_copy_or_a_whole_one(tmp_path: Path) -> None:
    source = tmp_path / "source.chapter"
    prepare(source)
    whole = Path(shutil.copyfile(source, tmp_path / "whole.chapter"))
    took = _took(_command("backup", whole))
    for book in _fresh(tmp_path, source):
        _kill_in(_command("backup", book), took)
        state = _rows(_sound(book))
        for copy in Shelf(book).copies():
            verify(copy)
            assert _rows(copy.contents) == state


def test_a_killed_restore_leaves_one_state_or_the_other(tmp_path: Path) -> None:
    source = tmp_path / "source.chapter"
    prepare(source)
    for book in _fresh(tmp_path, source):
        kept = Shelf(book).keep_file(book, Occasion.ASKED, _NOON)
        with Store(book, author="Wanda") as store:
            for number in range(1, 30):
                store.write("save", save, number=number)
        states = (_rows(kept.contents), _rows(of_file(book)))
        assert states[0] != states[1]
        twin = book.with_name("twin.chapter")
        shutil.copyfile(book, twin)
        shutil.copytree(Shelf(book).folder, Shelf(twin).folder)
        took = _took(_command("restore", twin, "latest"))
        _kill_in(_command("restore", book, "latest"), took)
        assert _rows(_sound(book)) in states
