"""The four steps of a meeting's week, and which of them is next."""

from enum import IntEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_DISC = 18.0
_GAP = 10.0


class WeekStep(IntEnum):
    """What is to be done next for a meeting."""

    PREPARE = 0
    RECORD = 1
    COMPLETE = 2
    PRINT = 3


def step_words() -> tuple[str, ...]:
    """Return the names of the steps, in their order."""
    return (_("Prepare"), _("Record"), _("Complete"), _("Print"))


class Steps(QWidget):
    """Shows the steps in a row, the next one filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = WeekStep.PREPARE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(WeekStep.PREPARE)

    def show_step(self, step: WeekStep) -> None:
        """Mark another step as the next one."""
        self._step = step
        self.setAccessibleName(_("Next step: {step}").format(step=step_words()[step]))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 22)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = [self._width(index) for index in range(len(step_words()))]
        between = (self.width() * 0.85 - sum(wide)) / (len(wide) - 1)
        left = 0.0
        for index, width in enumerate(wide):
            self._paint_step(painter, left, index)
            left += width
            if index < len(wide) - 1:
                middle = self.height() // 2
                brush.rule(painter, left + 12, left + max(between, 24) - 12, middle)
            left += max(between, 24)

    def _width(self, index: int) -> float:
        measures = typeface.metrics(Size.BODY, self._weight(index))
        return _DISC + _GAP + measures.horizontalAdvance(step_words()[index])

    def _weight(self, index: int) -> Weight:
        return Weight.SEMIBOLD if index == self._step else Weight.REGULAR

    def _paint_step(self, painter: QPainter, left: float, index: int) -> None:
        shades = tokens()
        disc = QRectF(left, (self.height() - _DISC) / 2, _DISC, _DISC)
        current, past = index == self._step, index < self._step
        fill = shades.accent if current else None
        line = None if current else shades.muted
        brush.panel(painter, disc, fill=fill, line=line, radius=_DISC / 2)
        sign = "✓" if past else str(index + 1)
        ink = shades.on_accent if current else shades.muted
        font = typeface.font(Size.LABEL, Weight.SEMIBOLD)
        brush.text(painter, disc, sign, font=font, colour=ink, align=brush.CENTRE)
        words = QRectF(disc.right() + _GAP, 0, self._width(index), self.height())
        brush.text(
            painter,
            words,
            step_words()[index],
            font=typeface.font(Size.BODY, self._weight(index)),
            colour=shades.text if current else shades.muted,
        )
