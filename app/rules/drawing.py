"""A drawing that knows neither paper nor screen: filled shapes and texts, painted by either.

Lengths are parts of the drawing's own unit; y grows downwards; angles are in radians, clockwise.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


class Shade(StrEnum):
    """A colour by its part in the drawing."""

    PALE = "pale"
    MIDDLE = "middle"
    STRONG = "strong"
    INK = "ink"
    GROUND = "ground"
    LINE = "line"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled area within its corners."""

    corners: tuple[Point, ...]
    shade: Shade


@dataclass(frozen=True, slots=True)
class Label:
    """A text that runs at an angle: its middle at a point, or where it ``starts`` or ``ends``.

    ``figures`` stand small and grey behind the words; ``room`` is how long all of it may be;
    ``quiet`` is small and grey itself.
    """

    at: Point
    angle: float
    words: str
    figures: str = ""
    strong: bool = False
    quiet: bool = False
    starts: bool = False
    ends: bool = False
    room: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from the lowest to the topmost, and the texts above them."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]


def polar(angle: float, radius: float) -> Point:
    """Return a point by its angle, from the top clockwise, and its distance from the middle."""
    return radius * math.sin(angle), -radius * math.cos(angle)


def disc(centre: Point, radius: float, shade: Shade) -> Shape:
    """Return a disc of twenty corners."""
    turns = (2 * math.pi * step / _ROUND for step in range(_ROUND))
    return Shape(
        tuple((centre[0] + radius * math.cos(t), centre[1] + radius * math.sin(t)) for t in turns),
        shade,
    )


def arc(start: float, end: float, radius: float, width: float, shade: Shade) -> Shape:
    """Return a line round the middle from one angle to another."""
    steps = max(2, round((end - start) / _FINE))
    turns = [start + (end - start) * step / steps for step in range(steps + 1)]
    outer = [polar(turn, radius + width / 2) for turn in turns]
    inner = [polar(turn, radius - width / 2) for turn in reversed(turns)]
    return Shape((*outer, *inner), shade)


def ribbon(bent: Sequence[Point], thick: float, thin: float, shade: Shade) -> Shape:
    """Return a cubic curve by its four points, thick where it begins and thin where it ends."""
    left, right = [], []
    for share, (x, y), (dx, dy) in _along(bent):
        half = (thick + (thin - thick) * share) / 2
        left.append((x - dy * half, y + dx * half))
        right.append((x + dy * half, y - dx * half))
    return Shape((*left, *reversed(right)), shade)


def _along(bent: Sequence[Point]) -> Iterator[tuple[float, Point, Point]]:
    """Yield how far along, where, and which way of unit length a curve goes."""
    a, b, c, d = bent
    for step in range(_SAMPLES):
        t = step / (_SAMPLES - 1)
        u = 1 - t
        at = [
            u**3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t**3 * d[i] for i in (0, 1)
        ]
        way = [
            3 * u * u * (b[i] - a[i]) + 6 * u * t * (c[i] - b[i]) + 3 * t * t * (d[i] - c[i])
            for i in (0, 1)
        ]
        size = math.hypot(*way) or 1.0
        yield t, (at[0], at[1]), (way[0] / size, way[1] / size)


_ROUND = 20
_FINE = math.radians(2)
_SAMPLES = 26
