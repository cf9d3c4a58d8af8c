"""What a half-typed word may become, in a list under its field: words and a grey remark."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size

Index = QModelIndex | QPersistentModelIndex
_REMARK = Qt.ItemDataRole.UserRole
_MOST = 8
_ROW = 32
_LEAST_WIDTH = 260


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing the word may become, and what tells it from others of that name."""

    text: str
    remark: str = ""


class Suggestions(QCompleter):
    """Hangs under a field and shows whatever it was given last."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._offers = QStandardItemModel(self)
        self.setModel(self._offers)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST)
        self._lines = QListView()
        self._lines.setObjectName("suggestions")  # which the style sheet knows
        self._lines.setMinimumWidth(_LEAST_WIDTH)
        self._lines.setAccessibleName(field.accessibleName())
        self.setPopup(self._lines)
        self._lines.setItemDelegate(_Lines(self._lines))  # the completer has put in its own
        # Not the field's own completer, which would write what is merely pointed at into it.
        self.setWidget(field)
        self._field = field

    def offer(self, offers: Sequence[Suggestion]) -> None:
        """Show other lines, the first of them marked for Enter; none hides the list."""
        self._offers.clear()
        for one in offers:
            item = QStandardItem(one.text)
            item.setData(one.remark, _REMARK)
            self._offers.appendRow(item)
        if not offers or not self._field.hasFocus():
            self._lines.hide()
            return
        self.complete()
        self._lines.setCurrentIndex(self.completionModel().index(0, 0))


class _Lines(QStyledItemDelegate):
    """Draws the lines of the list."""

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_LEAST_WIDTH, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shades = tokens()
        area = QRectF(option.rect)
        chosen = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(area, QColor(shades.selected if chosen else shades.raised))
        inside = area.adjusted(10, 0, -10, 0)
        words = str(index.data() or "")
        used = brush.text(painter, inside, words, font=typeface.font(), colour=shades.text)
        rest = inside.adjusted(used + 12, 0, 0, 0)
        brush.text(
            painter,
            rest,
            str(index.data(_REMARK) or ""),
            font=typeface.font(Size.LABEL),
            colour=shades.muted,
            align=brush.RIGHT,
        )
