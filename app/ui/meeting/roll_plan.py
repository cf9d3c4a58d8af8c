"""Where each seat of the roll lies: columns of whole fives, rows as high as the room allows."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize

TALLEST, LOWEST = 26, 22
FIFTH = 5
PADDING = 4
GAP = 24
_SIDE = 16
MANY = 40
THREE_COLUMNS = 600


@dataclass(frozen=True, slots=True)
class Plan:
    """The lay-out of so many seats; lengths in pixels."""

    seats: int
    columns: int
    rows: int
    row_height: int
    column_width: int

    @property
    def height(self) -> int:
        """How high all rows are together."""
        return self.rows * self.row_height + 2 * PADDING

    def left(self, column: int) -> int:
        """Return where a column begins."""
        return _SIDE + column * (self.column_width + GAP)

    def area(self, place: int) -> QRectF:
        """Return where a seat is drawn, by its place from 0."""
        column, row = divmod(place, self.rows)
        top = PADDING + row * self.row_height
        return QRectF(self.left(column), top, self.column_width, self.row_height)

    def place_at(self, point: QPointF) -> int | None:
        """Return which seat lies at a point."""
        row = int(point.y() - PADDING) // self.row_height
        column = int(point.x() - _SIDE + GAP / 2) // (self.column_width + GAP)
        place = column * self.rows + row
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return place if inside and place < self.seats else None


def plan(seats: int, room: QSize) -> Plan:
    """Return the best lay-out for a room; what does not fit in height has to be scrolled."""
    columns = 3 if seats > MANY and room.width() >= THREE_COLUMNS else 2
    rows = max(-(-seats // (columns * FIFTH)) * FIFTH, FIFTH)
    fits = (room.height() - 2 * PADDING) // rows
    width = (room.width() - 2 * _SIDE - (columns - 1) * GAP) // columns
    return Plan(seats, columns, rows, max(LOWEST, min(TALLEST, fits)), width)
