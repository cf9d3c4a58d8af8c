"""Drawings that paper and screen share, on paper."""

import math

from app.reports.kit.faces import Weight
from app.reports.kit.fitting import fit
from app.reports.kit.page import Page, Style
from app.reports.kit.palette import ACCENT, BAR, EARLIER, HAIRLINE, INK, MUTED, WHITE, Colour
from app.rules.drawing import Drawing, Label, Shade

_COLOURS: dict[Shade, Colour] = {
    Shade.PALE: HAIRLINE,
    Shade.MIDDLE: BAR,
    Shade.STRONG: ACCENT,
    Shade.INK: INK,
    Shade.GROUND: WHITE,
    Shade.LINE: HAIRLINE,
    Shade.EARLIER: EARLIER,
}
_NAME = Style(8.2)
_STRONG = Style(8.2, Weight.SEMIBOLD)
_FIGURES = Style(7.2, colour=MUTED)
_HEAD = Style(8.6, Weight.SEMIBOLD, MUTED)
_GAP = 3.6


def draw(page: Page, drawing: Drawing, *, x: float, y: float, unit: float) -> None:
    """Paint a drawing with its middle at a point, its unit as long as given."""
    for shape in drawing.shapes:
        corners = [(x + unit * px, y + unit * py) for px, py in shape.corners]
        page.shape(corners, _COLOURS[shape.shade])
    for label in drawing.labels:
        _write(page, label, x + unit * label.at[0], y + unit * label.at[1], unit)


def _write(page: Page, label: Label, x: float, y: float, unit: float) -> None:
    placed = label.starts or label.ends
    figures = page.width(label.figures, _FIGURES) + _GAP if label.figures else 0
    words = fit(page, label.words, _style(label), unit * label.room - figures)
    wide = page.width(words.text, words.style)
    cos, sin = math.cos(label.angle), math.sin(label.angle)
    back = (wide + figures) * label.ends if placed else wide / 2
    drop = words.style.size * 0.34 if placed else 0
    x, y = x - back * cos - drop * sin, y - back * sin + drop * cos
    page.slanted(x, y, words.text, words.style, label.angle)
    if label.figures:
        on = wide + _GAP
        page.slanted(x + on * cos, y + on * sin, label.figures, _FIGURES, label.angle)


def _style(label: Label) -> Style:
    if label.quiet:
        return _FIGURES
    if not (label.starts or label.ends):
        return _HEAD
    return _STRONG if label.strong else _NAME
