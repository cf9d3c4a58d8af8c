"""The podium, drawn: names above their steps, figures on them, ranks below the floor."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from app.i18n import _, ngettext
from app.ui.kit import brush
from app.ui.presenter.canvas import LINE, Canvas, Step, wide
from app.ui.presenter.steps import COLUMNS, PodiumStep
from app.ui.theme import mix, tokens
from app.ui.typeface import Weight

_CEILING = 184.0
_FLOOR = 516.0
_RANK_HEIGHT = 62.0
_GAP = 12.0
_ROW = 42.0
_TWO_LINES = 74.0
_AIR = 10.0
_HEIGHTS = {1: 236.0, 2: 158.0, 3: 112.0}
_LEAST = {1: 136.0, 2: 108.0, 3: 88.0}
_TALL = 150.0


def paint_podium(canvas: Canvas, left: float, right: float, steps: Sequence[PodiumStep]) -> None:
    """Draw steps between two edges, with the floor they stand on."""
    column = (right - left - _GAP * (COLUMNS - 1)) / COLUMNS
    for step in steps:
        x = left + step.column * (column + _GAP)
        across = step.columns * (column + _GAP) - _GAP
        lines = _lines(step, column)
        block = QRectF(x, 0, across, _height(step, lines))
        block.moveBottom(_FLOOR)
        _paint_block(canvas, block, step)
        _paint_names(canvas, block, step, lines)
        _paint_rank(canvas, block, step)
    canvas.rule(left, right, _FLOOR)


def ordinal(rank: int) -> str:
    """Return how the first three ranks are called."""
    return {1: _("1st"), 2: _("2nd"), 3: _("3rd")}[rank]


def _paint_block(canvas: Canvas, block: QRectF, step: PodiumStep) -> None:
    shades = tokens()
    first = step.rank == 1
    fill = QColor(shades.accent) if first else mix(shades.accent, shades.window, 0.16)
    canvas.painter.fillRect(block, fill)
    canvas.write(
        block.adjusted(8, 0, -8, 0),
        str(step.value),
        size=Step.FIRST if first and block.height() >= _TALL else Step.FIGURE,
        weight=Weight.BOLD,
        ink=shades.on_accent if first else shades.accent,
        align=brush.CENTRE,
        least=Step.TITLE,
    )


def _paint_rank(canvas: Canvas, block: QRectF, step: PodiumStep) -> None:
    area = QRectF(block.left(), _FLOOR + LINE, block.width(), _RANK_HEIGHT - LINE)
    first = step.rank == 1
    canvas.write(
        area,
        ordinal(step.rank),
        weight=Weight.SEMIBOLD if first else Weight.REGULAR,
        ink=tokens().text if first else tokens().muted,
        align=brush.CENTRE,
    )


def _paint_names(canvas: Canvas, block: QRectF, step: PodiumStep, lines: Sequence[str]) -> None:
    if len(lines) > 1:
        for place, words in enumerate(reversed(lines), 1):
            bottom = block.top() - _AIR + 4 - (place - 1) * (_TWO_LINES / 2)
            area = QRectF(block.left(), bottom - _TWO_LINES / 2, block.width(), _TWO_LINES / 2)
            _name(canvas, area, words, Step.SMALL)
        return
    cells = [*step.names]
    if step.more:
        cells.append(ngettext("and {n} more", "and {n} more", step.more))
    column = block.width() / step.columns
    top = block.top() - _AIR - step.rows * _ROW
    for place, words in enumerate(cells):
        row, across = divmod(place, step.columns)
        in_row = min(step.columns, len(cells) - row * step.columns)
        shift = (step.columns - in_row) * column / 2
        area = QRectF(block.left() + shift + across * column, top + row * _ROW, column, _ROW)
        inset = 8 if step.columns > 1 else 0
        _name(canvas, area.adjusted(inset, 0, -inset, 0), words, Step.NAME)


def _name(canvas: Canvas, area: QRectF, words: str, size: Step) -> None:
    canvas.write(
        area.adjusted(2, 0, -2, 0),
        words,
        size=size,
        weight=Weight.SEMIBOLD,
        align=brush.CENTRE,
        least=Step.SMALL,
    )


def _lines(step: PodiumStep, column: float) -> tuple[str, ...]:
    """Return a lonely name in two lines where it does not fit into one."""
    if len(step.names) != 1 or step.more:
        return ()
    name = " ".join(step.names[0].split())
    if wide(name, Step.SMALL, Weight.SEMIBOLD) <= column - 4 or " " not in name:
        return ()
    gaps = [place for place, letter in enumerate(name) if letter == " "]
    best = min(gaps, key=lambda gap: _widest(name[:gap], name[gap + 1 :]))
    return name[:best], name[best + 1 :]


def _widest(*lines: str) -> float:
    return max(wide(one, Step.SMALL, Weight.SEMIBOLD) for one in lines)


def _height(step: PodiumStep, lines: Sequence[str]) -> float:
    """Return how high a step is: less than usual where many names stand above it."""
    above = _TWO_LINES if lines else step.rows * _ROW
    free = _FLOOR - _CEILING - above - _AIR
    return max(_LEAST[step.rank], min(_HEIGHTS[step.rank], free))
