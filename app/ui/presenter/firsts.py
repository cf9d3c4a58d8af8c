"""The first three of each category: its name on one line, they on the next."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.formats import Money
from app.i18n import _, ngettext
from app.queries.scoreboard import Category, Leader, Leaders
from app.ui.kit import brush
from app.ui.presenter.canvas import Canvas, Step, wide
from app.ui.scoreboard.categories import category_word
from app.ui.theme import tokens
from app.ui.typeface import Weight

_TOP = 180.0
_BLOCK = 116.0
_HEAD = 50.0
_PLACES = 3
_BETWEEN = 40.0
_RANK = 34.0
_AIR = 16.0
_LEAST_NAME = 190.0


def paint_firsts(
    canvas: Canvas, leaders: Sequence[Leaders], money: Money, *, some_withheld: bool
) -> None:
    """Draw every category, whether or not anybody leads in it."""
    for number, one in enumerate(leaders):
        columns = _columns(canvas, one, money)
        top = _TOP + number * _BLOCK
        if number:
            canvas.rule(canvas.left, canvas.right, top, tokens().line)
        head = QRectF(canvas.left, top + 6, canvas.right - canvas.left, _HEAD)
        _paint_head(canvas, head, one, len(one.places) - columns)
        if not one.places:
            line = QRectF(canvas.left, top + _HEAD, canvas.right - canvas.left, _BLOCK - _HEAD - 8)
            words = nobody_words(one.category, some_withheld=some_withheld)
            canvas.write(line, words, ink=tokens().muted)
        each = (canvas.right - canvas.left + _BETWEEN) / columns
        for place, leader in enumerate(one.places[:columns]):
            x = canvas.left + place * each
            cell = QRectF(x, top + _HEAD, each - _BETWEEN, _BLOCK - _HEAD - 8)
            _paint_leader(canvas, cell, leader, worth(one.category, leader, money))


def worth(category: Category, leader: Leader, money: Money) -> str:
    """Return what somebody leads with, as it is written."""
    if category is Category.CLOSED_BUSINESS:
        return money.whole(leader.value)
    return str(leader.value)


def nobody_words(category: Category, *, some_withheld: bool) -> str:
    """Return what is said where nobody leads."""
    if category is Category.CLOSED_BUSINESS and some_withheld:
        return _("too few thankers to show anybody")
    return _("nobody yet")


def _columns(canvas: Canvas, one: Leaders, money: Money) -> int:
    """Return how many fit side by side: two where large amounts leave no room for names."""
    each = (canvas.right - canvas.left + _BETWEEN) / _PLACES - _BETWEEN
    for leader in one.places[:_PLACES]:
        figure = wide(worth(one.category, leader, money), Step.NAME, Weight.SEMIBOLD)
        name = wide(leader.name, Step.SMALL, Weight.SEMIBOLD)
        if each - figure - _RANK - _AIR < min(name, _LEAST_NAME):
            return _PLACES - 1
    return _PLACES


def _paint_head(canvas: Canvas, line: QRectF, one: Leaders, more: int) -> None:
    width = canvas.write(line, category_word(one.category), ink=tokens().muted)
    if more > 0:
        words = ngettext("and {n} more", "and {n} more", more)
        beside = line.adjusted(width + _BETWEEN, 0, 0, 0)
        canvas.write(beside, words, ink=tokens().muted, align=brush.RIGHT)


def _paint_leader(canvas: Canvas, cell: QRectF, leader: Leader, figure: str) -> None:
    first = leader.rank == 1
    weight = Weight.SEMIBOLD if first else Weight.REGULAR
    ink = tokens().text if first else tokens().muted
    canvas.write(cell, str(leader.rank), weight=weight, ink=ink)
    width = canvas.write(
        cell, figure, size=Step.NAME, weight=Weight.SEMIBOLD, ink=tokens().accent,
        align=brush.RIGHT,
    )  # fmt: skip
    room = cell.adjusted(_RANK, 0, -width - _AIR, 0)
    canvas.write(room, leader.name, size=Step.NAME, weight=weight, least=Step.SMALL)
