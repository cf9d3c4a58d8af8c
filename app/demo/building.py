"""Build the demo chapter, evening by evening."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Concatenate, ParamSpec, Protocol

from sqlalchemy.orm import Session

from app import formats, paths
from app.demo import cast, comings, committee, founding, guests, roll
from app.demo.calendar import Evening, Fate, evenings
from app.demo.evening import follow_up, hold
from app.demo.story import Story
from app.i18n import _

P = ParamSpec("P")

_SEED = 20240409
_EXPECTED = 2
_BEGINS = time(17, 0, tzinfo=UTC)


class Book(Protocol):
    """What takes the changes: a store, or anything that writes like one."""

    def write(
        self,
        label: str,
        use_case: Callable[Concatenate[Session, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> object:
        """Carry out a use case under a label."""
        ...


class Clock:
    """Tells the book the time of the evening being built, so its history is spread as in life."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def __call__(self) -> datetime:
        """Return the moment, a minute after the one before."""
        self._now += timedelta(minutes=1)
        return self._now

    def turn_to(self, day: date) -> None:
        """Go on to the evening of a day; never back."""
        self._now = max(self._now, datetime.combine(day, _BEGINS))


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


def build(
    book: Book,
    *,
    today: date,
    clock: Clock | None = None,
    progress: Callable[[int, int], object] = _silent,
) -> None:
    """Fill an empty book with the demo chapter as it stands on a day.

    A ``clock`` that the book signs its entries by is turned on from evening to evening;
    ``progress`` is told how many evenings are done, and of how many.
    """
    story = _begin(today)
    weeks = evenings(today, story.cast.chapter["weekday"])
    start = weeks[0].held_on
    roll.plan_absences(story, weeks)
    _turn(clock, start - timedelta(days=1))
    book.write(_("Chapter founded"), founding.open_book, story, start)
    _announce(book, comings.new_term(story, start))
    for done, evening in enumerate(weeks):
        progress(done, len(weeks))
        _turn(clock, min(evening.held_on, today - timedelta(days=1)))
        _live_through(book, story, evening)
    _announce(book, comings.new_term(story, today))
    book.write(_("Letters sent"), committee.work_through, today)
    book.write(_("Visitors expected"), guests.invite, story, today, _EXPECTED)


def _live_through(book: Book, story: Story, evening: Evening) -> None:
    if evening.ago >= 0:
        _announce(book, comings.before(story, evening))
    if evening.ago == 0:
        book.write(_("Seating order"), comings.seat_everybody, story)
    if evening.fate is Fate.MISSING:
        book.write(_("Referrals followed up"), follow_up, story, evening)
    else:
        label = _("Meeting of {day}").format(day=formats.day_full(evening.held_on))
        book.write(label, hold, story, evening)


def _begin(today: date) -> Story:
    chance = Random(_SEED)  # noqa: S311  a story is drawn, not a secret
    known = cast.read(paths.resources() / "demo")
    story = Story(known, today, chance)
    story.expected = guests.names(story)
    return story


def _announce(book: Book, happenings: Iterable[comings.News]) -> None:
    for news in happenings:
        book.write(news.label, news.happening)


def _turn(clock: Clock | None, day: date) -> None:
    if clock is not None:
        clock.turn_to(day)
