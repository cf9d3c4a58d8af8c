"""Thanks: who visited the chapter, and who is new in it; names only."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.i18n import ngettext
from app.ui.presenter.canvas import Canvas, Step
from app.ui.theme import tokens
from app.ui.typeface import Weight

_HEAD_TOP = 188.0
_HEAD = 56.0
_TOP = 256.0
_BOTTOM = 752.0
_LARGE_ROW = 72.0
_SMALL_ROW = 54.0
_BETWEEN = 56.0
_NARROW = 250.0


@dataclass(frozen=True, slots=True)
class Thanked:
    """Some people to thank, and as what; ``nobody`` is said where there are none."""

    title: str
    names: tuple[str, ...]
    nobody: str


def paint_thanks(canvas: Canvas, groups: Sequence[Thanked]) -> None:
    """Draw groups of people beside each other, large ones twice as wide."""
    parts = [2 if len(group.names) > _rows(_LARGE_ROW) else 1 for group in groups]
    each = (canvas.right - canvas.left + _BETWEEN) / sum(parts)
    left = canvas.left
    for part, group in zip(parts, groups, strict=True):
        _paint_group(canvas, left, left + part * each - _BETWEEN, group)
        left += part * each


def _paint_group(canvas: Canvas, left: float, right: float, group: Thanked) -> None:
    head = QRectF(left, _HEAD_TOP, right - left, _HEAD)
    canvas.write(head, group.title, weight=Weight.SEMIBOLD)
    canvas.rule(left, right, head.bottom())
    if not group.names:
        area = QRectF(left, _TOP, right - left, _LARGE_ROW)
        canvas.write(area, group.nobody, ink=tokens().muted, size=Step.NAME, least=Step.SMALL)
        return
    _paint_names(canvas, left, right, group.names)


def _paint_names(canvas: Canvas, left: float, right: float, names: Sequence[str]) -> None:
    """Write the names large in one column, or smaller in as many as there is room for."""
    large = len(names) <= _rows(_LARGE_ROW)
    row, size = (_LARGE_ROW, Step.TITLE) if large else (_SMALL_ROW, Step.NAME)
    columns = min(-(-len(names) // _rows(row)), max(1, int((right - left) // _NARROW)))
    cells = list(names)
    if len(cells) > (most := _rows(row) * columns):
        rest = len(cells) - most + 1
        cells[most - 1 :] = [ngettext("and {n} more", "and {n} more", rest)]
    deep = -(-len(cells) // columns)
    across = (right - left) / columns
    for place, words in enumerate(cells):
        column, down = divmod(place, deep)
        area = QRectF(left + column * across, _TOP + down * row, across - 20, row)
        canvas.write(area, words, size=size, weight=Weight.MEDIUM, least=Step.SMALL)


def _rows(row: float) -> int:
    return int((_BOTTOM - _TOP) // row)
