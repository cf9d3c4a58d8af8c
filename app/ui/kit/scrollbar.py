"""A scroll bar that is only seen where there is something to scroll."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QScrollBar, QWidget
from typing_extensions import override

WIDTH = 12


class QuietScrollBar(QScrollBar):
    """Keeps its place, so that nothing beside it moves, but paints only what can be moved."""

    def __init__(self, width: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._width = width

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def keep_place(area: QAbstractScrollArea, width: int = WIDTH) -> None:
    """Give an area a scroll bar that always takes its place and is never seen without need."""
    area.setVerticalScrollBar(QuietScrollBar(width, area))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


def end_with_rows(part: QWidget) -> QWidget:
    """Return a part above or below a table, as wide as the rows: without the bar's place."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, WIDTH, 0)
    layout.addWidget(part)
    return holder
