"""Contact spheres, ranked by referrals given per member, as bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.scoreboard import PODIUM, Team
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.charts import paint_bar
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_ROW = 28
_NAME_X = 34
_BAR_X = 184
_FIGURES = 108


class Teams(QWidget):
    """Draws one line a team, as the givers above it are drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._teams: Sequence[Team] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_teams(self, teams: Sequence[Team]) -> None:
        """Show other teams, the best first."""
        self._teams = teams
        self.setFixedHeight(max(_ROW * len(teams), 1))
        spoken = "; ".join(f"{one.rank} {one.sphere} {one.per_member:.2f}" for one in teams)
        self.setAccessibleName(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(616, max(_ROW * len(self._teams), 1))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max((one.per_member for one in self._teams), default=1.0)
        for place, one in enumerate(self._teams):
            line = QRectF(0, place * _ROW, self.width(), _ROW - 1)
            self._paint_line(painter, line, one, most)

    def _paint_line(self, painter: QPainter, line: QRectF, one: Team, most: float) -> None:
        shades = tokens()
        strong = one.rank <= PODIUM
        weight = Weight.SEMIBOLD if strong else Weight.REGULAR
        font = typeface.font(Size.BODY, weight)
        ink = shades.text if strong else shades.muted
        rank = QRectF(0, line.top(), 18, line.height())
        brush.text(painter, rank, str(one.rank), font=font, colour=ink, align=brush.RIGHT)
        name = QRectF(_NAME_X, line.top(), _BAR_X - _NAME_X - 10, line.height())
        brush.text(painter, name, one.sphere, font=font, colour=shades.text)
        room = QRectF(_BAR_X, line.top(), line.width() - _BAR_X - _FIGURES, line.height())
        paint_bar(painter, room, one.per_member, most, strong=strong)
        bold = typeface.font(Size.BODY, Weight.SEMIBOLD)
        mean = line.adjusted(0, 0, -64, 0)
        figure = f"{one.per_member:.2f}"
        brush.text(painter, mean, figure, font=bold, colour=shades.text, align=brush.RIGHT)
        made = _("{given} by {members}").format(given=one.given, members=one.members)
        small = typeface.font(Size.LABEL)
        brush.text(painter, line, made, font=small, colour=shades.muted, align=brush.RIGHT)
        brush.rule(painter, 0, line.width(), line.bottom())
