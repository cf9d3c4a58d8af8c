"""A row of small things that goes on below where it does not fit."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

GAP = 8


class FlowLayout(QLayout):
    """Lays widgets from the left and breaks into further rows, as words are.

    ``spread`` shares out the room that is left over while one row is enough.
    """

    def __init__(self, parent: QWidget | None = None, *, spread: bool = False) -> None:
        super().__init__(parent)
        self._spread = spread
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GAP)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    @override
    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, place=True)

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in shown), default=0),
            max((size.height() for size in shown), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, area: QRect, *, place: bool) -> int:
        """Put every row in its place, each thing in the middle of it; return the height of all."""
        top = area.top()
        rows = self._rows(area.width())
        gap = self._gap(rows, area.width())
        for row in rows:
            high = max(item.sizeHint().height() for item in row)
            left = area.left()
            for item in row:
                size = item.sizeHint().boundedTo(QSize(area.width(), high))
                if place:
                    at = QPoint(left, top + (high - size.height()) // 2)
                    item.setGeometry(QRect(at, size))
                left += size.width() + gap
            top += high + GAP
        return max(0, top - area.top() - GAP)

    def _gap(self, rows: list[list[QLayoutItem]], width: int) -> int:
        if not self._spread or len(rows) != 1 or len(rows[0]) == 1:
            return self.spacing()
        used = sum(item.sizeHint().width() for item in rows[0])
        return max(self.spacing(), (width - used) // (len(rows[0]) - 1))

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = min(item.sizeHint().width(), width)
            if not rows or used + self.spacing() + wide > width:
                rows.append([])
                used = -self.spacing()
            rows[-1].append(item)
            used += self.spacing() + wide
        return rows
