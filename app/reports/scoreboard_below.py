"""Who has none yet, across the foot of the scoreboard, where the side column is full."""

from collections.abc import Sequence

from app.i18n import _
from app.queries.scoreboard import NotYet
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, small, wrap
from app.reports.kit.flow import draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.words import none_of

_HEAD = Style(8.2, Weight.SEMIBOLD)
_NAMES = Style(8)
_LEADING, _BETWEEN = 10.6, 3.4
_SECTION = 31.0  # what stands above the first list
_LABEL, _COUNT, _AT = 92.0, 108.0, 116.0  # where the labels end, the counts end, the names begin


def below_height(page: Page, lists: Sequence[NotYet]) -> float:
    """Return how tall the lists stand."""
    names = (len(_lines(page, one)) * _LEADING + _BETWEEN for one in lists)
    return _SECTION + sum(names) if lists else 0.0


def draw_below(page: Page, lists: Sequence[NotYet]) -> None:
    """Draw the lists on the foot of a page, each a line of names behind its label."""
    left, right = page.sheet.left, page.sheet.right
    y = page.sheet.foot - below_height(page, lists) + 20
    y = draw_section(page, left, y, _("Not yet"), to_x=right, strong=False) + 1
    for one in lists:
        y += _LEADING
        label = small(page, none_of(one.category), _HEAD, _LABEL)
        page.text(left, y, label.text, label.style)
        page.text(left + _COUNT, y, str(len(one.names)), _HEAD, Align.RIGHT)
        end = draw_lines(
            page, left + _AT, y, _lines(page, one), style=_NAMES, leading=_LEADING, joint=","
        )
        y = end - _LEADING + _BETWEEN


def _lines(page: Page, one: NotYet) -> list[list[str]]:
    return wrap(page, one.names, _NAMES, page.sheet.inner - _AT, ",")
