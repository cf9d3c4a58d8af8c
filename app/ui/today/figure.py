"""One figure of the term with its course, the term before in grey beside it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.i18n import _
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.charts import paint_dot, paint_line, scale_of
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_HEIGHT = 160
_CHART = QRectF(140, 14, 196, 76)


class TermFigure(QWidget):
    """A name, a number, how it stands to the term before, and the line of its weeks."""

    def __init__(self, name: str, *, line_below: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._line_below = line_below
        self._figure = self._change = self._on = ""
        self._now: tuple[float, ...] = ()
        self._before: tuple[float, ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(name)

    def show_figure(
        self,
        figure: str,
        change: str,
        on: str,
        now: tuple[float, ...],
        before: tuple[float, ...],
    ) -> None:
        """Show other values; ``on`` says what the change is measured against."""
        self._figure, self._change, self._on = figure, change, on
        self._now, self._before = now, before
        self.setAccessibleDescription(" ".join(filter(None, (figure, change, on))))
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_words(painter)
        if self._now or self._before:
            chart = _CHART.translated(self.width() - 336, 0)
            self._paint_lines(painter, chart)
            self._paint_weeks(painter, chart)
        if self._line_below:
            brush.rule(painter, 0, self.width(), _HEIGHT - 1)

    def _paint_words(self, painter: QPainter) -> None:
        shades = tokens()
        label = typeface.font(Size.LABEL, Weight.MEDIUM)
        brush.text(painter, QRectF(0, 12, 138, 20), self._name, font=label, colour=shades.muted)
        figure = typeface.font(Size.FIGURE, Weight.SEMIBOLD)
        brush.text(painter, QRectF(0, 34, 138, 36), self._figure, font=figure, colour=shades.text)
        below = QRectF(0, 72, 138, 18)
        bold = typeface.font(Size.BODY, Weight.SEMIBOLD)
        wide = brush.text(painter, below, self._change, font=bold, colour=shades.text)
        rest = below.adjusted(wide + (6 if wide else 0), 0, 0, 0)
        brush.text(painter, rest, self._on, font=typeface.font(), colour=shades.muted)

    def _paint_lines(self, painter: QPainter, chart: QRectF) -> None:
        area = chart.adjusted(0, 4, 0, -4)
        scale = scale_of(self._now, self._before)
        paint_line(painter, area, self._before, scale, before=True)
        end = paint_line(painter, area, self._now, scale)
        if end is not None:
            paint_dot(painter, end)

    def _paint_weeks(self, painter: QPainter, chart: QRectF) -> None:
        shades = tokens()
        brush.rule(painter, chart.left(), chart.right(), chart.bottom() + 9)
        font = typeface.font(Size.LABEL, Weight.MEDIUM)
        below = QRectF(chart.left(), chart.bottom() + 14, chart.width(), 18)
        brush.text(painter, below, _("this term"), font=font, colour=shades.accent)
        plain = typeface.font(Size.LABEL)
        brush.text(
            painter, below, _("term before"), font=plain, colour=shades.muted, align=brush.RIGHT
        )
