"""Everybody who gave, ranked, as bars with the period before as a tick."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app import formats
from app.queries.scoreboard import Standing
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.charts import paint_bar
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_ROW = 28
_NAME_X = 34
_BAR_X = 184
_FIGURES = 108
_STRONG = 3


class Givers(QWidget):
    """Draws one line a giver; ``limit`` shows only the first ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standings: Sequence[Standing] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Show other givers, the best first."""
        self._standings = standings
        self.setFixedHeight(max(_ROW * len(standings), 1))
        spoken = "; ".join(f"{one.rank} {one.name} {one.given}" for one in standings)
        self.setAccessibleName(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(616, max(_ROW * len(self._standings), 1))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max((max(one.given, one.before or 0) for one in self._standings), default=1)
        for place, one in enumerate(self._standings):
            line = QRectF(0, place * _ROW, self.width(), _ROW - 1)
            if line.intersects(QRectF(event.rect())):
                self._paint_line(painter, line, one, most)

    def _paint_line(self, painter: QPainter, line: QRectF, one: Standing, most: int) -> None:
        shades = tokens()
        strong = one.rank <= _STRONG
        font = typeface.font(Size.BODY, Weight.SEMIBOLD if strong else Weight.REGULAR)
        rank_ink = shades.text if strong else shades.muted
        rank = QRectF(0, line.top(), 18, line.height())
        brush.text(painter, rank, str(one.rank), font=font, colour=rank_ink, align=brush.RIGHT)
        name = QRectF(_NAME_X, line.top(), _BAR_X - _NAME_X - 10, line.height())
        brush.text(painter, name, one.name, font=font, colour=shades.text)
        room = QRectF(_BAR_X, line.top(), line.width() - _BAR_X - _FIGURES, line.height())
        paint_bar(painter, room, one.given, most, before=one.before, strong=strong)
        self._paint_figures(painter, line, one)
        brush.rule(painter, 0, line.width(), line.bottom())

    def _paint_figures(self, painter: QPainter, line: QRectF, one: Standing) -> None:
        shades = tokens()
        given = line.adjusted(0, 0, -64, 0)
        bold = typeface.font(Size.BODY, Weight.SEMIBOLD)
        brush.text(painter, given, str(one.given), font=bold, colour=shades.text, align=brush.RIGHT)
        change = "" if one.before is None else formats.signed(one.given - one.before)
        plain = typeface.font()
        brush.text(painter, line, change, font=plain, colour=shades.muted, align=brush.RIGHT)
