"""How the command palette lists what it found."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.ui import icons, typeface
from app.ui.frame.finds import Find, Head
from app.ui.kit import brush, keycap
from app.ui.theme import mix, tokens
from app.ui.typeface import Size, Weight

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW = 40
_HEAD = 34
_FIRST_HEAD = 36
_END = 10


class FindModel(QAbstractListModel):
    """The lines of the palette; heads can't be chosen."""

    _lines: Sequence[Head | Find] = ()

    def show_lines(self, lines: Sequence[Head | Find]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def find_at(self, row: int) -> Find | None:
        """Return the find in a row, or None for a head or nothing."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Find) else None

    def line(self, row: int) -> Head | Find:
        """Return whatever stands in a row."""
        return self._lines[row]

    def next_find(self, row: int, step: int) -> int:
        """Return the next row that can be chosen, going round at the ends; -1 for none."""
        count = len(self._lines)
        for _turn in range(count):
            row = (row + step) % count
            if self.find_at(row) is not None:
                return row
        return -1

    def height(self) -> int:
        """Return how high all lines are together, in pixels."""
        return sum(self.height_of(row) for row in range(len(self._lines)))

    def height_of(self, row: int) -> int:
        """Return how high one line is drawn."""
        extra = _END if row == len(self._lines) - 1 else 0
        if isinstance(self._lines[row], Find):
            return _ROW + extra
        return (_FIRST_HEAD if row == 0 else _HEAD) + extra

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            return self._lines[index.row()].text
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.find_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FindDelegate(QStyledItemDelegate):
    """Draws heads and finds, the letters that were found in the accent."""

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        height = model.height_of(index.row()) if isinstance(model, FindModel) else _ROW
        return QSize(0, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, FindModel):
            return
        line = model.line(index.row())
        area = QRectF(option.rect)
        if isinstance(line, Head):
            _paint_head(painter, area.adjusted(19, _top_gap(index.row()), -19, 0), line.text)
            return
        area.setHeight(_ROW)
        # The scroll bar's place is the margin at the right.
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_find(painter, area.adjusted(7, 0, 0, 0), line, chosen=chosen)


def _top_gap(row: int) -> int:
    return 8 if row == 0 else 6


def _paint_head(painter: QPainter, area: QRectF, words: str) -> None:
    font = typeface.font(Size.LABEL, Weight.SEMIBOLD)
    area.setHeight(28)
    brush.text(painter, area, words, font=font, colour=tokens().muted)


def _paint_find(painter: QPainter, area: QRectF, found: Find, *, chosen: bool) -> None:
    shades = tokens()
    if chosen:
        brush.panel(painter, area, fill=mix(shades.accent, shades.raised, 0.18))
        bar = QRectF(area.left(), area.top() + 8, 3, area.height() - 16)
        painter.fillRect(bar, QColor(shades.accent))
    sign = shades.accent if chosen else shades.muted
    box = QRectF(area.left() + 12, area.top(), icons.GRID, area.height())
    icons.paint(painter, box, found.icon or "chevron-right", sign)
    right = area.right() - 12
    keys = "Enter" if chosen and not found.key else found.key
    if keys:
        right = keycap.paint_all(painter, right, area.center().y(), keys) - 12
    left = _paint_words(painter, area, found, right)
    font = typeface.font(Size.LABEL, Weight.MEDIUM)
    room = QRectF(left + 10, area.top(), right - left - 10, area.height())
    brush.text(painter, room, found.hint, font=font, colour=shades.muted)


def _paint_words(painter: QPainter, area: QRectF, found: Find, right: float) -> float:
    """Write the text, found letters bold in the accent; return where it ends."""
    left = area.left() + 44
    for words, hit in _runs(found):
        font = typeface.font(Size.BODY, Weight.BOLD if hit else Weight.MEDIUM)
        font = brush.lettering(found.text, font)
        room = QRectF(left, area.top(), right - left, area.height())
        shade = tokens().accent if hit else tokens().text
        shown = QFontMetricsF(font).elidedText(
            words, Qt.TextElideMode.ElideRight, room.width() + 0.5
        )
        painter.setFont(font)
        painter.setPen(QColor(shade))
        painter.drawText(room, int(brush.LEFT) | Qt.TextFlag.TextSingleLine.value, shown)
        left += QFontMetricsF(font).horizontalAdvance(shown)
    return left


def _runs(found: Find) -> list[tuple[str, bool]]:
    """Cut a text where found and other letters meet; spaces between found ones belong to them."""
    runs: list[tuple[str, bool]] = []
    for place, letter in enumerate(found.text):
        hit = place in found.places
        if runs and runs[-1][1] == hit:
            runs[-1] = (runs[-1][0] + letter, hit)
        else:
            runs.append((letter, hit))
    return runs
