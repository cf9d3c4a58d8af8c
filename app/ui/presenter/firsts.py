"""The first three of each category: its name on one line, they on the next."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.formats import Money
from app.i18n import _, ngettext
from app.queries.scoreboard import Category, Leader, Leaders
from app.ui.kit import brush
from app.ui.presenter.canvas import Canvas, Step
from app.ui.scoreboard.categories import category_word
from app.ui.theme import tokens
from app.ui.typeface import Weight

_TOP = 180.0
_BLOCK = 116.0
_HEAD = 50.0
_PLACES = 3
_BETWEEN = 40.0


def paint_firsts(canvas: Canvas, leaders: Sequence[Leaders], money: Money) -> None:
    """Draw every category, whether or not anybody leads in it."""
    for number, one in enumerate(leaders):
        top = _TOP + number * _BLOCK
        if number:
            canvas.rule(canvas.left, canvas.right, top, tokens().line)
        _paint_head(canvas, QRectF(canvas.left, top + 6, canvas.right - canvas.left, _HEAD), one)
        if not one.places:
            line = QRectF(canvas.left, top + _HEAD, canvas.right - canvas.left, _BLOCK - _HEAD - 8)
            canvas.write(line, nobody_words(one.category), ink=tokens().muted)
        each = (canvas.right - canvas.left + _BETWEEN) / _PLACES
        for place, leader in enumerate(one.places[:_PLACES]):
            x = canvas.left + place * each
            cell = QRectF(x, top + _HEAD, each - _BETWEEN, _BLOCK - _HEAD - 8)
            _paint_leader(canvas, cell, leader, worth(one.category, leader, money))


def worth(category: Category, leader: Leader, money: Money) -> str:
    """Return what somebody leads with, as it is written."""
    if category is Category.CLOSED_BUSINESS:
        return money.whole(leader.value)
    return str(leader.value)


def more_words(leaders: Leaders) -> str:
    """Return how many share a rank beyond those shown."""
    rest = len(leaders.places) - _PLACES
    return ngettext("and {n} more", "and {n} more", rest) if rest > 0 else ""


def nobody_words(category: Category) -> str:
    """Return what is said where nobody leads."""
    if category is Category.CLOSED_BUSINESS:
        return _("too few thankers to show anybody")
    return _("nobody yet")


def _paint_head(canvas: Canvas, line: QRectF, one: Leaders) -> None:
    width = canvas.write(line, category_word(one.category), ink=tokens().muted)
    beside = line.adjusted(width + _BETWEEN, 0, 0, 0)
    canvas.write(beside, more_words(one), ink=tokens().muted, align=brush.RIGHT)


def _paint_leader(canvas: Canvas, cell: QRectF, leader: Leader, figure: str) -> None:
    first = leader.rank == 1
    weight = Weight.SEMIBOLD if first else Weight.REGULAR
    ink = tokens().text if first else tokens().muted
    canvas.write(cell, str(leader.rank), weight=weight, ink=ink)
    width = canvas.write(
        cell, figure, size=Step.NAME, weight=Weight.SEMIBOLD, ink=tokens().accent,
        align=brush.RIGHT,
    )  # fmt: skip
    room = cell.adjusted(34, 0, -width - 16, 0)
    canvas.write(room, leader.name, size=Step.NAME, weight=weight, least=Step.SMALL)
