"""The sheet of the roll: counts above, all seats, keys below; finding and naming in place."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.meeting import MeetingSheet, RollRow
from app.rules.attendance import Attendance
from app.rules.matching import Crowd, Known
from app.ui.kit import brush
from app.ui.meeting.inline_field import InlineField
from app.ui.meeting.key_hint import KeyHint, KeyRow
from app.ui.meeting.roll_grid import RollGrid
from app.ui.meeting.roll_head import RollHead
from app.ui.meeting.roll_seat import name_area
from app.ui.meeting.words import mark_name
from app.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOOT = 32


class Roll(QWidget):
    """Everything about attendance.

    Signals:
        marked: A seat was marked: the RollRow, the Attendance, the substitute's name.
        cleared: The mark of a RollRow is to be taken away.
        rest_present: Everyone still blank is present.
        remark_wanted: A remark beside the mark of a RollRow is to be entered.
    """

    marked = Signal(object, object, str)
    cleared = Signal(object)
    rest_present = Signal()
    remark_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[RollRow] = ()
        self._found: list[int] = []
        self._named: RollRow | None = None
        self.head = RollHead()
        self.grid = RollGrid()
        self._scroll = QScrollArea()
        self._naming = InlineField(name=_("Name of the substitute"), parent=self.grid)
        self._naming.setPlaceholderText(_("who came instead?"))
        self._naming.hide()
        self._finding = InlineField(name=_("Find a name on the roll"), icon="search")
        self._finding.setPlaceholderText(_("name, initials or seat; Enter goes there"))
        self._foot = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show the roll of a meeting as it is stored."""
        self._rows = sheet.roll
        self.head.show_sheet(sheet)
        self.grid.show_rows(sheet.roll)

    @property
    def seats(self) -> int:
        """How many seats there are."""
        return len(self._rows)

    def natural_height(self) -> int:
        """Return how high the sheet is with every seat in view."""
        return self.head.height() + self.grid.height() + _FOOT + 2

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        brush.panel(painter, QRectF(self.rect()), fill=shades.surface, line=shades.line)
        brush.rule(painter, 1, self.width() - 1, self.height() - _FOOT)

    def _lay_out(self) -> None:
        self._scroll.setWidget(self.grid)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self.grid.setAutoFillBackground(False)
        self._foot.setFixedHeight(_FOOT)
        finding = QWidget()
        found = QHBoxLayout(finding)
        found.setContentsMargins(8, 1, 8, 1)
        found.addWidget(self._finding)
        self._finding.setMinimumHeight(0)
        self._foot.addWidget(self._keys())
        self._foot.addWidget(finding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot)

    def _keys(self) -> QWidget:
        marks = [KeyHint(mark.value, name=mark_name(mark)) for mark in Attendance]
        marks[-1] = KeyHint("S", _("mark"), name=mark_name(Attendance.SUBSTITUTE))
        for hint, mark in zip(marks, Attendance, strict=True):
            hint.clicked.connect(partial(self._on_hint, mark))
        space = KeyHint(_("Space"), _("present"))
        rest = KeyHint("E", _("the rest"), name=_("Everyone still blank is present"))
        find = KeyHint("/", _("find"))
        clear = KeyHint("Backspace", _("clear"), name=_("Take the mark away"))
        space.clicked.connect(partial(self._on_hint, Attendance.PRESENT))
        rest.clicked.connect(self.rest_present)
        find.clicked.connect(self._on_find)
        clear.clicked.connect(self.grid.clear)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(
            KeyRow([*marks, space, rest, find, clear], [2, 2, 2, 2, 11, 11, 11, 11, 0])
        )
        return row

    def _connect(self) -> None:
        self.grid.marked.connect(self._on_marked)
        self.grid.cleared.connect(self.cleared)
        self.grid.rest_present.connect(self.rest_present)
        self.grid.naming.connect(self._on_naming)
        self.grid.find_wanted.connect(self._on_find)
        self.grid.menu_wanted.connect(self._on_menu)
        self.grid.current_moved.connect(self._on_moved)
        self._naming.entered.connect(self._on_named)
        self._naming.left.connect(self._stop_naming)
        self._naming.editingFinished.connect(self._on_name_left)
        self._finding.textChanged.connect(self._on_find_typed)
        self._finding.entered.connect(self._stop_finding)
        self._finding.left.connect(self._stop_finding)
        self._finding.stepped.connect(self._next_found)
        self._finding.editingFinished.connect(self._on_find_left)

    def _fit(self) -> None:
        self.grid.fit(QSize(self.width(), self._scroll.height()))  # the bar lies over the margin

    @Slot(object, object)
    def _on_marked(self, row: RollRow, mark: Attendance) -> None:
        self.marked.emit(row, mark, "")

    def _on_hint(self, mark: Attendance) -> None:
        self.grid.setFocus()
        self.grid.mark(mark)

    @Slot(object)
    def _on_naming(self, row: RollRow) -> None:
        """Open the entry of the substitute's name over the seat."""
        self._named = row
        self._naming.setText(row.substitute)
        area = self.grid.area_of(row)
        self._naming.setGeometry(name_area(QRectF(area)).toAlignedRect().adjusted(-8, 0, 0, -1))
        self._naming.show()
        self._naming.setFocus()
        self._naming.selectAll()

    @Slot()
    def _on_named(self) -> None:
        row = self._named
        self._store_name()
        if row is not None:
            self.grid.go_to(row.number)

    @Slot()
    def _on_name_left(self) -> None:
        if not self._naming.hasFocus():
            self._store_name()

    def _store_name(self) -> None:
        row, name = self._named, self._naming.text().strip()
        self._stop_naming()
        if row is not None:
            self.marked.emit(row, Attendance.SUBSTITUTE, name)

    @Slot()
    def _stop_naming(self) -> None:
        self._named = None
        had_focus = self._naming.hasFocus()
        self._naming.hide()
        if had_focus:
            self.grid.setFocus()

    @Slot()
    def _on_find(self) -> None:
        self._finding.clear()
        self._foot.setCurrentIndex(1)
        self._finding.setFocus()
        self.grid.seek(on=True)

    @Slot(str)
    def _on_find_typed(self, words: str) -> None:
        people = [Known(row.person_id, row.name, seat=row.number) for row in self._rows]
        self._found = [(one.seat or 1) - 1 for one in Crowd(people).offer(words.strip())]
        if self._found:
            self.grid.go_to(self._found[0])
        self._finding.mark_wrong(wrong=bool(words.strip()) and not self._found)

    @Slot(int)
    def _next_found(self, step: int) -> None:
        row = self.grid.current
        if row is None or not self._found:
            return
        place = self._found.index(row.number - 1) if row.number - 1 in self._found else 0
        self.grid.go_to(self._found[(place + step) % len(self._found)])

    @Slot()
    def _stop_finding(self) -> None:
        self._foot.setCurrentIndex(0)
        self.grid.setFocus()

    @Slot()
    def _on_find_left(self) -> None:
        if not self._finding.hasFocus():
            self._foot.setCurrentIndex(0)
            self.grid.seek(on=False)

    @Slot(QRect)
    def _on_moved(self, area: QRect) -> None:
        middle = area.center()
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, area.height() * 2)

    @Slot(object, QPoint)
    def _on_menu(self, row: RollRow, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for mark in Attendance:
            entry = menu.addAction(f"{mark.value}   {mark_name(mark)}")
            entry.setCheckable(True)
            entry.setChecked(row.attendance is mark)
            entry.triggered.connect(partial(self._on_hint, mark))
        menu.addSeparator()
        menu.addAction(_("Take the mark away")).triggered.connect(self.grid.clear)
        remark = menu.addAction(_("Remark …"))
        remark.setEnabled(row.attendance is not None)
        remark.triggered.connect(partial(self.remark_wanted.emit, row))
        menu.popup(place)
