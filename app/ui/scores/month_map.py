"""The map of months: members down, months across, a shape and a total in every cell."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app import formats
from app.i18n import _
from app.queries.heat_map import HeatMap
from app.queries.monthly_lights import MemberMonths
from app.reports.criteria import points
from app.reports.light_marks import name_of
from app.rules.scoring.profile import Profile
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.light import Light, paint_light
from app.ui.tables.columns import Align, Column
from app.ui.theme import Tone, colour, mix, tokens
from app.ui.typeface import Size, Weight

_WIDTH = 66
_TINT = 0.13


def columns(rows: HeatMap) -> tuple[Column[MemberMonths], ...]:
    """Return a column a month; the latest is drawn bold."""
    last = len(rows.months) - 1
    return (
        Column(_("Member"), lambda row: row.name, width=150, stretch=True,
               sort=lambda row: row.sort_name or row.name, tip=lambda row: row.name),
        *(
            _Month(place, month, rows.profile, place == last).column()
            for place, month in enumerate(rows.months)
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Month:
    """The cells of one month."""

    place: int
    month: date
    profile: Profile
    strong: bool

    def column(self) -> Column[MemberMonths]:
        name = formats.months()[self.month.month - 1][:3]
        return Column(
            name, self.show, Align.RIGHT, _WIDTH, sort=self.total, tip=self.tip, paint=self.paint
        )

    def show(self, row: MemberMonths) -> str:
        total, light = row.totals[self.place], row.lights[self.place]
        if total is None or light is None:
            return formats.DASH
        return f"{points(total, self.profile)} {name_of(light, self.profile.terms)}"

    def tip(self, row: MemberMonths) -> str:
        return f"{row.name}, {formats.month(self.month)}: {self.show(row)}"

    def total(self, row: MemberMonths) -> Fraction | None:
        return row.totals[self.place]

    def paint(self, painter: QPainter, area: QRectF, row: MemberMonths) -> None:
        total, light = row.totals[self.place], row.lights[self.place]
        if total is None or light is None:
            font, ink = typeface.font(), colour(Tone.MUTED)
            brush.text(painter, area, formats.DASH, font=font, colour=ink, align=brush.RIGHT)
            return
        shade = getattr(tokens(), light.value)
        tint = mix(shade, tokens().window, _TINT)
        brush.panel(painter, area.adjusted(-7, 3, 7, -2), fill=tint, radius=3)
        centre = QPointF(area.left() + 5, area.center().y())
        paint_light(painter, centre, Light(light.value), 9)
        font = typeface.font(Size.BODY, Weight.SEMIBOLD if self.strong else Weight.REGULAR)
        ink = colour(Tone.TEXT)
        text = points(total, self.profile)
        brush.text(painter, area, text, font=font, colour=ink, align=brush.RIGHT)
