"""The rows of a table that are seen, drawn in one go: hairlines, no grid, figures at the right.

Qt would ask a delegate cell by cell, and its style about each before that; for the hundred cells of
a screen this is most of what a jump in a long list costs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTableView

from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.tables.columns import PLAIN, Align, Column, Look
from app.ui.tables.header import PADDING
from app.ui.tables.model import TableModel
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

ROW = 32
_SIGN = 16
_ALIGNED = {Align.LEFT: brush.LEFT, Align.RIGHT: brush.RIGHT, Align.CENTRE: brush.CENTRE}


@dataclass(frozen=True, slots=True)
class _Lane:
    """Where a column stands on the screen."""

    number: int
    column: Column[Any]
    left: int
    width: int

    def inside(self, top: int) -> QRectF:
        """Return where the words of a cell stand, the hairline and the padding left out."""
        return QRectF(self.left + PADDING, top, self.width - 2 * PADDING, ROW - 1)


class RowPainter:
    """Draws the rows of one table; knows the row the mouse is over."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self.hovered = -1

    def paint(self, model: TableModel[Any], seen: QRect) -> None:
        """Draw all cells of which something is to be seen anew."""
        painter = QPainter(self._table.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        lanes = self._lanes(model.columns, seen)
        if not lanes:
            return
        focus = self._focused()
        for number in self._numbers(seen):
            top = self._table.rowViewportPosition(number)
            self._paint_ground(painter, lanes, top, number)
            row = model.row(number)
            if row is model.blank:
                continue
            for lane in lanes:
                _paint_cell(painter, lane.inside(top), lane.column, row)
                if focus == (number, lane.number) and lane.column.edit is not None:
                    _paint_ring(painter, lane, top)

    def _lanes(self, columns: Sequence[Column[Any]], seen: QRect) -> list[_Lane]:
        table = self._table
        lanes = (
            _Lane(place, column, table.columnViewportPosition(place), table.columnWidth(place))
            for place, column in enumerate(columns)
            if not table.isColumnHidden(place)
        )
        return [
            one for one in lanes if one.left <= seen.right() and one.left + one.width >= seen.left()
        ]

    def _numbers(self, seen: QRect) -> range:
        first, last = self._table.rowAt(seen.top()), self._table.rowAt(seen.bottom())
        count = self._table.model().rowCount()
        return range(count if first < 0 else first, count if last < 0 else last + 1)

    def _focused(self) -> tuple[int, int]:
        """Return the row and column that keys go to; (-1, -1) where they go elsewhere."""
        table = self._table
        if not (table.hasFocus() or table.viewport().hasFocus()):
            return -1, -1
        index = table.currentIndex()
        return index.row(), index.column()

    def _paint_ground(
        self, painter: QPainter, lanes: Sequence[_Lane], top: int, number: int
    ) -> None:
        shades = tokens()
        left = min(one.left for one in lanes)
        width = max(one.left + one.width for one in lanes) - left
        chosen = self._table.selectionModel().isSelected(self._table.model().index(number, 0))
        if chosen or number == self.hovered:
            painter.fillRect(
                left, top, width, ROW, QColor(shades.selected if chosen else shades.hover)
            )
        painter.fillRect(left, top + ROW - 1, width + 1, 1, QColor(shades.line))


def _paint_cell(painter: QPainter, inside: QRectF, column: Column[Any], row: Any) -> None:  # noqa: ANN401
    if column.paint is not None:
        painter.save()
        column.paint(painter, inside, row)
        painter.restore()
        return
    words = column.text(row)
    look = PLAIN if column.look is None else column.look(row)
    if words or look.icon:
        paint_words(painter, inside, words, look, column.align)


def _paint_ring(painter: QPainter, lane: _Lane, top: int) -> None:
    painter.save()
    brush.ring(painter, QRectF(lane.left, top + 1, lane.width - 1, ROW - 3), 4)
    painter.restore()


def width_of(column: Column[Any], row: Any) -> int:  # noqa: ANN401
    """Return how wide a cell must be to be read whole; one that draws itself says what it wants."""
    words = column.text(row)
    look = PLAIN if column.look is None else column.look(row)
    weight = Weight.SEMIBOLD if look.bold else Weight.REGULAR
    wide = typeface.metrics(Size.BODY, weight).horizontalAdvance(words)
    whole = ceil(wide + (_SIGN + 6 if look.icon else 0)) + 2 * PADDING
    return whole if column.paint is None else max(whole, column.width)


def paint_words(painter: QPainter, area: QRectF, words: str, look: Look, align: Align) -> None:
    """Write the words of a cell as it looks, behind its icon."""
    ink: str = getattr(tokens(), look.tone.value)
    font = typeface.font(Size.BODY, Weight.SEMIBOLD if look.bold else Weight.REGULAR)
    if look.icon:
        wide = typeface.metrics(Size.BODY, Weight.SEMIBOLD).horizontalAdvance(words) + _SIGN + 6
        left = area.left()
        if align is Align.RIGHT:
            left = max(left, area.right() - wide)
        icons.paint(
            painter, QRectF(left, area.top(), _SIGN, area.height()), look.icon, ink, size=_SIGN
        )
        area = QRectF(left + _SIGN + 6, area.top(), area.right() - left - _SIGN - 6, area.height())
    cut = Qt.TextElideMode.ElideMiddle if look.both_ends else Qt.TextElideMode.ElideRight
    brush.text(painter, area, words, font=font, colour=ink, align=_ALIGNED[align], cut=cut)
