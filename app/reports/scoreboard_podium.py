"""The podium: three steps, each as high as its rank, shared by those who are equal."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.i18n import _
from app.queries.scoreboard import Standing
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import Fitted, small, two_lines
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import ACCENT, FIRST_STEP, INK, MUTED, STEP, STRONG, Colour


@dataclass(frozen=True, slots=True)
class _Step:
    """One step: its place from the left, its height in points, and how its figure looks."""

    place: int
    height: float
    figure: Style
    name: Style
    fill: Colour


_STEPS = {
    1: _Step(1, 40, Style(34, Weight.SEMIBOLD, ACCENT), Style(11, Weight.SEMIBOLD), FIRST_STEP),
    2: _Step(0, 24, Style(24, Weight.SEMIBOLD), Style(10.2, Weight.SEMIBOLD), STEP),
    3: _Step(2, 14.5, Style(24, Weight.SEMIBOLD), Style(10.2, Weight.SEMIBOLD), STEP),
}
_SEAT = Style(8.2, colour=MUTED)
_RANK = Style(12, Weight.SEMIBOLD, MUTED)
_UNDER, _GAP = 10.6, 12.0
_NAMED = 4  # of those who share a step; more are counted


def draw_podium(page: Page, rule: float, standings: Sequence[Standing]) -> float:
    """Draw the first three ranks under the page's rule and return where the floor stands."""
    groups = {rank: [one for one in standings if one.rank == rank] for rank in _STEPS}
    if not groups[1]:
        return rule
    named = {rank: _names(page, _STEPS[rank], group) for rank, group in groups.items()}
    floor = rule + max(
        _STEPS[rank].height + _height_above(_STEPS[rank], group, named[rank])
        for rank, group in groups.items()
        if group
    )
    for rank, group in groups.items():
        _draw_step(page, rank, group, named[rank], floor)
    page.rule(page.sheet.left, floor, page.sheet.right, INK, STRONG)
    return floor


def _height_above(step: _Step, group: Sequence[Standing], names: Sequence[Fitted]) -> float:
    lines = sum(_leading(name) for name in names) + (_UNDER if len(group) == 1 else 0)
    return lines + step.figure.size + _GAP


def _leading(name: Fitted) -> float:
    return name.style.size * 1.2


def _draw_step(
    page: Page, rank: int, group: Sequence[Standing], names: Sequence[Fitted], floor: float
) -> None:
    step = _STEPS[rank]
    width = page.sheet.inner / len(_STEPS)
    left = page.sheet.left + step.place * width
    top = floor - step.height
    page.block(left, top, width, step.height, step.fill)
    page.rule(left, top, left + width, INK, STRONG)
    if not group:
        return
    middle = left + width / 2
    page.text(middle, top + step.height / 2 + 4, str(rank), _RANK, Align.CENTRE)
    y = top - 6
    if len(group) == 1:
        seat = small(page, group[0].seat, _SEAT, width - 10)
        page.text(middle, y, seat.text, seat.style, Align.CENTRE)
        y -= _UNDER + 1.4
    for name in reversed(names):
        page.text(middle, y, name.text, name.style, Align.CENTRE)
        y -= _leading(name)
    page.text(middle, y - 1, str(group[0].given), step.figure, Align.CENTRE)


def _names(page: Page, step: _Step, group: Sequence[Standing]) -> list[Fitted]:
    """Return the lines of names above a step; of many equals, the first ones and a count."""
    room = page.sheet.inner / len(_STEPS) - 10
    shown = group if len(group) <= _NAMED else group[: _NAMED - 1]
    lines = [line for one in shown for line in two_lines(page, one.name, step.name, room)]
    if len(shown) < len(group):
        more = _("and {count} more").format(count=len(group) - len(shown))
        lines.append(Fitted(more, step.name))
    return lines
