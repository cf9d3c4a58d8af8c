"""Books broken in hundreds of ways are opened, salvaged or refused with a sentence, in time."""

import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.errors import AppError
from app.queries.activity_summary import activity_summary
from app.queries.referrals import referrals
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.storage import Store, salvaging, soundness
from app.wording import sentence
from tests.durability.extent import extent

_BOOK = Path(__file__).parents[1] / "data" / "schema-1.chapter"
_LONGEST = 10  # seconds
_DAYS = Period(date(2026, 1, 1), date(2026, 12, 31))
_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
Breaking = Callable[[bytearray, random.Random], object]


def _flip(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 20)):
        place = dice.randrange(len(content))
        content[place] ^= 1 << dice.randrange(8)


def _cut(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(len(content)) :]


def _overwrite(content: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(content))
    length = dice.randint(1, 8192)
    content[start : start + length] = dice.randbytes(min(length, len(content) - start))


def _swap_pages(content: bytearray, dice: random.Random) -> None:
    pages = len(content) // 4096
    one, other = (dice.randrange(pages) * 4096 for _ in range(2))
    kept = content[one : one + 4096]
    content[one : one + 4096] = content[other : other + 4096]
    content[other : other + 4096] = kept


def _spoil_header(content: bytearray, dice: random.Random) -> None:
    content[dice.randrange(16, 100)] = dice.randrange(256)


@pytest.mark.timeout(3000)
@pytest.mark.parametrize("breaking", [_flip, _cut, _overwrite, _swap_pages, _spoil_header])
def test_a_broken_book_is_opened_salvaged_or_refused(tmp_path: Path, breaking: Breaking) -> None:
    dice = random.Random(breaking.__name__)  # noqa: S311  the same damage every time
    whole = _BOOK.read_bytes()
    for turn in range(extent(short=8, whole=100)):
        content = bytearray(whole)
        breaking(content, dice)
        folder = tmp_path / str(turn)
        folder.mkdir()
        book = folder / "riverside.chapter"
        book.write_bytes(content)
        started = time.monotonic()
        assert _opened(book).endswith((".", "opened"))
        assert _salvaged(book).endswith((".", "salvaged"))
        assert time.monotonic() - started < _LONGEST


def _opened(book: Path) -> str:
    """Open, look and leave; return the sentence of a refusal."""
    try:
        with Store(book, author="Wanda", read_only=True) as store:
            store.read(soundness.faults)
            store.read(activity_summary, period=_DAYS, audience=Audience.OFFICERS)
            store.read(referrals, _DAYS.end)
    except AppError as error:
        return sentence(error)
    return "opened"


def _salvaged(book: Path) -> str:
    """Salvage into a new book, which must be sound; return the sentence of a refusal."""
    target = book.with_name("salvaged.chapter")
    try:
        salvaging.salvage(book, target, author="Wanda", label="Salvaged", at=_NOON)
    except AppError as error:
        return sentence(error)
    with Store(target, author="after") as store:
        assert [fault.reason for fault in store.read(soundness.faults)] == []
    return "salvaged"
