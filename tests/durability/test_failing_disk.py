"""A disk that is full or broken at any one call loses nothing acknowledged and needs no restart.

Every call is made to fail in turn, once and from then on, while a book is saved into, imported
into, copied, restored, erased from and brought up to date; then the disk answers again and the
same process does the same once more. A process is killed at every call as well.
"""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.durability.extent import extent
from tests.durability.forking import Ended, Forker, forker
from tests.durability.inspecting import saves_in
from tests.durability.shim import needs_a_compiler
from tests.durability.trying import DEEDS, Held, Tried, book_in, held, leftovers, tried
from tests.durability.working import Saved, prepare, save_and_save_again

_SAVES = 4
_READS = 3
_EVERY = 5  # of the calls, where the disk fails from then on

pytestmark = [needs_a_compiler, pytest.mark.timeout(7200)]

_FAILINGS = [
    ("ENOSPC", "once"),
    ("EIO", "once"),
    ("short", "once"),
    ("kill", "once"),
    ("ENOSPC", "ever"),
    ("EIO", "ever"),
    ("short", "ever"),
]


@pytest.fixture(scope="module")
def forks() -> Iterator[Forker]:
    with forker() as forks:
        yield forks


def _points(calls: str, how: str, lasting: str, short: int) -> list[int]:
    """Return the calls that fail, each in its turn; a few of them where there is little time.

    Only a broken disk fails to read, and only a write can fall short; a process that is killed as
    it reads leaves what it leaves at its next write. Books are read page after page: of the
    reads, each third fails.
    """
    kinds = {"EIO": "rwtscun", "short": "w"}.get(how, "wtscun")
    points = [number for number, kind in enumerate(calls, 1) if kind in kinds]
    points = [one for one in points if calls[one - 1] != "r" or one % _READS == 0]
    points = points[:: 1 if lasting == "once" else _EVERY]
    dice = random.Random(calls)  # noqa: S311  the same points every time
    return sorted(dice.sample(points, min(len(points), extent(short=short, whole=len(points)))))


@dataclass(frozen=True, slots=True)
class Course:
    """A deed that nothing disturbed: what the book held before, after, and after it again."""

    folder: Path
    before: Held
    after: Held
    again: Held
    calls: str


@pytest.fixture(scope="module", params=DEEDS)
def course(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, forks: Forker
) -> tuple[str, Course]:
    name = str(request.param)
    place = tmp_path_factory.mktemp("course")
    folder, done, count = place / "before", place / "done", place / "count"
    folder.mkdir()
    DEEDS[name].lay_out(folder)
    shutil.copytree(folder, done)
    before = held(done)
    ended = forks.run(tried, name, done, book=str(book_in(done)), under=str(done), count=str(count))
    found = _tried(ended)
    assert (found.said, found.again) == ("", "")
    return name, Course(folder, before, found.left, held(done), count.read_text())


def _tried(ended: Ended) -> Tried:
    assert isinstance(ended.returned, Tried), ended.fault
    return ended.returned


@pytest.mark.parametrize(("how", "lasting"), _FAILINGS)
def test_any_call_of_a_deed_may_fail(
    course: tuple[str, Course], how: str, lasting: str, tmp_path: Path, forks: Forker
) -> None:
    name, usual = course
    for point in _points(usual.calls, how, lasting, short=1):
        folder = Path(shutil.copytree(usual.folder, tmp_path / str(point)))
        disk = {"book": str(book_in(folder)), "under": str(folder)}
        ended = forks.run(tried, name, folder, fail=str(point), how=how, **{"for": lasting}, **disk)
        if ended.killed:
            assert how == "kill"
            assert _alike(held(folder), usual.before) or held(folder) == usual.after
            ended = forks.run(tried, name, folder, **disk)
        _judge(_tried(ended), usual, f"{name}: {how} {lasting} at call {point}")
        assert held(folder) in (usual.after, usual.again)
        assert leftovers(folder) == []
        shutil.rmtree(folder)


def _judge(found: Tried, usual: Course, where: str) -> None:
    """Hold what was said against what was done."""
    done, undone = found.left == usual.after, _alike(found.left, usual.before)
    assert found.again == "", (where, found.said)
    assert done or undone, (where, found)
    assert done or found.said, where
    if "Nothing was changed" in found.said or "Not saved" in found.said:
        assert undone, (where, found.said)


def _alike(found: Held, before: Held) -> bool:
    """Compare the tables there were; an upgrade adds some."""
    return ({name: found[0][name] for name in before[0]}, found[1]) == before


@pytest.mark.parametrize(("how", "lasting"), [one for one in _FAILINGS if one[0] != "kill"])
def test_any_call_of_a_save_may_fail(how: str, lasting: str, tmp_path: Path, forks: Forker) -> None:
    template, count = tmp_path / "template.chapter", tmp_path / "count"
    prepare(template)
    folder = tmp_path / "book"
    folder.mkdir()
    book = Path(shutil.copyfile(template, folder / "riverside.chapter"))
    disk = {"book": str(book), "under": str(folder)}
    forks.run(save_and_save_again, book, _SAVES, count=str(count), **disk)
    for point in _points(count.read_text(), how, lasting, short=4):
        shutil.copyfile(template, book)
        fault = {"fail": str(point), "how": how, "for": lasting}
        ended = forks.run(save_and_save_again, book, _SAVES, **fault, **disk)
        said, found, where = ended.returned, saves_in(book), f"{how} {lasting} at call {point}"
        assert isinstance(said, Saved), (where, ended.fault)
        assert said.acknowledged | {_SAVES + 1} <= found, where
        # whatever is said not to be saved is not: neither now nor when the book is opened anew
        assert found == said.acknowledged | said.in_doubt & found, (where, said)
        assert not said.reasons & {"book_damaged", "book_missing"} or lasting == "ever", where
