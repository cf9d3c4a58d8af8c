"""The foot of the meeting: six totals against those the president read aloud."""

from dataclasses import replace

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.meeting import MeetingSheet
from app.rules.slips import SlipKind
from app.rules.totals import COUNTED, UNREAD, Totals
from app.ui.kit import brush
from app.ui.meeting.total_cell import TotalCell
from app.ui.theme import tokens

HEIGHT = 72
_SHARES = (176, 152, 208, 136, 168, 176)
_NARROW = 860
_LEFT, _RIGHT = 31, 32
_BETWEEN = 20
_FIELDS = (
    "referrals", "one_to_ones", "closed_business", "visitors", "education", "testimonials",
)  # fmt: skip


class TotalsBar(QWidget):
    """The totals side by side, or in two rows where the window is narrow.

    Signals:
        read_aloud: The totals read aloud are others now. Carries Totals.
        left: The bar is done with: Esc, or a step beyond its first or last total.
    """

    read_aloud = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = UNREAD
        self.cells = tuple(TotalCell(kind, self) for kind in COUNTED)
        for cell in self.cells:
            cell.read.connect(self._on_read)
            cell.stepped.connect(self._on_stepped)
            cell.left.connect(self.left)
        self.setFocusProxy(self.cells[0])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Totals read aloud"))

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show the totals of a meeting."""
        self._read = sheet.read
        for cell in self.cells:
            entered = sheet.entered.of(cell.kind) or 0
            cell.show_total(entered, sheet.read.of(cell.kind), sheet.money)

    @override
    def sizeHint(self) -> QSize:
        return QSize(1080, HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        per_row = 3 if self.width() < _NARROW else len(self.cells)
        self.setFixedHeight(HEIGHT * (len(self.cells) // per_row) - (8 if per_row == 3 else 0))  # noqa: PLR2004  two rows of three
        room = self.width() - _LEFT - _RIGHT
        for place, cell in enumerate(self.cells):
            row, column = divmod(place, per_row)
            shares = _SHARES[row * per_row : (row + 1) * per_row]
            left = round(room * sum(shares[:column]) / sum(shares))
            end = round(room * sum(shares[: column + 1]) / sum(shares))
            last = column == per_row - 1
            width = end - left - (0 if last else _BETWEEN + 8)
            cell.setGeometry(_LEFT + left, 1 + row * (HEIGHT - 8), width, HEIGHT - 8)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        painter.fillRect(self.rect(), QColor(shades.surface))
        brush.rule(painter, 0, self.width(), 0)
        for cell in self.cells:
            if cell.x() > _LEFT:
                line = QColor(shades.line)
                painter.fillRect(cell.x() - _BETWEEN, cell.y() + 15, 1, HEIGHT - 31, line)

    @Slot(object, object)
    def _on_read(self, kind: SlipKind, figure: int | None) -> None:
        name = _FIELDS[COUNTED.index(kind)]
        self._read = _replaced(self._read, name, figure)
        self.read_aloud.emit(self._read)

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        place = next(i for i, cell in enumerate(self.cells) if cell is self.sender()) + step
        if 0 <= place < len(self.cells):
            self.cells[place].setFocus()
        else:
            self.left.emit()


def _replaced(totals: Totals, name: str, figure: int | None) -> Totals:
    return replace(totals, **{name: figure})
