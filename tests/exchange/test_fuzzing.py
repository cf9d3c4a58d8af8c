"""Broken files are read, or refused with a sentence; never with a fault of ours, never for long."""

import time
from collections.abc import Iterable

import pytest

from app import wording
from app.errors import AppError
from app.exchange.reading import read
from app.queries.imports import ImportFile, Standing, plan
from tests.durability.extent import extent
from tests.exchange import fuzzing

_LONGEST = 10.0  # seconds


def outcomes(numbers: Iterable[int]) -> set[str]:
    """Read and plan broken files; return what became of them."""
    found = set()
    for number in numbers:
        content = fuzzing.broken(number)
        started = time.perf_counter()
        try:
            plan(Standing(), [ImportFile(read(content, f"{number}.xls"))])
            found.add("read")
            said = f"{number}.xls"
        except AppError as error:
            said = wording.sentence(error)
            found.add(error.reason)
        assert f"{number}.xls" in said
        assert time.perf_counter() - started < _LONGEST, number
    return found


@pytest.mark.timeout(900)
def test_five_hundred_broken_files_are_read_or_refused_with_a_sentence() -> None:
    found = outcomes(range(extent(short=500, whole=5000)))
    assert "read" in found
    assert len(found) > 8


def test_every_sound_file_of_them_is_read() -> None:
    kinds = {read(content).kind for content in fuzzing.whole_files()}
    assert len(kinds) > 10
