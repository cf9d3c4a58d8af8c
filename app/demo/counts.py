"""How much is handed in on an evening of the demo."""

from dataclasses import dataclass

from app.demo.calendar import WEEKS, Evening, Fate
from app.demo.story import Story

_GROWTH = 0.15  # by how much the chapter has grown busier while the book runs


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each; ``again`` is closed business from clients thanked for before."""

    referrals: int
    again: int
    new_guests: int
    one_to_ones: int
    learners: int
    testimonials: int


_DRAFT = Counts(referrals=24, again=1, new_guests=3, one_to_ones=12, learners=8, testimonials=2)


def of(story: Story, evening: Evening) -> Counts:
    """Return the counts of an evening, larger towards today."""
    if evening.fate is Fate.DRAFT:
        return _DRAFT
    busy = 1 - _GROWTH * evening.ago / WEEKS
    return Counts(
        referrals=max(story.about(25 * busy, 3), 12),
        again=story.about(2, 1.1),
        new_guests=story.about(2.2 * busy, 1),
        one_to_ones=story.about(12.5 * busy, 2),
        learners=story.about(8.2 * busy, 1.5),
        testimonials=story.about(1.9, 0.9),
    )
