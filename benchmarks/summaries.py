"""The activity summary and the referral matrix beside bare SQL, and beside mapped objects."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from app.models import Mark, Meeting, Slip
from app.queries.activity_summary import ActivitySummary, activity_summary
from app.queries.matrices import Matrix, referral_matrix
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.storage import Store
from benchmarks import books
from benchmarks.race import Row, race

_WEEKS = 520
_ALL = Period(books.FIRST, books.FIRST + timedelta(weeks=_WEEKS))
_HALF_YEAR = Period(_ALL.end - timedelta(weeks=26), _ALL.end)
_FIRST_HALF_YEAR = Period(books.FIRST, books.FIRST + timedelta(weeks=26))
_HELD = "meeting.state = 'completed' AND meeting.held_on BETWEEN ? AND ?"


def rows() -> list[Row]:
    """Race the summary of a half-year and of ten years, and the matrix of ten years."""
    with TemporaryDirectory() as folder:
        return _rows(Path(folder))


def _rows(folder: Path) -> list[Row]:
    long = books.book(folder / "ten-years.chapter", weeks=_WEEKS)
    short = books.book(folder / "one-year.chapter", weeks=52)
    with Store(long, author="Wanda") as ten, Store(short, author="Wanda") as one:
        ours, bare = _Ours(ten), Bare(long)
        for period in (_HALF_YEAR, _ALL):
            assert ours.figures(period) == bare.summary(period)
            assert ours.pairs(period) == bare.matrix(period)
        assert _by_objects(long, _HALF_YEAR) == ours.figures(_HALF_YEAR)
        found = [
            race("Summary of six months beside bare sqlite3",
                 lambda: ours.summary(_HALF_YEAR), lambda: bare.summary(_HALF_YEAR),
                 target=1.4, rounds=41),
            race("Summary of ten years beside bare sqlite3",
                 lambda: ours.summary(_ALL), lambda: bare.summary(_ALL), target=1.1),
            race("Summary of six months beside objects added up in Python",
                 lambda: ours.summary(_HALF_YEAR), lambda: _by_objects(long, _HALF_YEAR),
                 target=1 / 20, rounds=5),
            race("The same six months in a book of ten years beside one of one year",
                 lambda: ours.summary(_FIRST_HALF_YEAR),
                 lambda: _Ours(one).summary(_FIRST_HALF_YEAR), target=1.1, rounds=41),
            race("Referral matrix of ten years beside bare sqlite3",
                 lambda: ours.matrix(_ALL), lambda: bare.matrix(_ALL), target=1.15),
        ]  # fmt: skip
        bare.close()
    return found


@dataclass(frozen=True)
class _Ours:
    store: Store

    def summary(self, period: Period) -> ActivitySummary:
        return self.store.read(activity_summary, period=period, audience=Audience.OFFICERS)

    def matrix(self, period: Period) -> Matrix:
        return self.store.read(referral_matrix, period=period, audience=Audience.OFFICERS)

    def figures(self, period: Period) -> dict[int, tuple[int, ...]]:
        return {
            line.person_id: (
                line.figures.present or 0,
                line.figures.absent or 0,
                line.figures.late or 0,
                line.figures.medical or 0,
                line.figures.substitute or 0,
                line.figures.given_inside,
                line.figures.given_outside,
                line.figures.received_inside,
                line.figures.received_outside,
                line.figures.visitors,
                line.figures.one_to_ones,
                line.figures.education,
                line.figures.testimonials,
                line.figures.closed_business or 0,
            )
            for line in self.summary(period).members
        }

    def pairs(self, period: Period) -> dict[tuple[int, int], int]:
        lines = self.matrix(period).lines
        return {
            (line.person_id, other.person_id): count
            for line in lines
            for other, count in zip(lines, line.counts, strict=True)
            if count
        }


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


def _by_objects(path: Path, period: Period) -> dict[int, tuple[int, ...]]:
    """Add up as a program does whose rows are objects: load them, then loop over them."""
    found: dict[int, list[int]] = defaultdict(lambda: [0] * 14)
    engine = create_engine(f"sqlite:///{path}")
    with Session(engine) as session:
        held = select(Meeting.id).where(
            Meeting.state == "completed", Meeting.held_on.between(period.start, period.end)
        )
        for mark in session.scalars(select(Mark).where(Mark.meeting_id.in_(held))):
            found[mark.person_id]["PALMS".index(mark.attendance)] += 1
        for slip in session.scalars(select(Slip).where(Slip.meeting_id.in_(held))):
            _count_object(found, slip)
    engine.dispose()
    return {person_id: tuple(row) for person_id, row in found.items()}


def _count_object(found: dict[int, list[int]], slip: Slip) -> None:
    giver, receiver = slip.giver_id or 0, slip.receiver_id or 0
    match slip.kind:
        case "referral":
            inside = slip.tier == 1
            found[giver][5 if inside else 6] += 1
            found[receiver][7 if inside else 8] += 1
        case "one_to_one":
            found[giver][10] += 1
            found[receiver][10] += 1
        case "visitor":
            found[giver][9] += slip.confirmed
        case "education":
            found[giver][11] += slip.credits or 0
        case "testimonial":
            found[giver][12] += 1
        case "closed_business":
            found[giver][13] += slip.amount or 0
