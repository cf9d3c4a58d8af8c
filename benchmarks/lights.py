"""Ten years of monthly lights beside one bare summary of the same ten years."""

from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from app import paths
from app.queries.monthly_lights import MonthlyLights, monthly_lights
from app.queries.scores import scores
from app.rules.periods import Period
from app.rules.scoring.profile import Profile
from app.rules.scoring.reading import read
from app.storage import Store
from benchmarks import books
from benchmarks.race import Row, race
from benchmarks.summaries import Bare

_WEEKS = 520
_ALL = Period(books.FIRST, books.FIRST + timedelta(weeks=_WEEKS))
_PROFILES = {"months": "us-regional", "rolling weeks": "portugal-brazil", "rising steps": "india"}
_ALLOWED = 2.5
_EVERY = 17  # months between two that are checked against a score worked out by itself


def rows() -> list[Row]:
    """Race the lights of sixty members at the end of every month of ten years."""
    with TemporaryDirectory() as folder:
        return list(_rows(Path(folder)))


def _rows(folder: Path) -> list[Row]:
    book = books.book(folder / "ten-years.chapter", weeks=_WEEKS)
    with Store(book, author="Wanda") as store:
        bare = Bare(book)
        found = [_race(store, bare, words, _profile(name)) for words, name in _PROFILES.items()]
        bare.close()
    return found


def _race(store: Store, bare: Bare, words: str, profile: Profile) -> Row:
    def lights() -> MonthlyLights:
        return store.read(monthly_lights, _ALL.start, _ALL.end, profile=profile)

    _check(store, lights(), profile)
    return race(
        f"Monthly lights of ten years, {words}, beside one bare summary",
        lights,
        lambda: bare.summary(_ALL),
        target=_ALLOWED,
    )


def _check(store: Store, found: MonthlyLights, profile: Profile) -> None:
    for place in range(0, len(found.months), _EVERY):
        window = profile.window.ending(found.months[place])
        alone = _alone(store, window, profile)
        assert {one.person_id: one.totals[place] for one in found.members} == alone


def _alone(store: Store, window: Period, profile: Profile) -> dict[int, Fraction | None]:
    there = store.read(scores, window, profile=profile)
    return {one.person_id: one.score.total if one.score else None for one in there.members}


def _profile(name: str) -> Profile:
    file = paths.resources() / "profiles" / f"{name}.toml"
    return read(file.read_text(encoding="utf-8"), file.name)
