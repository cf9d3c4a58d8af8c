"""The score of a member month by month, between the levels where colours begin."""

from app import formats
from app.i18n import _
from app.queries.standing import MonthTotal, Standing
from app.reports.light_marks import name_of
from app.rules.scoring.exact import shortest
from app.rules.scoring.profile import Bands, Light, Profile
from app.ui.kit.linechart import Level, LineChart


class ScoreCourse(LineChart):
    """A line over twelve months; first, best and last are written at it."""

    def __init__(self) -> None:
        super().__init__(name=_("Score, month by month"))

    def show_standing(self, found: Standing) -> None:
        """Show another course; months before there was a score are left out."""
        known = [(one, float(one.total)) for one in found.months if one.total is not None]
        values = [value for _month, value in known]
        marked = {0, values.index(max(values)), len(values) - 1} if values else set()
        self.show_course(
            [_short(one) for one, _value in known],
            values,
            levels=_levels(found.profile.bands, found.profile) if values else (),
            marked=marked,
        )


def _short(one: MonthTotal) -> str:
    return formats.months()[one.month.month - 1][:3]


def _levels(bands: Bands | None, profile: Profile) -> list[Level]:
    if bands is None:
        return []
    bounds = ((Light.GREEN, bands.green), (Light.YELLOW, bands.yellow), (Light.RED, bands.red))
    return [
        Level(float(bound), f"{name_of(light, profile.terms)} {shortest(bound)}")
        for light, bound in bounds
    ]
