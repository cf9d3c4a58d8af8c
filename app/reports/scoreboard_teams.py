"""Contact spheres on the scoreboard, ranked by referrals given per member."""

from collections.abc import Sequence

from app.i18n import _
from app.queries.scoreboard import PODIUM, Team
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, fit, two_lines
from app.reports.kit.flow import NOTE, SECTION, draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import HAIRLINE, MUTED, THIN

_PITCH, _ABOVE, _HEAD = 13.4, 17.0, 9.0
_RANK, _FIGURE = 12.0, 26.0
_TEXT = Style(8.2)
_QUIET = Style(7.4, colour=MUTED)
_SHOWN = 12


def teams_height(teams: Sequence[Team], pitch: float = _PITCH, above: float = _ABOVE) -> float:
    """Return how tall the section stands with what is above it; none where no sphere is known."""
    rows = min(len(teams), _SHOWN) + (len(teams) > _SHOWN)
    return above + _HEAD + rows * pitch if teams else 0.0


def draw_teams(
    page: Page, x: float, y: float, teams: Sequence[Team], *, to_x: float, pitch: float = _PITCH
) -> float:
    """Draw the teams under a head on a baseline and return where they end."""
    head = page.width(_("Teams"), SECTION) + 7
    note = fit(page, _("referrals given per member"), NOTE, to_x - x - head)
    y = draw_section(page, x, y, _("Teams"), note.text, to_x=to_x, strong=False)
    again = 0
    for one in teams[:_SHOWN]:
        _draw_team(page, x, y + pitch * 0.7, one, to_x=to_x, ranked=one.rank != again)
        y += pitch
        page.rule(x, y, to_x, HAIRLINE, THIN)
        again = one.rank
    if len(teams) > _SHOWN:
        y += pitch
        more = _("and {count} more").format(count=len(teams) - _SHOWN)
        page.text(x + _RANK, y - 4, more, _QUIET)
    return y


def _draw_team(page: Page, x: float, y: float, one: Team, *, to_x: float, ranked: bool) -> None:
    style = Style(_TEXT.size, Weight.SEMIBOLD if one.rank <= PODIUM else Weight.REGULAR)
    if ranked:
        wide = page.text(x, y, str(one.rank), style)
        page.text(x + wide + 1, y, "=" if one.shared else "", _QUIET)
    page.text(to_x, y, f"{one.per_member:.2f}", Style(_TEXT.size, Weight.SEMIBOLD), Align.RIGHT)
    made = _("{given} by {members}").format(given=one.given, members=one.members)
    wide = page.text(to_x - _FIGURE, y, made, _QUIET, Align.RIGHT)
    name = two_lines(page, one.sphere, style, to_x - _FIGURE - wide - 4 - x - _RANK)
    draw_fitted(page, x + _RANK, y, name)
