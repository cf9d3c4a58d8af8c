"""The items of a score as bars: the steps on them, what is missing, what is about to drop out."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.standing import Standing
from app.reports.criteria import points, title
from app.rules.scoring.exact import shortest
from app.rules.scoring.scores import ItemScore
from app.ui import typeface
from app.ui.kit import brush
from app.ui.member.axis import Bar, bar_of
from app.ui.member.score_words import counted, more_words, profile_words
from app.ui.theme import mix, tokens
from app.ui.typeface import Size, Weight

_HEAD, _ROW = 22, 36
_BAR, _TRACK_TOP = 8, 20
_NAME, _COUNT, _GAP = 118, 98, 20  # widths left of the track
_MORE, _POINTS = 48, 40  # and right of it


class ItemBars(QWidget):
    """Paints a row an item under a head that names the profile."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Standing | None = None
        self.setAccessibleName(_("Points by item"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_standing(self, found: Standing) -> None:
        """Show other items."""
        self._found = found
        told = (
            f"{title(row.item)}: {counted(found, row)}, {points(row.points, found.profile)}"
            for row in found.items
        )
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        rows = len(self._found.items) if self._found else 0
        return QSize(480, _HEAD + rows * _ROW)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        found = self._found
        if found is None or not found.items:
            return
        painter = QPainter(self)
        small = typeface.font(Size.LABEL, Weight.MEDIUM)
        head = QRectF(0, -2, self.width(), _HEAD - 4)
        ink = tokens().muted
        brush.text(painter, head, profile_words(found), font=small, colour=ink)
        brush.text(painter, head, _("points"), font=small, colour=ink, align=brush.RIGHT)
        for place, row in enumerate(found.items):
            area = QRectF(0, _HEAD + place * _ROW, self.width(), _ROW)
            brush.rule(painter, 0, self.width(), area.top() - 1)
            self._paint_row(painter, area, row, found)

    def _paint_row(self, painter: QPainter, area: QRectF, row: ItemScore, found: Standing) -> None:
        shades, more = tokens(), more_words(found, row.item)
        weight = Weight.SEMIBOLD if more else Weight.MEDIUM
        name = QRectF(0, area.top(), _NAME, _ROW)
        words = title(row.item)
        brush.text(painter, name, words, font=typeface.font(Size.BODY, weight), colour=shades.text)
        count = QRectF(_NAME, area.top(), _COUNT, _ROW)
        small = typeface.font(Size.LABEL, Weight.MEDIUM)
        told = counted(found, row)
        brush.text(painter, count, told, font=small, colour=shades.muted, align=brush.RIGHT)
        left = _NAME + _COUNT + _GAP
        track = QRectF(left, area.top() + _TRACK_TOP, area.width() - left - _MORE - _POINTS, _BAR)
        _paint_bar(painter, track, bar_of(row, found))
        side = QRectF(track.right() + 10, area.top(), _MORE, _ROW)
        strong = typeface.font(Size.LABEL, Weight.SEMIBOLD)
        brush.text(painter, side, more, font=strong, colour=shades.accent)
        figure = typeface.font(Size.SECTION, Weight.SEMIBOLD)
        got = points(row.points, found.profile)
        brush.text(painter, area, got, font=figure, colour=shades.text, align=brush.RIGHT)


def _paint_bar(painter: QPainter, track: QRectF, bar: Bar) -> None:
    shades = tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    brush.panel(painter, track, fill=shades.line, radius=2)
    solid = min(bar.now, bar.kept)
    _fill(painter, track, 0, solid, QColor(shades.accent))
    if bar.kept < bar.now:
        _fill(painter, track, bar.kept, bar.now, mix(shades.accent, shades.line, 0.45))
    elif bar.kept > bar.now:
        done = track.adjusted(0, 2.5, 0, -2.5)
        _fill(painter, done, bar.now, bar.kept, QColor(shades.accent))
    if bar.wanted is not None and bar.wanted > bar.kept:
        _hatch(painter, track, bar.kept, bar.wanted)
    _paint_marks(painter, track, bar)


def _fill(painter: QPainter, track: QRectF, start: float, end: float, fill: QColor) -> None:
    painter.fillRect(_between(track, start, end), fill)


def _hatch(painter: QPainter, track: QRectF, start: float, end: float) -> None:
    area = _between(track, start, end)
    painter.fillRect(area, QColor(tokens().window))
    painter.fillRect(area, QBrush(QColor(tokens().text), Qt.BrushStyle.BDiagPattern))


def _between(track: QRectF, start: float, end: float) -> QRectF:
    left = round(track.left() + start * track.width())
    return QRectF(left, track.top(), round((end - start) * track.width()), track.height())


def _paint_marks(painter: QPainter, track: QRectF, bar: Bar) -> None:
    shades = tokens()
    free = -1.0
    for mark in bar.marks:
        x = round(track.left() + mark.at * track.width())
        within = mark.at <= min(bar.now, bar.kept)
        tick = QRectF(
            x, track.top() - (0 if within else 1), 1, track.height() + (0 if within else 1)
        )
        painter.fillRect(tick, QColor(shades.window if within else shades.text))
        words = shortest(mark.points)
        strong = bar.wanted is not None and abs(mark.at - bar.wanted) < 1e-9  # noqa: PLR2004  the same place
        font = typeface.font(Size.LABEL, Weight.SEMIBOLD if strong else Weight.REGULAR)
        wide = typeface.metrics(Size.LABEL).horizontalAdvance(words)
        if x - wide / 2 > free or strong:
            label = QRectF(x - 20, track.top() - 17, 40, 16)
            ink = shades.text if strong else shades.muted
            brush.text(painter, label, words, font=font, colour=ink, align=brush.CENTRE)
            free = x + wide / 2 + 3
