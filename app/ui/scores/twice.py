"""The columns of everybody by two profiles."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app import formats
from app.i18n import _
from app.queries.two_profiles import TwiceScored, TwoProfiles
from app.reports.criteria import points
from app.reports.light_marks import name_of
from app.reports.two_profiles import change_in_words, why
from app.rules.scoring.profile import Light as Colour
from app.rules.scoring.profile import Profile
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.light import Light, paint_light
from app.ui.tables.columns import Align, Column, Look
from app.ui.theme import Tone, colour
from app.ui.typeface import Size, Weight


def columns(rows: TwoProfiles) -> tuple[Column[TwiceScored], ...]:
    """Return both totals, the change and what makes it."""
    return (
        Column(_("Member"), lambda row: row.name, width=180,
               sort=lambda row: row.sort_name or row.name, tip=lambda row: row.name),
        _Totals(rows.profile, lambda row: (row.total, row.light)).column(),
        _Totals(rows.other, lambda row: (row.other_total, row.other_light)).column(),
        Column(_("Change"), partial(_change, rows), Align.RIGHT, 84,
               sort=lambda row: row.change),
        Column(_("What makes it"), partial(_why, rows), width=200, stretch=True,
               look=lambda _row: Look(Tone.MUTED), tip=partial(_why, rows)),
    )  # fmt: skip


def _change(rows: TwoProfiles, row: TwiceScored) -> str:
    return change_in_words(row, rows)


def _why(rows: TwoProfiles, row: TwiceScored) -> str:
    return why(row, rows)


@dataclass(frozen=True, slots=True)
class _Totals:
    """The totals by one of the profiles, each beside its shape."""

    profile: Profile
    of: Callable[[TwiceScored], tuple[Fraction | None, Colour | None]]

    def column(self) -> Column[TwiceScored]:
        return Column(
            self.profile.title, self.show, Align.RIGHT, 150,
            sort=lambda row: self.of(row)[0], paint=self.paint,
        )  # fmt: skip

    def show(self, row: TwiceScored) -> str:
        total, light = self.of(row)
        if total is None or light is None:
            return formats.DASH
        return f"{points(total, self.profile)} {name_of(light, self.profile.terms)}"

    def paint(self, painter: QPainter, area: QRectF, row: TwiceScored) -> None:
        total, light = self.of(row)
        quiet = colour(Tone.MUTED)
        if total is None or light is None:
            font = typeface.font()
            brush.text(painter, area, formats.DASH, font=font, colour=quiet, align=brush.RIGHT)
            return
        left = area.right() - 104
        paint_light(painter, QPointF(left, area.center().y()), Light(light.value), 11)
        word = QRectF(left + 12, area.top(), 54, area.height())
        name, small = name_of(light, self.profile.terms), typeface.font(Size.LABEL)
        brush.text(painter, word, name, font=small, colour=quiet)
        bold, shown = typeface.font(Size.BODY, Weight.SEMIBOLD), points(total, self.profile)
        ink = colour(Tone.TEXT)
        brush.text(painter, area, shown, font=bold, colour=ink, align=brush.RIGHT)
