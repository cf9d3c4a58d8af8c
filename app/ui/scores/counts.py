"""How many have each colour: shape, word, number and a bar."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.traffic_lights import Counted
from app.reports.light_marks import name_of
from app.rules.scoring.profile import Profile
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.light import Light, paint_light
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_ROW = 28
_WORD_X, _BAR_X, _FIGURE = 22, 116, 34


class LightCounts(QWidget):
    """One line a colour; those without a score stand last, where there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted: Sequence[Counted] = ()
        self._words: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counted: Sequence[Counted], profile: Profile) -> None:
        """Show other counts, in the words of a profile."""
        self._counted = [one for one in counted if one.light or one.members]
        self._words = [
            name_of(one.light, profile.terms) if one.light else _("no score")
            for one in self._counted
        ]
        said = zip(self._counted, self._words, strict=True)
        self.setAccessibleName(", ".join(f"{one.members} {word}" for one, word in said))
        self.setFixedHeight(max(_ROW * len(self._counted), 1))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, max(_ROW * len(self._counted), 1))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        most = max((one.members for one in self._counted), default=1) or 1
        bold = typeface.font(Size.BODY, Weight.SEMIBOLD)
        for place, (one, word) in enumerate(zip(self._counted, self._words, strict=True)):
            line = QRectF(0, place * _ROW, self.width(), _ROW - 1)
            self._paint_shape(painter, line, one)
            area = line.adjusted(_WORD_X, 0, 0, 0)
            area.setRight(_BAR_X - 6)
            brush.text(painter, area, word, font=typeface.font(), colour=shades.text)
            room = line.width() - _BAR_X - _FIGURE
            wide = round(room * one.members / most)
            painter.fillRect(
                QRectF(_BAR_X, round(line.center().y()) - 5, wide, 10), QColor(shades.pale)
            )
            figure = str(one.members)
            brush.text(painter, line, figure, font=bold, colour=shades.text, align=brush.RIGHT)
            brush.rule(painter, 0, line.width(), line.bottom())

    def _paint_shape(self, painter: QPainter, line: QRectF, one: Counted) -> None:
        if one.light is not None:
            centre = QPointF(6, line.center().y())
            paint_light(painter, centre, Light(one.light.value), 11)
            return
        area = QRectF(0, line.top(), 12, line.height())
        brush.text(
            painter, area, formats.DASH, font=typeface.font(), colour=tokens().muted,
            align=brush.CENTRE,
        )  # fmt: skip
