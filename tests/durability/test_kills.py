"""A process killed in the middle of anything leaves a whole book with all it acknowledged."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.durability.extent import extent
from tests.durability.inspecting import saves_in
from tests.durability.working import prepare

_ROOT = Path(__file__).parents[2]
_ENDLESS = 1_000_000
_LONGEST = 0.4  # seconds from the first acknowledgement to the kill


def _killed(book: Path, work: str, dice: random.Random) -> Iterator[int]:
    """Have a process work, kill it, and yield the numbers it had acknowledged."""
    command = [sys.executable, "-m", "tests.durability.working", str(book), work, str(_ENDLESS)]
    with subprocess.Popen(
        [*command, "EXTRA"], cwd=_ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(dice.random() * _LONGEST)  # whatever is under way then is cut
        process.send_signal(signal.SIGKILL)
        for line in (first, *process.stdout):
            word, _, number = line.strip().partition(" ")
            if word == "saved" and number:
                yield int(number.split()[0])


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = tmp_path_factory.mktemp("prepared") / "riverside.chapter"
    prepare(book)
    return book


@pytest.mark.timeout(3000)
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_process_leaves_everything_acknowledged(prepared: Path, tmp_path: Path) -> None:
    dice = random.Random(300)  # noqa: S311  moments, no secret
    total = 0
    for turn in range(extent(short=12, whole=150)):
        book = Path(shutil.copyfile(prepared, tmp_path / f"{turn}.chapter"))
        acknowledged = set(_killed(book, "saving", dice))
        found = saves_in(book)
        assert acknowledged <= found <= acknowledged | {max(acknowledged, default=0) + 1}
        total += len(acknowledged)
        book.unlink()
    assert total > 0


@pytest.mark.timeout(3000)
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_process_killed_while_taking_back_leaves_no_gap_in_the_journal(
    prepared: Path, tmp_path: Path
) -> None:
    dice = random.Random(150)  # noqa: S311  as above
    for turn in range(extent(short=6, whole=150)):
        book = Path(shutil.copyfile(prepared, tmp_path / f"{turn}.chapter"))
        acknowledged = set(_killed(book, "taking_back", dice))
        found = saves_in(book)
        assert {one for one in acknowledged if one % 2} <= found
        # the one under way when the process died may stand before it was taken back
        assert not {one for one in acknowledged if one % 2 == 0} & found
        book.unlink()
