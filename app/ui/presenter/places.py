"""The next places: rank, name and figure, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.i18n import ngettext
from app.queries.presenter import Giver
from app.ui.kit import brush
from app.ui.presenter.canvas import LINE, Canvas, Step, wide
from app.ui.theme import tokens
from app.ui.typeface import Weight

ROWS = 6
_TOP = 188.0
_ROW = 60.0
_AIR = 16.0
_LEAST = 24  # of names too long for the line


def paint_places(canvas: Canvas, left: float, right: float, givers: Sequence[Giver]) -> None:
    """Draw the next givers, and how many more there are where they do not fit."""
    shown = givers if len(givers) <= ROWS else givers[: ROWS - 1]
    rank_room = max((wide(str(one.rank), Step.SMALL) for one in shown), default=0) + _AIR
    for place, one in enumerate(shown):
        line = _line(left, right, place)
        _paint_giver(canvas, line, one, rank_room)
        if place < len(shown) - 1 or len(shown) < len(givers):
            canvas.rule(left, right, line.bottom(), tokens().line)
    if rest := len(givers) - len(shown):
        words = ngettext("and {n} more", "and {n} more", rest)
        line = _line(left, right, len(shown)).adjusted(rank_room, 0, 0, 0)
        canvas.write(line, words, ink=tokens().muted)


def _line(left: float, right: float, place: int) -> QRectF:
    return QRectF(left, _TOP + place * _ROW, right - left, _ROW - LINE)


def _paint_giver(canvas: Canvas, line: QRectF, one: Giver, rank_room: float) -> None:
    canvas.write(line, str(one.rank), ink=tokens().muted)
    figure = canvas.write(line, str(one.given), weight=Weight.SEMIBOLD, align=brush.RIGHT)
    room = line.adjusted(rank_room, 0, -figure - _AIR, 0)
    canvas.write(room, one.name, weight=Weight.MEDIUM, least=_LEAST)
