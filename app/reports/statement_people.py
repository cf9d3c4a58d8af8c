"""Whom a member met in one-to-ones, and whom it would be worth to meet."""

from app.i18n import _, ngettext
from app.queries.member_statement import MemberStatement, Met
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, wrap
from app.reports.kit.flow import Flow
from app.reports.kit.page import Page, Style
from app.reports.kit.palette import MUTED

_TEXT = Style(8.2)
_QUIET = Style(8.2, colour=MUTED)
_BOLD = Style(8.2, Weight.BOLD)
_LEADING = 10.6
_HEAD = 30.5


def height(page: Page, rows: MemberStatement) -> float:
    """Return how high the section will stand."""
    return _HEAD + len(_lines(page, rows)) * _LEADING + _worth_lines(page, rows) * _LEADING


def draw_people(flow: Flow, rows: MemberStatement) -> None:
    """Draw the section."""
    times = sum(one.times for one in rows.met)
    note = ngettext("{n} with", "{n} with", times) + " "
    note += ngettext("{n} person", "{n} people", len(rows.met))
    flow.section(_("One-to-ones"), note if rows.met else "", above=21, below=2 * _LEADING)
    left = flow.sheet.left
    if not rows.met:
        flow.page.text(left, flow.y + _LEADING, _("none in this period"), _QUIET)
        flow.y += _LEADING
    lines = _lines(flow.page, rows)
    while lines:
        fitting = max(1, int(flow.room / _LEADING))
        part, lines = lines[:fitting], lines[fitting:]
        draw_lines(
            flow.page, left, flow.y + _LEADING, part, style=_TEXT, leading=_LEADING, joint=","
        )
        flow.y += len(part) * _LEADING
        if lines:
            flow.turn()
    _draw_worth(flow, rows)


def _lines(page: Page, rows: MemberStatement) -> list[list[str]]:
    return wrap(page, [_told(one) for one in rows.met], _TEXT, page.sheet.inner, ",")


def _told(one: Met) -> str:
    return one.partner.name if one.times == 1 else f"{one.partner.name} × {one.times}"


def _worth_lines(page: Page, rows: MemberStatement) -> int:
    return len(_worth(page, rows)) if rows.worth else 0


def _label() -> str:
    return _("Worth a coffee:") + " "


def _worth(page: Page, rows: MemberStatement) -> list[list[str]]:
    room = page.sheet.inner - page.width(_label(), _BOLD)
    return wrap(page, rows.worth, _TEXT, room, ",")


def _draw_worth(flow: Flow, rows: MemberStatement) -> None:
    if not rows.worth:
        return
    lines = _worth(flow.page, rows)
    flow.need(len(lines) * _LEADING)
    flow.y += _LEADING + 1
    wide = flow.page.text(flow.sheet.left, flow.y, _label(), _BOLD)
    draw_lines(
        flow.page, flow.sheet.left + wide, flow.y, lines,
        style=_TEXT, leading=_LEADING, joint=",",
    )  # fmt: skip
    flow.y += (len(lines) - 1) * _LEADING
