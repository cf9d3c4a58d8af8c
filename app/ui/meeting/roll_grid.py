"""Every seat of the roll at once: one key marks a seat and goes on to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.meeting import RollRow
from app.rules.attendance import Attendance
from app.ui.kit import brush
from app.ui.kit.label import tip
from app.ui.kit.mark import WIDTH as MARK_WIDTH
from app.ui.meeting.roll_plan import FIFTH, GAP, PADDING, Plan, plan
from app.ui.meeting.roll_seat import Ground, paint_seat, spoken
from app.ui.theme import tokens

_LETTERS = {Qt.Key(ord(mark.value)): mark for mark in Attendance}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class RollGrid(QWidget):
    """The seats in columns, one of them current.

    Signals:
        marked: A mark was given: the RollRow, the Attendance.
        cleared: The mark of a RollRow was taken away.
        rest_present: Everyone still blank is present.
        naming: The name of a substitute is to be entered. Carries the RollRow.
        find_wanted: A name is looked for.
        menu_wanted: The marks were asked for by mouse: the RollRow, the place on screen.
        current_moved: Another seat is current. Carries its rectangle.
    """

    marked = Signal(object, object)
    cleared = Signal(object)
    rest_present = Signal()
    naming = Signal(object)
    find_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    current_moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[RollRow] = ()
        self._current = 0
        self._hovered = -1
        self._digits = ""
        self._sought = False
        self._room = QSize(488, 528)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._say_current()

    @property
    def current(self) -> RollRow | None:
        """The seat keys act on."""
        return self._rows[self._current] if self._current < len(self._rows) else None

    def show_rows(self, rows: Sequence[RollRow]) -> None:
        """Show the roll as it is stored."""
        self._rows = rows
        self._current = min(self._current, max(len(rows) - 1, 0))
        self._resize()
        self._say_current()
        self.update()

    def fit(self, room: QSize) -> None:
        """Take the room there is; what does not fit makes the grid taller."""
        self._room = room
        self._resize()

    def seek(self, *, on: bool) -> None:
        """Show which seat is current even while the keys go elsewhere, such as to a search."""
        self._sought = on
        self.update()

    def go_to(self, place: int) -> None:
        """Make a seat current, by its place from 0."""
        if not self._rows:
            return
        self._current = max(0, min(place, len(self._rows) - 1))
        self._say_current()
        self.current_moved.emit(self._plan().area(self._current).toAlignedRect())
        self.update()

    def go_to_first_blank(self) -> None:
        """Make the first seat without a mark current."""
        blank = (place for place, row in enumerate(self._rows) if row.attendance is None)
        self.go_to(next(blank, 0))

    def go_on(self) -> None:
        """Make the next seat current."""
        self.go_to(self._current + 1)

    def area_of(self, row: RollRow) -> QRect:
        """Return where a seat is drawn."""
        return self._plan().area(row.number - 1).toAlignedRect()

    def mark(self, mark: Attendance) -> None:
        """Mark the current seat and go on, or ask for the substitute's name."""
        row = self.current
        if row is None:
            return
        self._digits = ""
        if mark is Attendance.SUBSTITUTE:
            self.naming.emit(row)
            return
        self.marked.emit(row, mark)  # even the same again: the row may be older than the book
        self.go_on()

    def clear(self) -> None:
        """Take the mark of the current seat away."""
        row = self.current
        if row is not None:
            self.cleared.emit(row)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._room.width(), self._plan().height)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._explain(event)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = (event.modifiers() & ~_KEYPAD) in _PLAIN
        if not plain or not self._rows or not self._take(event):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._digits = ""
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place is None:
            return
        self.go_to(place)
        row = self._rows[place]
        right = event.button() == Qt.MouseButton.RightButton
        if right or event.position().x() > self._plan().area(place).right() - MARK_WIDTH - 8:
            if row.attendance is None and not right:
                self.marked.emit(row, Attendance.PRESENT)
            else:
                self.menu_wanted.emit(row, event.globalPosition().toPoint())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        hovered = -1 if place is None else place
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        laid = self._plan()
        self._paint_lines(painter, laid)
        for place, row in enumerate(self._rows):
            area = laid.area(place)
            if area.toAlignedRect().intersects(event.rect()):
                paint_seat(painter, area, row, self._ground(place))

    def _take(self, event: QKeyEvent) -> bool:
        """Act on a key; tell whether it was one of the roll's own."""
        key, typed = Qt.Key(event.key()), event.text()
        if typed.isdecimal():
            self._jump(typed)
        elif key in _LETTERS:
            self.mark(_LETTERS[key])
        elif key == Qt.Key.Key_Space:
            self.mark(Attendance.PRESENT)
        elif key == Qt.Key.Key_E:
            self.rest_present.emit()
        elif typed == "/":
            self.find_wanted.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.clear()
        else:
            return self._move(key)
        return True

    def _move(self, key: Qt.Key) -> bool:
        plan = self._plan()
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Return: 1,
            Qt.Key.Key_Enter: 1,
            Qt.Key.Key_Left: -plan.rows,
            Qt.Key.Key_Right: plan.rows,
            Qt.Key.Key_Home: -self._current,
            Qt.Key.Key_End: len(self._rows),
            Qt.Key.Key_PageUp: -FIFTH,
            Qt.Key.Key_PageDown: FIFTH,
        }
        if key not in steps:
            return False
        self._digits = ""
        self.go_to(self._current + steps[key])
        return True

    def _jump(self, digit: str) -> None:
        """Go to the seat whose number is being typed; a number too high begins a new one."""
        self._digits += digit
        if not 0 < int(self._digits) <= len(self._rows):
            self._digits = digit
        if 0 < int(self._digits) <= len(self._rows):
            self.go_to(int(self._digits) - 1)

    def _plan(self) -> Plan:
        return plan(len(self._rows), self._room)

    def _resize(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def _place_at(self, point: QPointF) -> int | None:
        return self._plan().place_at(point)

    def _paint_lines(self, painter: QPainter, laid: Plan) -> None:
        for column in range(laid.columns):
            left = laid.left(column)
            for row in range(FIFTH, laid.rows, FIFTH):
                y = PADDING + row * laid.row_height - 1
                brush.rule(painter, left, left + laid.column_width, y)
            if column and column * laid.rows < laid.seats:
                line = QRect(left - GAP // 2, 0, 1, self.height())
                painter.fillRect(line, QColor(tokens().line))

    def _ground(self, place: int) -> Ground:
        if place == self._current and (self.hasFocus() or self._sought):
            return Ground.CURRENT
        return Ground.HOVERED if place == self._hovered else Ground.PLAIN

    def _explain(self, event: QHelpEvent) -> None:
        place = self._place_at(QPointF(event.pos()))
        if place is None:
            QToolTip.hideText()
            return
        QToolTip.showText(event.globalPos(), tip(spoken(self._rows[place])), self)

    def _say_current(self) -> None:
        row = self.current
        words = _("Roll") if row is None else _("Roll: {seat}").format(seat=spoken(row))
        self.setAccessibleName(words)
        if self.hasFocus():
            change = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(change)
