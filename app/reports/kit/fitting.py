"""Making text fit: shrink a little, take a second line, break into lines, and cut at the last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.reports.kit.page import Align, Page, Style

SMALLEST = 0.85  # of the size: by so much text is shrunk before anything else is tried
LEAST_SIZE = 5.8  # points; smaller text is not printed
_STEPS = (0.95, 0.9, SMALLEST, 0.78, 0.71, 0.65)
_TWO_LINES = 0.76  # of the size, where a second line is taken


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text and the style in which it fits."""

    text: str
    style: Style


def fit(page: Page, text: str, style: Style, room: float, *, least: float = SMALLEST) -> Fitted:
    """Return a text that stands in a room: whole, shrunk to ``least`` of its size, or cut."""
    if page.width(text, style) <= room:
        return Fitted(text, style)
    smaller = style
    for step in _STEPS:
        if step < least or style.size * step < LEAST_SIZE - 0.05:
            break
        smaller = style.sized(round(style.size * step, 2))
        if page.width(text, smaller) <= room:
            return Fitted(text, smaller)
    return Fitted(_cut(page, text, smaller, room), smaller)


def small(page: Page, text: str, style: Style, room: float) -> Fitted:
    """Return a text shrunk as far as print is still read, where it does not fit otherwise."""
    return fit(page, text, style, room, least=0)


def two_lines(page: Page, text: str, style: Style, room: float) -> list[Fitted]:
    """Return a text in one line where it fits at 85 %, else in two smaller ones."""
    if page.width(text, style) * SMALLEST <= room:
        return [fit(page, text, style, room)]
    smaller = style.sized(max(round(style.size * _TWO_LINES, 2), LEAST_SIZE))
    lines = halves(page, text, smaller)
    if len(lines) == 1:
        return [small(page, text, style, room)]
    return [small(page, line, smaller, room) for line in lines]


def halves(page: Page, text: str, style: Style) -> Sequence[str]:
    """Return a text in two lines about equally wide, or whole where it cannot be broken."""
    places = [place for place, sign in enumerate(text[:-1], 1) if sign in " -\u2010"]
    broken = ((text[:place].rstrip(), text[place:]) for place in places)
    return min(
        broken, key=lambda half: max(page.width(line, style) for line in half), default=(text,)
    )


def draw_fitted(
    page: Page, x: float, y: float, lines: Sequence[Fitted], align: Align = Align.LEFT
) -> None:
    """Draw one line on a baseline, or two around where that line would stand."""
    if len(lines) == 1:
        page.text(x, y, lines[0].text, lines[0].style, align)
        return
    leading = lines[0].style.size * 1.02
    for place, line in enumerate(lines):
        page.text(x, y - leading * 0.46 + place * leading, line.text, line.style, align)


def _cut(page: Page, text: str, style: Style, room: float) -> str:
    """Return the longest beginning that fits with an ellipsis behind it."""
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if page.width(text[:middle].rstrip() + "…", style) <= room:
            fits = middle
        else:
            too_long = middle
    return text[:fits].rstrip(" ,") + "…"


def wrap(
    page: Page, words: Iterable[str], style: Style, room: float, joint: str = ""
) -> list[list[str]]:
    """Break words into lines, each kept whole: in a list of names, with a comma for joint.

    Only what is longer than a line is broken at its spaces, or cut where it has none.
    """
    space, joint_width = page.width(" ", style), page.width(joint, style)
    lines: list[list[str]] = []
    used = 0.0
    for word in words:
        width = page.width(word, style) + joint_width
        if lines and used + space + width <= room:
            lines[-1].append(word)
            used += space + width
        elif width <= room:
            lines.append([word])
            used = width
        else:
            lines.extend(_broken(page, word, style, room - joint_width))
            used = page.width(lines[-1][0], style) + joint_width
    return lines


def _broken(page: Page, word: str, style: Style, room: float) -> list[list[str]]:
    parts = word.split()
    if len(parts) < 2:  # noqa: PLR2004  one word has no space to break at
        return [[_cut(page, word, style, room)]]
    lines = [" ".join(line) for line in wrap(page, parts, style, room)]
    return [[f"{line} "] for line in lines[:-1]] + [[lines[-1]]]  # a space: no joint behind it


def draw_lines(
    page: Page,
    x: float,
    y: float,
    lines: Sequence[Sequence[str]],
    *,
    style: Style,
    leading: float,
    joint: str = "",
) -> float:
    """Draw lines of words from a first baseline and return the baseline after the last."""
    space = page.width(" ", style)
    for number, line in enumerate(lines, start=1):
        at = x
        for place, word in enumerate(line, start=1):
            at += page.text(at, y, word, style)
            last = place == len(line) and number == len(lines)
            if not last and not word.endswith(" "):
                at += page.text(at, y, joint, style)
            at += space
        y += leading
    return y
