"""Few, flat, directly labelled charts: one hue and greys, no frames, no legends."""

from collections.abc import Sequence

from app.reports.kit.page import Page
from app.reports.kit.palette import ACCENT, BEFORE, FINE, QUIET, Colour


def bar(page: Page, x: float, y: float, *, length: float, thickness: float, colour: Colour) -> None:
    """Draw a level bar whose middle stands at a height."""
    if length > 0:
        page.block(x, y - thickness / 2, length, thickness, colour)


def lengths(values: Sequence[int], longest: float) -> list[float]:
    """Return lengths in proportion to values, the largest as long as given; none below zero."""
    most = max(values, default=0)
    return [longest * max(value, 0) / most if most else 0.0 for value in values]


def week_columns(
    page: Page,
    x: float,
    y: float,
    *,
    width: float,
    height: float,
    values: Sequence[int],
    dark: int,
) -> None:
    """Draw small upright columns on a base line, the one at the index ``dark`` in the accent.

    At most thirty stand side by side; of more, the last thirty are drawn.
    """
    shown = values[-_MOST:]
    dark -= len(values) - len(shown)
    if not shown:
        return
    step = width / max(len(shown), _FEWEST_STEPS)
    for place, tall in enumerate(lengths(shown, height)):
        colour = ACCENT if place == dark else BEFORE
        page.block(x + place * step, y - tall, step * 0.84, tall, colour)
    page.rule(x, y, x + width, QUIET, FINE)


_MOST = 30
_FEWEST_STEPS = 24  # so that three weeks do not stand as three walls
