"""Roll and slips beside each other and the totals below; one below the other where it is narrow."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.meeting.roll import Roll
from app.ui.meeting.roll_plan import MANY, THREE_COLUMNS
from app.ui.meeting.slip_line import HEIGHT as LINE_HEIGHT
from app.ui.meeting.slip_line import SlipLine
from app.ui.meeting.slip_panel import SlipPanel
from app.ui.meeting.totals_bar import TotalsBar

_LEFT, _TOP, _RIGHT, _BOTTOM = 31, 16, 32, 15
_GAP = 24
_BETWEEN = 16
_NARROW = 860
_ROLL_SHARE = 488 / 992
_WIDEST_ROLL = 640
_LARGE_SHARE = 0.58  # of a chapter that needs three columns
_LARGE_ROLL = 660
_LOW_SLIPS = 420


class Spread(QWidget):
    """Places the parts of the page; the list of offers lies over all of them."""

    def __init__(self, roll: Roll, line: SlipLine, slips: SlipPanel, totals: TotalsBar) -> None:
        super().__init__()
        self._roll, self._line, self._slips, self._totals = roll, line, slips, totals
        for part in (roll, line, slips, totals, line.offers):
            part.setParent(self)
        line.offers.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def arrange(self) -> None:
        """Place the parts again, such as when the roll has grown."""
        width = self.width() - _LEFT - _RIGHT
        self._totals.resize(self.width(), self._totals.height())
        if self.width() < _NARROW:
            self._stack(width)
        else:
            self._set_beside(width)
        below = self._line.geometry().bottomLeft() + QPoint(0, 5)
        offers = self._line.offers
        offers.move(below)
        offers.resize(self._line.width(), offers.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _set_beside(self, width: int) -> None:
        self.setMinimumHeight(0)
        foot = self.height() - self._totals.height()
        self._totals.move(0, foot)
        height = foot - _TOP - _BOTTOM
        roll = self._roll_width(width - _GAP)
        self._roll.setGeometry(_LEFT, _TOP, roll, height)
        left = _LEFT + roll + _GAP
        rest = width - roll - _GAP
        self._line.setGeometry(left, _TOP, rest, LINE_HEIGHT)
        top = _TOP + LINE_HEIGHT + _BETWEEN
        self._slips.setGeometry(left, top, rest, height - LINE_HEIGHT - _BETWEEN)

    def _roll_width(self, room: int) -> int:
        """Return how wide the roll is; wide enough for three columns where they are needed."""
        large = min(round(room * _LARGE_SHARE), _LARGE_ROLL)
        if self._roll.seats > MANY and large >= THREE_COLUMNS:
            return large
        return min(round(room * _ROLL_SHARE), _WIDEST_ROLL)

    def _stack(self, width: int) -> None:
        self._line.setGeometry(_LEFT, _TOP, width, LINE_HEIGHT)
        top = _TOP + LINE_HEIGHT + _BETWEEN
        self._roll.setGeometry(_LEFT, top, width, self._roll.natural_height())
        top += self._roll.natural_height() + _BETWEEN
        self._slips.setGeometry(_LEFT, top, width, _LOW_SLIPS)
        top += _LOW_SLIPS + _BETWEEN
        self._totals.move(0, top)
        self.setMinimumHeight(top + self._totals.height())
