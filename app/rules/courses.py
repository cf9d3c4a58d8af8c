"""A course of values beside that of the time before, as a picture: lines on a zero line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.rules.drawing import Drawing, Label, Point, Shade, Shape, disc

HEIGHT = 0.235  # of the width, which is the drawing's unit
_LEFT, _RIGHT, _TOP, _FOOT = 0.04, 0.885, 0.03, 0.045
_THICK, _THIN, _HAIR = 0.0042, 0.003, 0.0012
_DOT = 0.0075
_WORDS = 0.013  # above the lower edge
_MOST_WORDS = 9
_SAID_AWAY, _SAID_TALL = 0.014, 0.034  # as tall as it gets, on screen
_THIN_SIGNS = " ,.\u00a0'"
_DIGIT, _NARROW = 0.017, 0.008  # and as wide

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Course:
    """Values oldest first, none where one is withheld, with a word for each of this period's.

    ``said`` is how the last known value is written.
    """

    now: Values
    before: Values
    words: Sequence[str]
    said: str


def course_drawing(course: Course, height: float = HEIGHT) -> Drawing:
    """Return the picture; its unit is its width, and it begins at its top left corner."""
    bottom = height - _FOOT
    known = [value for value in (*course.now, *course.before) if value is not None]
    most = max(known, default=0) or 1
    places = max(len(course.now), len(course.before), 2)
    before = _points(course.before, places, most, bottom)
    now = _points(course.now, places, most, bottom)
    shapes = [
        _stroke((_LEFT, bottom), (_RIGHT, bottom), _HAIR, Shade.LINE),
        *_line(before, _THIN, Shade.EARLIER),
        *_line(now, _THICK, Shade.STRONG),
    ]
    labels = list(_labels(course, places, height - _WORDS))
    last = next((point for point in reversed(now) if point is not None), None)
    if last is not None:
        shapes.append(disc(last, _DOT, Shade.STRONG))
        labels.append(_said(course.said, last, [*_pieces(before), *_pieces(now)]))
    return Drawing(tuple(shapes), tuple(labels))


def _said(words: str, dot: Point, pieces: Sequence[tuple[Point, Point]]) -> Label:
    """Return the last value beside its dot, or a little higher or lower where no line runs."""
    x, y = dot[0] + _SAID_AWAY, dot[1]
    wide = sum(_NARROW if sign in _THIN_SIGNS else _DIGIT for sign in words)
    away = sorted((step / 4 for step in range(-12, 13)), key=lambda one: (abs(one), one))
    heights = [y + _SAID_TALL * steps for steps in away]
    free = (one for one in heights if not any(_crosses(piece, x, wide, one) for piece in pieces))
    return Label((x, next(free, y)), 0, words, starts=True, strong=True, room=0.2)


def _crosses(piece: tuple[Point, Point], x: float, wide: float, y: float) -> bool:
    """Tell whether a straight piece of a line runs through words that begin at a point."""
    (start, from_y), (end, to_y) = piece
    first, last = max(start, x), min(end, x + wide)
    if first > last:
        return False
    steep = (to_y - from_y) / (end - start)
    ends = [from_y + steep * (at - start) for at in (first, last)]
    return min(ends) < y + _SAID_TALL / 2 and max(ends) > y - _SAID_TALL / 2


def _pieces(points: Sequence[Point | None]) -> Iterator[tuple[Point, Point]]:
    for start, end in pairwise(points):
        if start is not None and end is not None:
            yield start, end


def _across(place: int, places: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * place / (places - 1)


def _points(values: Values, places: int, most: float, bottom: float) -> list[Point | None]:
    return [
        None if value is None else (_across(place, places), bottom - (bottom - _TOP) * value / most)
        for place, value in enumerate(values)
    ]


def _line(points: Sequence[Point | None], thick: float, shade: Shade) -> Iterator[Shape]:
    """Yield strokes between neighbours; a value without any is a dot of its own."""
    for place, point in enumerate(points):
        if point is None:
            continue
        after = points[place + 1] if place + 1 < len(points) else None
        if after is not None:
            yield _stroke(point, after, thick, shade)
        yield disc(point, thick / 2, shade)


def _stroke(start: Point, end: Point, thick: float, shade: Shade) -> Shape:
    (x, y), (to_x, to_y) = start, end
    size = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5 or 1.0
    dx, dy = (to_x - x) / size * thick / 2, (to_y - y) / size * thick / 2
    corners = ((x - dy, y + dx), (to_x - dy, to_y + dx), (to_x + dy, to_y - dx), (x + dy, y - dx))
    return Shape(corners, shade)


def _labels(course: Course, places: int, line: float) -> Iterator[Label]:
    """Yield the words below, the last of them and as many before as stand beside each other."""
    every = max(1, -(-places // _MOST_WORDS))
    last = len(course.words) - 1
    for place, words in enumerate(course.words):
        if place == last or (place % every == 0 and last - place >= every):
            at = (_across(place, places), line)
            yield Label(at, 0, words, quiet=True, room=0.14)
