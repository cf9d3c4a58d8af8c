"""The strip of totals at the foot of a board: large figures over their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QRectF, Qt

from app.ui import typeface
from app.ui.presenter.canvas import LINE, Canvas, Step, wide
from app.ui.theme import tokens
from app.ui.typeface import Weight

_LINE_Y = 588.0
_TOP = 620.0
_BOTTOM = 760.0
_LABEL_TOP = 724.0
_BASELINE = 697.0
_GAPS = (31.0, 23.0, 15.0)
_SIZES = (Step.TOTAL, 88, Step.FIGURE)
_LOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class Total:
    """A figure, as it is written, and what it counts."""

    figure: str
    label: str


def paint_totals(canvas: Canvas, totals: Sequence[Total]) -> None:
    """Draw the strip across the whole board, figures as large as the width allows."""
    canvas.rule(canvas.left, canvas.right, _LINE_Y)
    room = canvas.right - canvas.left
    sizes, gap = measures(totals, room)
    spare = (room - across(totals, sizes, gap)) / len(totals)
    x = canvas.left
    for place, (total, size) in enumerate(zip(totals, sizes, strict=True)):
        if place:
            x += gap
            canvas.bar(x, _TOP, _BOTTOM)
            x += LINE + gap
        width = _width(total, size) + spare
        _paint_total(canvas, x, width, total, size)
        x += width


def measures(totals: Sequence[Total], room: float) -> tuple[tuple[int, ...], float]:
    """Return the size of each figure and the gaps beside them, as large as they fit.

    All are of one size while that is large; below it only those shrink that are too wide.
    """
    for gap, size in product(_GAPS, _SIZES):
        sizes = (int(size),) * len(totals)
        if across(totals, sizes, gap) <= room:
            return sizes, gap
    sizes, gap = (int(_SIZES[-1]),) * len(totals), _GAPS[-1]
    while across(totals, sizes, gap) > room and max(sizes) > Step.SMALL:
        widths = [_width(total, size) for total, size in zip(totals, sizes, strict=True)]
        widest = widths.index(max(widths))
        if sizes[widest] <= Step.SMALL:
            break
        sizes = (*sizes[:widest], sizes[widest] - 2, *sizes[widest + 1 :])
    return sizes, gap


def across(totals: Sequence[Total], sizes: Sequence[int], gap: float) -> float:
    """Return how wide a strip is with figures of some sizes."""
    cells = sum(_width(total, size) for total, size in zip(totals, sizes, strict=True))
    return cells + (gap * 2 + LINE) * (len(totals) - 1)


def _paint_total(canvas: Canvas, x: float, width: float, total: Total, size: int) -> None:
    descent = typeface.metrics(size, Weight.BOLD).descent()
    upper = QRectF(x, _TOP - 40, width, _BASELINE + descent - _TOP + 40)
    lower = QRectF(x, _LABEL_TOP, width, _BOTTOM - _LABEL_TOP)
    canvas.write(upper, total.figure, size=size, weight=Weight.BOLD, align=_LOW)
    canvas.write(lower, total.label, ink=tokens().muted)


def _width(total: Total, size: int) -> float:
    figure = wide(total.figure, size, Weight.BOLD)
    return max(figure, wide(total.label, Step.SMALL)) + 1
