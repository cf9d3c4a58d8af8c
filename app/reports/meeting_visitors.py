"""The visitors of a meeting report: names, professions and inviters, no way to reach them."""

from app import formats
from app.i18n import _
from app.queries.meeting_report import Guest, MeetingReport
from app.reports.kit.faces import Weight
from app.reports.kit.flow import Flow
from app.reports.kit.page import Align, Style
from app.reports.kit.table import Cell, Column, Ruling, table
from app.reports.words import ordinal

_NAME = Style(9.4, Weight.SEMIBOLD)
_TEXT = Style(9.4)
_ROWS = Ruling(pitch=15.8, rise=5)
_SHARES = (0.255, 0.235, 0.28, 0.23)


def draw_visitors(flow: Flow, rows: MeetingReport) -> None:
    """Draw one row a visitor; nothing where nobody came."""
    if not rows.visitors:
        return
    flow.section(_("Visitors"), _("names only are printed"), above=27, below=50)
    cells = [_row(rows, guest) for guest in rows.visitors]
    table(flow, _columns(flow.sheet.inner), cells, _ROWS)


def _columns(inner: float) -> list[Column]:
    heads = (_("Name"), _("Profession"), _("Invited by"), _("Visit"))
    aligns = (Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT)
    columns, start = [], 0.0
    for head, share, align in zip(heads, _SHARES, aligns, strict=True):
        gap = 0 if align is Align.RIGHT else 8
        columns.append(Column(head, start, inner * share - gap, align))
        start += inner * share
    return columns


def _row(rows: MeetingReport, guest: Guest) -> list[Cell]:
    return [
        Cell(guest.name, _NAME),
        Cell(guest.profession or formats.DASH, _TEXT),
        Cell(guest.inviter or formats.DASH, _TEXT),
        Cell(_visit(guest, rows.visits_allowed), _TEXT),
    ]


def _visit(guest: Guest, allowed: int | None) -> str:
    """Return which visit it was; the last one allowed, and more, are said as such."""
    if guest.nth == 1:
        return _("first")
    nth = ordinal(guest.nth)
    if allowed is None:
        return nth
    if guest.nth > allowed:
        return _("{nth}, {allowed} allowed").format(nth=nth, allowed=allowed)
    return _("{nth} of {allowed}").format(nth=nth, allowed=allowed)
