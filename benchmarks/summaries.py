"""The activity summary and the referral matrix beside bare SQL, and beside mapped objects."""

import sqlite3
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.queries.activity_summary import ActivitySummary, Figures, activity_summary
from app.queries.matrices import Matrix, referral_matrix
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.tally import COUNTED
from app.storage import Store
from benchmarks import books, objects
from benchmarks.race import Row, race

_WEEKS = 520
_ALL = Period(books.FIRST, books.FIRST + timedelta(weeks=_WEEKS))
_HALF_YEAR = Period(_ALL.end - timedelta(weeks=26), _ALL.end)
_FIRST_HALF_YEAR = Period(books.FIRST, books.FIRST + timedelta(weeks=26))
_HELD = "meeting.state = 'completed' AND meeting.held_on BETWEEN ? AND ?"
_OBJECTS = 1 / 20
_SHORT = 5  # times in a turn, of what takes a few milliseconds


def rows() -> list[Row]:
    """Race the summary of a half-year and of ten years, and the matrix of ten years."""
    with TemporaryDirectory() as folder:
        found = _rows(Path(folder))
        return found + _long_rows(Path(folder)) if books.LONG else found


def _rows(folder: Path) -> list[Row]:
    long = books.book(folder / "ten-years.chapter", weeks=_WEEKS)
    short = books.book(folder / "one-year.chapter", weeks=52)
    with Store(long, author="Wanda") as ten, Store(short, author="Wanda") as one:
        ours, bare, mapped = _Ours(ten), Bare(long), objects.Objects(long)
        for period in (_HALF_YEAR, _ALL):
            _check(ours, bare, period)
            assert mapped.summary(period) == ours.told(period)
        found = [
            race("Summary of six months beside bare sqlite3",
                 lambda: ours.summary(_HALF_YEAR), lambda: bare.summary(_HALF_YEAR),
                 target=1.4, rounds=41, loops=_SHORT),
            race("Summary of ten years beside bare sqlite3",
                 lambda: ours.summary(_ALL), lambda: bare.summary(_ALL), target=1.1),
            race("Summary of six months beside objects added up in Python",
                 lambda: ours.summary(_HALF_YEAR), lambda: mapped.summary(_HALF_YEAR),
                 target=_OBJECTS, rounds=11, loops=_SHORT),
            race("Summary of ten years beside objects added up in Python",
                 lambda: ours.summary(_ALL), lambda: mapped.summary(_ALL),
                 target=_OBJECTS, rounds=3),
            race("The same six months in a book of ten years beside one of one year",
                 lambda: ours.summary(_FIRST_HALF_YEAR),
                 lambda: _Ours(one).summary(_FIRST_HALF_YEAR), target=1.1, rounds=41, loops=_SHORT),
            race("Referral matrix of ten years beside bare sqlite3",
                 lambda: ours.matrix(_ALL), lambda: bare.matrix(_ALL), target=1.15, loops=_SHORT),
        ]  # fmt: skip
        bare.close()
        mapped.close()
    return found


def _long_rows(folder: Path) -> list[Row]:
    """Race the same in ten years with a million slips, whose objects would fill the memory."""
    path = books.book(folder / "million.chapter", weeks=_WEEKS, slips=-(-books.MILLION // _WEEKS))
    with Store(path, author="Wanda") as store:
        ours, bare = _Ours(store), Bare(path)
        for period in (_HALF_YEAR, _ALL):
            _check(ours, bare, period)
        found = [
            race("Summary of six months, a million slips, beside bare sqlite3",
                 lambda: ours.summary(_HALF_YEAR), lambda: bare.summary(_HALF_YEAR),
                 target=1.4),
            race("Summary of a million slips beside bare sqlite3",
                 lambda: ours.summary(_ALL), lambda: bare.summary(_ALL), target=1.1, rounds=5),
            race("Referral matrix of a million slips beside bare sqlite3",
                 lambda: ours.matrix(_ALL), lambda: bare.matrix(_ALL), target=1.15, rounds=5),
        ]  # fmt: skip
        bare.close()
    return found


def _check(ours: "_Ours", bare: "Bare", period: Period) -> None:
    assert ours.figures(period) == bare.summary(period)
    assert ours.pairs(period) == bare.matrix(period)


@dataclass(frozen=True)
class _Ours:
    store: Store

    def summary(self, period: Period) -> ActivitySummary:
        return self.store.read(activity_summary, period=period, audience=Audience.OFFICERS)

    def matrix(self, period: Period) -> Matrix:
        return self.store.read(referral_matrix, period=period, audience=Audience.OFFICERS)

    def figures(self, period: Period) -> dict[int, tuple[int, ...]]:
        return {line.person_id: _figures(line.figures) for line in self.summary(period).members}

    def told(self, period: Period) -> objects.Summary:
        """Return what the objects tell, too."""
        found = self.summary(period)
        lines = [
            objects.Line(
                one.person_id, one.name, one.seat, one.joined_on, one.left_on, _figures(one.figures)
            )
            for one in found.members
        ]
        return objects.Summary(found.held.counted, lines, _figures(found.total))

    def pairs(self, period: Period) -> dict[tuple[int, int], int]:
        lines = self.matrix(period).lines
        return {
            (line.person_id, other.person_id): count
            for line in lines
            for other, count in zip(lines, line.counts, strict=True)
            if count
        }


def _figures(figures: Figures) -> tuple[int, ...]:
    return tuple(getattr(figures, name) or 0 for name in COUNTED)


class Bare:
    """What somebody writes who has sqlite3 and nothing else."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path)

    def close(self) -> None:
        self._file.close()

    def summary(self, period: Period) -> dict[int, tuple[int, ...]]:
        span = (period.start.isoformat(), period.end.isoformat())
        found: dict[int, list[int]] = {
            person_id: [0] * 14
            for (person_id,) in self._file.execute("SELECT id FROM person WHERE kind = 'member'")
        }
        for sql, places in _SUMS:
            for person_id, *sums in self._file.execute(sql, span).fetchall():
                row = found[person_id]
                for place, value in zip(places, sums, strict=True):
                    row[place] += value or 0
        return {person_id: tuple(row) for person_id, row in found.items()}

    def matrix(self, period: Period) -> dict[tuple[int, int], int]:
        span = (period.start.isoformat(), period.end.isoformat())
        rows = self._file.execute(
            "SELECT giver_id, receiver_id, count(*) FROM slip "
            "JOIN meeting ON meeting.id = slip.meeting_id "
            f"WHERE kind = 'referral' AND {_HELD} GROUP BY giver_id, receiver_id",
            span,
        ).fetchall()
        return {(giver, receiver): count for giver, receiver, count in rows}


def _sums(person: str, counted: str, table: str, only: str = "1") -> str:
    return (
        f"SELECT {person}, {counted} FROM {table} JOIN meeting ON meeting.id = {table}.meeting_id "
        f"WHERE {only} AND {_HELD} GROUP BY {person}"
    )


_BY_TIER = "sum(kind = 'referral' AND tier = 1), sum(kind = 'referral' AND tier IS NOT 1)"
_MARKS = ", ".join(f"sum(attendance = '{mark}')" for mark in "PALMS")
_CREDITS = (
    "sum(kind = 'visitor' AND confirmed), sum(kind = 'one_to_one'), "
    "sum(iif(kind = 'education', credits, 0)), sum(kind = 'testimonial'), "
    "sum(iif(kind = 'closed_business', amount, 0))"
)
_SUMS = (
    (_sums("person_id", _MARKS, "mark"), (0, 1, 2, 3, 4)),
    (_sums("giver_id", f"{_BY_TIER}, {_CREDITS}", "slip"), (5, 6, 9, 10, 11, 12, 13)),
    (
        _sums(
            "receiver_id",
            f"{_BY_TIER}, sum(kind = 'one_to_one')",
            "slip",
            "kind IN ('referral', 'one_to_one')",
        ),
        (7, 8, 10),
    ),
)
