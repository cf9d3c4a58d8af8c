"""The columns of everybody's lights: each item's value and points, the total beside its shape."""

from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app import formats
from app.i18n import _
from app.queries.traffic_lights import Cell, LightRow
from app.reports.criteria import points, short_title, title
from app.reports.light_marks import name_of
from app.rules.scoring.profile import Item, Per, Profile
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.light import Light, paint_light
from app.ui.tables.columns import Align, Column, Look
from app.ui.theme import Tone, colour
from app.ui.typeface import Size, Weight

_FEW = 6  # so many items leave room for their values
_WIDE, _NARROW = 80, 64
_FIGURE = 26  # of the points at the right end of a wide cell


def columns(profile: Profile) -> tuple[Column[LightRow], ...]:
    """Return the columns for the items of a profile."""
    few = len(profile.items) <= _FEW
    return (
        Column(_("Member"), lambda row: row.name, width=132, stretch=True,
               sort=lambda row: row.sort_name or row.name, tip=lambda row: row.name),
        Column(_("Total"), partial(_total, profile=profile), Align.RIGHT, 108,
               sort=lambda row: row.total, paint=partial(_paint_total, profile)),
        *(
            _Cells(place, item, profile, few).column()
            for place, item in enumerate(profile.items)
        ),
        Column(_("Weeks"), lambda row: row.weeks, Align.RIGHT, 58,
               look=lambda _row: Look(Tone.MUTED)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cells:
    """One item's cells: words, order, tip and drawing; ``few`` items leave room for values."""

    place: int
    item: Item
    profile: Profile
    few: bool

    def column(self) -> Column[LightRow]:
        return Column(
            short_title(self.item),
            self.show,
            Align.RIGHT,
            _WIDE if self.few else _NARROW,
            sort=self.worth,
            tip=self.explain,
            paint=self.paint,
        )

    def show(self, row: LightRow) -> str | None:
        cell = self._of(row)
        return None if cell is None else points(cell.points, self.profile)

    def worth(self, row: LightRow) -> tuple[Fraction, Fraction] | None:
        cell = self._of(row)
        return None if cell is None else (cell.points, cell.value or Fraction(0))

    def explain(self, row: LightRow) -> str:
        cell = self._of(row)
        if cell is None:
            return ""
        words = _("{item}: {value}, {points} points")
        value = value_words(cell, self.item) or formats.DASH
        given = points(cell.points, self.profile)
        return words.format(item=title(self.item), value=value, points=given)

    def paint(self, painter: QPainter, area: QRectF, row: LightRow) -> None:
        cell = self._of(row)
        if cell is None:
            return
        ink = colour(Tone.TEXT if cell.points else Tone.MUTED)
        font = typeface.font(Size.BODY, Weight.SEMIBOLD if cell.points else Weight.REGULAR)
        shown = points(cell.points, self.profile)
        brush.text(painter, area, shown, font=font, colour=ink, align=brush.RIGHT)
        if self.few:
            before = area.adjusted(0, 0, -_FIGURE, 0)
            words, quiet = value_words(cell, self.item), colour(Tone.MUTED)
            small = typeface.font(Size.LABEL)
            brush.text(painter, before, words, font=small, colour=quiet, align=brush.RIGHT)

    def _of(self, row: LightRow) -> Cell | None:
        return row.cells[self.place] if self.place < len(row.cells) else None


def value_words(cell: Cell, item: Item) -> str:
    """Return the value of a cell as the profile rounds it."""
    return f"{cell.printed} %" if cell.printed and item.per is Per.SHARE else cell.printed


def _total(row: LightRow, profile: Profile) -> str:
    if row.total is None or row.light is None:
        return formats.DASH
    return f"{points(row.total, profile)} {name_of(row.light, profile.terms)}"


def _paint_total(profile: Profile, painter: QPainter, area: QRectF, row: LightRow) -> None:
    if row.total is None or row.light is None:
        brush.text(
            painter, area, formats.DASH, font=typeface.font(), colour=colour(Tone.MUTED),
            align=brush.RIGHT,
        )  # fmt: skip
        return
    shape = QPointF(area.left() + 6, area.center().y())
    paint_light(painter, shape, Light(row.light.value), 11)
    word = area.adjusted(18, 0, -30, 0)
    name, quiet = name_of(row.light, profile.terms), colour(Tone.MUTED)
    brush.text(painter, word, name, font=typeface.font(Size.LABEL), colour=quiet)
    bold, total = typeface.font(Size.BODY, Weight.SEMIBOLD), points(row.total, profile)
    brush.text(painter, area, total, font=bold, colour=colour(Tone.TEXT), align=brush.RIGHT)
