"""The seating order: moving somebody by dragging the seat number."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.ui.tables import Table
from app.ui.theme import tokens

_LINE = 2


def moved(person_ids: Sequence[int], person_id: int, place: int) -> list[int]:
    """Return an order with one person at another place, counted from 0."""
    rest = [one for one in person_ids if one != person_id]
    place = max(0, min(len(rest), place))
    return [*rest[:place], person_id, *rest[place:]]


class SeatDrag(QObject):
    """Lets rows be dragged by their first column; a line shows where they would go.

    ``drop`` is told the number of the row dragged and the gap it was let go in: 0 before the
    first row. ``allowed`` tells whether the rows stand in seating order.
    """

    def __init__(
        self, table: Table, *, allowed: Callable[[], bool], drop: Callable[[int, int], object]
    ) -> None:
        super().__init__(table)
        self._table = table
        self._allowed = allowed
        self._drop = drop
        self._from: int | None = None
        self._start = QPoint()
        self._line = _Line(table.viewport())
        table.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press(event)
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            self._move(event.position().toPoint())
            return True
        elif event.type() == QEvent.Type.MouseButtonRelease and self._from is not None:
            self._release(event.position().toPoint())
        elif event.type() == QEvent.Type.MouseMove:
            self._point(event.position().toPoint())
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self._on_seat(at):
            self._from = self._table.indexAt(at).row()
            self._start = at

    def _move(self, at: QPoint) -> None:
        if not self._line.isVisible() and self._is_click(at):
            return
        self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._line.show_at(self._y(self._gap(at)), self._table.viewport().width())

    def _release(self, at: QPoint) -> None:
        row, self._from = self._from, None
        dragged = self._line.isVisible()
        self._line.hide()
        self._table.viewport().unsetCursor()
        if row is not None and dragged:
            self._drop(row, self._gap(at))

    def _point(self, at: QPoint) -> None:
        if self._on_seat(at):
            self._table.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._table.viewport().unsetCursor()

    def _on_seat(self, at: QPoint) -> bool:
        index = self._table.indexAt(at)
        return index.isValid() and index.column() == 0 and self._allowed()

    def _is_click(self, at: QPoint) -> bool:
        return (at - self._start).manhattanLength() < QApplication.startDragDistance()

    def _gap(self, at: QPoint) -> int:
        index = self._table.indexAt(QPoint(1, at.y()))
        if not index.isValid():
            return 0 if at.y() < 0 else self._table.rows().rowCount()
        middle = self._table.visualRect(index).center().y()
        return index.row() + (at.y() > middle)

    def _y(self, gap: int) -> int:
        rows = self._table.rows().rowCount()
        if gap >= rows:
            last = self._table.rows().index(rows - 1, 0)
            return self._table.visualRect(last).bottom()
        return self._table.visualRect(self._table.rows().index(gap, 0)).top()


class _Line(QWidget):
    """Where the row would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int, width: int) -> None:
        """Stand at a height of the table."""
        self.setGeometry(0, max(0, y - 1), width, _LINE)
        self.show()
        self.raise_()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens().accent))
