"""A disk that is full or broken at any one call loses nothing acknowledged and needs no restart."""

import random
from pathlib import Path

import pytest

from tests.durability.extent import extent
from tests.durability.inspecting import saves_in
from tests.durability.shim import needs_a_compiler, work
from tests.durability.working import prepare

_SAVES = 4
_DICE = random.Random(4)  # noqa: S311  the same points every time

pytestmark = needs_a_compiler


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "riverside.chapter"
    prepare(path)
    return path


def _numbers(said: str, word: str) -> set[int]:
    lines = (line.split() for line in said.splitlines())
    return {int(line[1]) for line in lines if line and line[0] == word}


def _calls(folder: Path) -> int:
    """Return how many calls reach the disk while a book is opened and saved into."""
    path = folder / "counted.chapter"
    prepare(path)
    counted = folder / "count"
    done = work(path, saves=_SAVES, count=str(counted))
    assert done.returncode == 0, done.stderr
    return int(counted.read_text())


@pytest.mark.timeout(3000)
@pytest.mark.parametrize("how", ["ENOSPC", "EIO", "short"])
@pytest.mark.parametrize("lasting", ["once", "ever"])
def test_any_call_may_fail(tmp_path: Path, how: str, lasting: str) -> None:
    calls = _calls(tmp_path)
    points = range(1, calls + 1)
    tried = _DICE.sample(points, extent(short=5, whole=calls))
    for point in tried:
        book = tmp_path / f"{point}.chapter"
        prepare(book)
        done = work(book, saves=_SAVES, fail=str(point), how=how, **{"for": lasting})
        assert (done.returncode, done.stderr) == (0, "")
        saved, found = _numbers(done.stdout, "saved"), saves_in(book)
        assert saved <= found
        # a save may be refused and be on the disk nevertheless; never the other way round
        assert found <= saved | _numbers(done.stdout, "refused")
        book.unlink()


def test_work_goes_on_once_the_disk_answers_again(book: Path, tmp_path: Path) -> None:
    calls = _calls(tmp_path)
    done = work(book, saves=_SAVES, fail=str(calls // 2), how="ENOSPC", **{"for": "once"})
    assert len(_numbers(done.stdout, "refused")) == 1, done.stdout + done.stderr
    assert _SAVES in saves_in(book)
