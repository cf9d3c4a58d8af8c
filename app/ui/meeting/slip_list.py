"""The slips of a meeting by kind: walk, correct, confirm and remove them in place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from app.formats import Money
from app.i18n import _
from app.queries.meeting import MeetingSheet
from app.rules.slips import SlipKind
from app.ui import icons
from app.ui.kit import brush
from app.ui.kit.label import tip
from app.ui.meeting.slip_heads import confirm_area, paint_head, spoken_head
from app.ui.meeting.slip_rows import looked_at, paint_slip, spoken
from app.ui.meeting.slip_sections import Line, lines
from app.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.queries.meeting_slips import SlipRow

SIDE = 16
_SIGN = 24
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SlipList(QWidget):
    """Heads and rows; one line is current while the list has the focus.

    Signals:
        edit_wanted: A slip shall be corrected. Carries the SlipRow.
        remove_wanted: A slip shall go. Carries the SlipRow.
        confirm_wanted: The credit of a visit is confirmed. Carries the SlipRow.
        confirm_all_wanted: Every credit of the meeting is confirmed.
        left: Esc.
        menu_wanted: What can be done with a slip was asked for: the SlipRow, the place.
        current_moved: Another line is current. Carries its rectangle.
    """

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    confirm_wanted = Signal(object)
    confirm_all_wanted = Signal()
    left = Signal()
    menu_wanted = Signal(object, QPoint)
    current_moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slips: Sequence[SlipRow] = ()
        self._lines: Sequence[Line] = ()
        self._expanded: set[SlipKind] = set()
        self._money = Money()
        self._visits_allowed: int | None = None
        self._waiting = 0
        self._current = 0
        self._edited: int | None = None
        self._hovered = -1
        self._room = QSize(504, 500)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._say_current()

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show the slips of a meeting as they are stored."""
        self._slips = sheet.slips
        self._money = sheet.money
        self._visits_allowed = sheet.visits_allowed
        self._waiting = sheet.gaps.unconfirmed
        self._arrange()

    def mark_edited(self, slip_id: int | None) -> None:
        """Show which slip is being corrected in the line, or none."""
        self._edited = slip_id
        self.update()

    def fit(self, room: QSize) -> None:
        """Take the room there is; what does not fit makes the list taller."""
        self._room = room
        self._arrange()

    @override
    def sizeHint(self) -> QSize:
        last = self._lines[-1] if self._lines else Line(0, SlipKind.REFERRAL)
        return QSize(self._room.width(), last.top + last.height + 8)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line = self._line_at(event.pos().y())
            words = self._spoken(line) if line is not None and line.slip is not None else ""
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -10,
            Qt.Key.Key_PageDown: 10,
            Qt.Key.Key_Home: -len(self._lines),
            Qt.Key.Key_End: len(self._lines),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._go_to(self._current + steps[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._lines or not self._act(key):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._go_to(self._current)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().y())
        hovered = -1 if line is None else self._lines.index(line)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().y())
        if line is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._go_to(self._lines.index(line))
        x = event.position().x()
        if line.slip is None:
            self._press_head(line, x)
        elif x > self.width() - SIDE - _SIGN:
            self.remove_wanted.emit(line.slip)
        elif line.slip.awaits_confirmation and x > self.width() * 0.8:
            self.confirm_wanted.emit(line.slip)
        else:
            self.edit_wanted.emit(line.slip)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        line = self._line_at(event.pos().y()) if mouse else self._line()
        if line is not None and line.slip is not None:
            self.menu_wanted.emit(line.slip, event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, line in enumerate(self._lines):
            area = self._area(line)
            if area.toAlignedRect().intersects(event.rect()):
                self._paint_line(painter, area, line, place)

    def _act(self, key: Qt.Key) -> bool:
        line = self._line()
        if line is None:
            return False
        if line.slip is None:
            return key in (*_ENTER, Qt.Key.Key_Space) and self._toggle(line.kind)
        if key in _ENTER:
            self.edit_wanted.emit(line.slip)
        elif key in _REMOVE:
            self.remove_wanted.emit(line.slip)
        elif key in (Qt.Key.Key_C, Qt.Key.Key_Space) and line.slip.awaits_confirmation:
            self.confirm_wanted.emit(line.slip)
        else:
            return False
        return True

    def _press_head(self, line: Line, x: float) -> None:
        if self._asks(line) and confirm_area(self._area(line), self._waiting).left() <= x:
            self.confirm_all_wanted.emit()
        else:
            self._toggle(line.kind)

    def _asks(self, line: Line) -> bool:
        return line.kind is SlipKind.VISITOR and self._waiting > 0

    def _toggle(self, kind: SlipKind) -> bool:
        self._expanded ^= {kind}
        self._arrange()
        return True

    def _arrange(self) -> None:
        current = self._line()
        kept = current.slip.slip_id if current is not None and current.slip is not None else None
        self._lines = lines(self._slips, self._room.height() - 8, self._expanded)
        for place, line in enumerate(self._lines):
            if kept is not None and line.slip is not None and line.slip.slip_id == kept:
                self._current = place
        self._current = max(0, min(self._current, len(self._lines) - 1))
        self.setFixedSize(self.sizeHint())
        self._say_current()
        self.update()

    def _go_to(self, place: int) -> None:
        self._current = max(0, min(place, len(self._lines) - 1))
        line = self._line()
        if line is not None:
            self.current_moved.emit(self._area(line).toAlignedRect())
        self._say_current()
        self.update()

    def _line(self) -> Line | None:
        return self._lines[self._current] if self._current < len(self._lines) else None

    def _line_at(self, y: float) -> Line | None:
        found = (line for line in self._lines if line.top <= y < line.top + line.height)
        return next(found, None)

    def _area(self, line: Line) -> QRectF:
        return QRectF(SIDE, line.top, self.width() - 2 * SIDE, line.height)

    def _paint_line(self, painter: QPainter, area: QRectF, line: Line, place: int) -> None:
        current = place == self._current and self.hasFocus()
        hovered = place == self._hovered
        if line.slip is None:
            paint_head(painter, area, line, self._total(line), self._waiting)
            if current:
                brush.ring(painter, area.adjusted(-6, 8, 3, 0), 4)
            return
        ground = area.adjusted(-6, 0, 3, 0)
        edited = line.slip.slip_id == self._edited
        if current or hovered or edited:
            shade = tokens().selected if current or edited else tokens().hover
            brush.panel(painter, ground, fill=shade, radius=4)
        if current:
            brush.ring(painter, ground, 4)
        look = looked_at(line.slip, self._money, self._visits_allowed)
        room = area.adjusted(0, 0, -_SIGN, 0) if hovered else area
        paint_slip(painter, room, look)
        if hovered:
            sign = QRectF(area.right() - _SIGN + 4, area.top(), _SIGN, area.height())
            icons.paint(painter, sign, "trash", tokens().muted, size=16)

    def _total(self, line: Line) -> str:
        if line.kind is not SlipKind.CLOSED_BUSINESS:
            return ""
        total = sum(slip.amount or 0 for slip in self._slips if slip.kind is line.kind)
        return self._money.whole(total)

    def _spoken(self, line: Line) -> str:
        if line.slip is None:
            return spoken_head(line)
        return spoken(line.slip, self._money, self._visits_allowed)

    def _say_current(self) -> None:
        line = self._line()
        words = _("Slips") if line is None else _("Slips: {row}").format(row=self._spoken(line))
        self.setAccessibleName(words)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
