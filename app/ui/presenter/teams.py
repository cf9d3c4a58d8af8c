"""The board of contact spheres, ranked by referrals given per member."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from typing_extensions import override

from app import formats
from app.i18n import _, ngettext
from app.queries.presenter import Presented
from app.queries.scoreboard import PODIUM, Team
from app.ui.kit import brush
from app.ui.presenter.board import Board
from app.ui.presenter.canvas import LINE, Canvas, Step, wide
from app.ui.theme import tokens
from app.ui.typeface import Weight

_TOP = 192.0
_ROW = 68.0
_ROWS = 8
_AIR = 24.0
_BAR = 22.0
_NAMES = 0.42  # of the width, at most


class TeamsBoard(Board):
    """One line a sphere: rank, name, a bar, how many referrals each member gave on average."""

    def __init__(self, rows: Presented) -> None:
        self._teams = rows.teams
        self._period = rows.month.period

    @override
    def title(self) -> str:
        return _("Teams")

    @override
    def when(self) -> str:
        return formats.period(self._period.start, self._period.end)

    @override
    def note(self) -> str:
        return _("referrals given per member")

    @override
    def paint(self, canvas: Canvas) -> None:
        shown = self._teams if len(self._teams) <= _ROWS else self._teams[: _ROWS - 1]
        room = (canvas.right - canvas.left) * _NAMES
        names = min(max(wide(one.sphere, Step.NAME, Weight.SEMIBOLD) for one in shown) + 1, room)
        most = max(one.per_member for one in shown)
        for place, one in enumerate(shown):
            _paint_team(canvas, place, one, names=names, share=one.per_member / (most or 1))
        if rest := len(self._teams) - len(shown):
            words = ngettext("and {n} more", "and {n} more", rest)
            canvas.write(_line(canvas, len(shown)), words, ink=tokens().muted)

    @override
    def words(self) -> Sequence[str]:
        return [f"{one.rank} {one.sphere} {one.per_member:.2f}" for one in self._teams]


def _line(canvas: Canvas, place: int) -> QRectF:
    return QRectF(canvas.left, _TOP + place * _ROW, canvas.right - canvas.left, _ROW - LINE)


def _paint_team(canvas: Canvas, place: int, one: Team, *, names: float, share: float) -> None:
    line, strong = _line(canvas, place), one.rank <= PODIUM
    weight = Weight.SEMIBOLD if strong else Weight.REGULAR
    ink = tokens().text if strong else tokens().muted
    rank = wide("88", Step.SMALL) + _AIR
    canvas.write(line, str(one.rank), weight=weight, ink=ink)
    name = QRectF(line.left() + rank, line.top(), names, line.height())
    canvas.write(name, one.sphere, size=Step.NAME, weight=weight, least=Step.SMALL)
    figure = canvas.write(
        line, f"{one.per_member:.2f}", size=Step.NAME, weight=Weight.SEMIBOLD, align=brush.RIGHT
    )
    left = name.right() + _AIR
    length = (line.right() - figure - _AIR - left) * share
    bar = QRectF(left, line.center().y() - _BAR / 2, length, _BAR)
    canvas.painter.fillRect(bar, QColor(tokens().accent if strong else tokens().pale))
    canvas.rule(line.left(), line.right(), line.bottom(), tokens().line)
