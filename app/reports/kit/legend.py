"""Explanations in small type: what each sign means, in bold, then the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.kit.faces import Weight
from app.reports.kit.page import Page, Style
from app.reports.kit.palette import INK, MUTED


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sign and its meaning."""

    sign: str
    words: str


_SIGN = Style(7.2, Weight.SEMIBOLD, INK)
_WORDS = Style(7.2, colour=MUTED)


def legend(page: Page, x: float, y: float, meanings: Sequence[Meaning], to_x: float) -> float:
    """Draw meanings one after another from a first baseline and return the last one used."""
    y, placed = _placed(page, x, y, meanings, to_x)
    for meaning, at, line in placed:
        wide = page.text(at, line, meaning.sign, _SIGN) + page.width(" ", _WORDS)
        page.text(at + wide, line, meaning.words, _WORDS)
    return y


def lines(page: Page, meanings: Sequence[Meaning], room: float) -> int:
    """Return how many lines meanings take."""
    return round(_placed(page, 0, 0, meanings, room)[0] / LEADING) + 1


def _placed(
    page: Page, x: float, y: float, meanings: Sequence[Meaning], to_x: float
) -> tuple[float, list[tuple[Meaning, float, float]]]:
    gap, at = page.width(" ", _WORDS), x
    placed = []
    for meaning in meanings:
        wide = page.width(meaning.sign, _SIGN) + gap + page.width(meaning.words, _WORDS)
        if at > x and at + wide > to_x:
            at, y = x, y + LEADING
        placed.append((meaning, at, y))
        at += wide + gap * 3
    return y, placed


LEADING = 9.6
