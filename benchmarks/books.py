"""Books of any size, the same ones each time: members, years of meetings, slips.

``make bench LONG=1`` is the long run, in which books hold a million slips: a subject says so by
``grown``.
"""

import os
import random
import sqlite3
from datetime import date, timedelta
from pathlib import Path

from app.services import chapter
from app.storage import Store

LONG = os.environ.get("CHAPTERHOUSE_BENCH") == "long"
MILLION = 1_000_000
FIRST = date(2016, 1, 5)
_KINDS = ("referral", "one_to_one", "closed_business", "visitor", "education", "testimonial")
_WEIGHTS = (40, 25, 15, 4, 14, 2)
_MARKS = "PALMS"
_MARK_WEIGHTS = (92, 3, 2, 1, 2)
_SLIP = (
    "INSERT INTO slip (meeting_id, kind, dated_on, giver_id, receiver_id, giver_written, "
    "receiver_written, tier, amount, credits, repeat, confirmed, state, contact, other_chapter, "
    "note, imported, version) VALUES (?, ?, ?, ?, ?, '', '', ?, ?, ?, 0, 1, ?, '', '', ?, 0, 1)"
)


def grown(usual: int, *, long: int) -> int:
    """Return how large something is: as usual, or as it is in the long run."""
    return long if LONG else usual


def book(path: Path, *, members: int = 60, weeks: int = 520, slips: int = 60) -> Path:
    """Make a book of so many weekly meetings, each with marks of all and so many slips.

    Filled beneath the store, whose journal would only make it slow: benches of reading need none.
    """
    empty(path)
    dice = random.Random(members * weeks + slips)
    with sqlite3.connect(path) as file:
        people(file, members)
        for week in range(weeks):
            _meeting(file, dice, week, members, slips)
        file.execute("ANALYZE")
    file.close()
    return path


def empty(path: Path) -> Path:
    """Make a book that only knows its chapter."""
    with Store.create(path, author="Wanda Zielińska") as store:
        store.write("Begin", chapter.found, name="Riverside Chapter", currency="GBP")
    return path


def people(file: sqlite3.Connection, members: int) -> None:
    """Enter members without names anybody bears, all in since before the book."""
    file.executemany(
        "INSERT INTO person (id, kind, name, given_name, family_name, sort_name, name_key, "
        "home_chapter, home_region, home_country, seat, company, phone, email, website, address, "
        "note, version) VALUES (?, 'member', ?, '', '', ?, ?, '', '', '', ?, '', '', '', '', '', "
        "'', 1)",
        [(10 + n, f"Member {n:03}", f"Member {n:03}", f"member {n:03}", n) for n in range(members)],
    )
    file.executemany(
        "INSERT INTO spell (person_id, reason, version) VALUES (?, '', 1)",
        [(10 + n,) for n in range(members)],
    )


def meeting(file: sqlite3.Connection, number: int, *, state: str = "completed") -> str:
    """Enter the meeting of a week and return its day."""
    day = (FIRST + timedelta(weeks=number)).isoformat()
    file.execute(
        "INSERT INTO meeting (id, held_on, state, reason, completed_by, note, version) "
        "VALUES (?, ?, ?, '', '', '', 1)",
        (number + 1, day, state),
    )
    return day


def _meeting(
    file: sqlite3.Connection, dice: random.Random, week: int, members: int, slips: int
) -> None:
    day = meeting(file, week)
    marks = dice.choices(_MARKS, _MARK_WEIGHTS, k=members)
    file.executemany(
        "INSERT INTO mark (meeting_id, person_id, attendance, substitute, note, version) "
        "VALUES (?, ?, ?, '', '', 1)",
        [(week + 1, 10 + n, mark) for n, mark in enumerate(marks)],
    )
    file.executemany(_SLIP, [_slip(dice, week + 1, day, members) for _ in range(slips)])


def _slip(dice: random.Random, meeting_id: int, day: str, members: int) -> tuple[object, ...]:
    kind = dice.choices(_KINDS, _WEIGHTS)[0]
    giver, receiver = dice.sample(range(10, 10 + members), 2)
    referral = kind == "referral"
    return (
        meeting_id,
        kind,
        day,
        giver,
        None if kind in {"visitor", "education"} else receiver,
        dice.choice((1, 2)) if referral else None,
        dice.randrange(100, 5_000) * 100 if kind == "closed_business" else None,
        dice.randint(1, 4) if kind == "education" else None,
        dice.choice(("passed", "contacted", "won", "lost")) if referral else None,
        "kitchen refit" if referral else "",
    )
