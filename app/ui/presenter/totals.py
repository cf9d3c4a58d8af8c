"""The strip of totals at the foot of a board: large figures over their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QRectF

from app.ui.presenter.canvas import LINE, Canvas, Step, wide
from app.ui.theme import tokens
from app.ui.typeface import Weight

_LINE_Y = 588.0
_TOP = 620.0
_BOTTOM = 760.0
_LABEL_TOP = 724.0
_GAPS = (31.0, 23.0, 15.0)
_SIZES = (Step.TOTAL, 88, Step.FIGURE)
_TIGHT = (72, 64, 56, Step.TITLE, Step.NAME, Step.SMALL)


@dataclass(frozen=True, slots=True)
class Total:
    """A figure, as it is written, and what it counts."""

    figure: str
    label: str


def paint_totals(canvas: Canvas, totals: Sequence[Total]) -> None:
    """Draw the strip across the whole board, figures as large as the width allows."""
    canvas.rule(canvas.left, canvas.right, _LINE_Y)
    room = canvas.right - canvas.left
    size, gap = _measures(totals, room)
    widths = _widths(totals, size)
    between = (gap * 2 + LINE) * (len(totals) - 1)
    spare = (room - between - sum(widths)) / len(totals)
    x = canvas.left
    for place, (total, width) in enumerate(zip(totals, widths, strict=True)):
        if place:
            x += gap
            canvas.bar(x, _TOP, _BOTTOM)
            x += LINE + gap
        _paint_total(canvas, QRectF(x, _TOP, width + spare, _BOTTOM - _TOP), total, size)
        x += width + spare


def _paint_total(canvas: Canvas, cell: QRectF, total: Total, size: int) -> None:
    upper = QRectF(cell.left(), cell.top() - 12, cell.width(), _LABEL_TOP - cell.top())
    lower = QRectF(cell.left(), _LABEL_TOP, cell.width(), cell.bottom() - _LABEL_TOP)
    canvas.write(upper, total.figure, size=size, weight=Weight.BOLD, least=Step.SMALL)
    canvas.write(lower, total.label, ink=tokens().muted)


def _measures(totals: Sequence[Total], room: float) -> tuple[int, float]:
    """Return the size of the figures and the gaps beside them, both as large as they fit."""
    tries = [*product(_SIZES[:1], _GAPS[:1]), *((size, gap) for gap in _GAPS for size in _SIZES)]
    for size, gap in (*tries, *product(_TIGHT, _GAPS[-1:])):
        between = (gap * 2 + LINE) * (len(totals) - 1)
        if sum(_widths(totals, size)) + between <= room:
            return int(size), gap
    return int(_TIGHT[-1]), _GAPS[-1]


def _widths(totals: Sequence[Total], size: int) -> list[float]:
    return [
        max(wide(one.figure, size, Weight.BOLD), wide(one.label, Step.SMALL)) + 1 for one in totals
    ]
