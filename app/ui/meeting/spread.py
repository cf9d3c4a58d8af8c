"""Roll and slips beside each other, or one below the other where the window is narrow."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.meeting.roll import Roll
from app.ui.meeting.slip_line import HEIGHT as LINE_HEIGHT
from app.ui.meeting.slip_line import SlipLine
from app.ui.meeting.slip_panel import SlipPanel

_LEFT, _TOP, _RIGHT, _BOTTOM = 31, 16, 32, 15
_GAP = 24
_BETWEEN = 16
_NARROW = 860
_ROLL_SHARE = 488 / 992
_WIDEST_ROLL = 720
_LOW_SLIPS = 420


class Spread(QWidget):
    """Places the three parts; the list of offers lies over all of them."""

    def __init__(self, roll: Roll, line: SlipLine, slips: SlipPanel) -> None:
        super().__init__()
        self._roll, self._line, self._slips = roll, line, slips
        for part in (roll, line, slips, line.offers):
            part.setParent(self)
        line.offers.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def arrange(self) -> None:
        """Place the parts again, such as when the roll has grown."""
        width = self.width() - _LEFT - _RIGHT
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
        height = self.height() - _TOP - _BOTTOM
        roll = min(round((width - _GAP) * _ROLL_SHARE), _WIDEST_ROLL)
        self._roll.setGeometry(_LEFT, _TOP, roll, height)
        left = _LEFT + roll + _GAP
        rest = width - roll - _GAP
        self._line.setGeometry(left, _TOP, rest, LINE_HEIGHT)
        top = _TOP + LINE_HEIGHT + _BETWEEN
        self._slips.setGeometry(left, top, rest, height - LINE_HEIGHT - _BETWEEN)

    def _stack(self, width: int) -> None:
        self._line.setGeometry(_LEFT, _TOP, width, LINE_HEIGHT)
        top = _TOP + LINE_HEIGHT + _BETWEEN
        self._roll.setGeometry(_LEFT, top, width, self._roll.natural_height())
        top += self._roll.natural_height() + _BETWEEN
        self._slips.setGeometry(_LEFT, top, width, _LOW_SLIPS)
        self.setMinimumHeight(top + _LOW_SLIPS + _BOTTOM)
