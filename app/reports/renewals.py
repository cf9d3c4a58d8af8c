"""Renewals due within the days of each reminder, those overdue first."""

from app import formats
from app.i18n import _, ngettext
from app.queries.renewals import RenewalGroup, RenewalLine, Renewals
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, wrap
from app.reports.kit.flow import Flow
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import MUTED
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import Cell, Column, Ruling, table
from app.reports.words import for_whom

_NAME = Style(9.4, Weight.SEMIBOLD)
_TEXT = Style(9)
_QUIET = Style(9, colour=MUTED)
_ROWS = Ruling(pitch=16.6, rise=5.4)
_SHARES = (0.33, 0.27, 0.14, 0.14, 0.12)
_LEADING = 11.4


def pdf(rows: Renewals, sheet: Sheet) -> bytes:
    """Draw the list on upright pages, a section for each notice."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    filled = [group for group in rows.groups if group.members]
    for group in filled:
        _draw_group(flow, group)
    if not filled:
        words = _("No renewal is due within {days} days.").format(days=rows.groups[-1].within)
        flow.page.text(flow.sheet.left, flow.y + 22, words, _QUIET)
        flow.y += 26
    _draw_undated(flow, rows)
    return document.finish()


def _masthead(rows: Renewals) -> Masthead:
    due = sum(len(group.members) for group in rows.groups)
    said = _("{renewals} within {days} days").format(
        renewals=ngettext("{n} renewal", "{n} renewals", due), days=rows.groups[-1].within
    )
    later = ngettext("{n} later", "{n} later", rows.later)
    return Masthead(
        title=_("Renewals"),
        subtitle=f"{said} · {later}",
        chapter=rows.chapter,
        span=formats.day_full(rows.day),
        audience=for_whom(rows.audience),
    )


def _draw_group(flow: Flow, group: RenewalGroup) -> None:
    head = _("Overdue")
    if group.within:
        head = _("Within {days} days").format(days=group.within)
    count = ngettext("{n} member", "{n} members", len(group.members))
    flow.section(head, count, above=27, below=66)
    cells = [_row(one, urgent=group.within == 0) for one in group.members]
    table(flow, _columns(flow.sheet.inner), cells, _ROWS)


def _columns(inner: float) -> list[Column]:
    heads = (_("Member"), _("Seat"), _("Member since"), _("Due on"), _("In days"))
    aligns = (Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
    columns, start = [], 0.0
    for head, share, align in zip(heads, _SHARES, aligns, strict=True):
        gap = 0 if align is Align.RIGHT else 8
        columns.append(Column(head, start, inner * share - gap, align))
        start += inner * share
    return columns


def _row(one: RenewalLine, *, urgent: bool) -> list[Cell]:
    since = formats.DASH
    if one.joined_on is not None:
        since = f"{formats.months()[one.joined_on.month - 1][:3]} {one.joined_on.year}"
    days = f"{formats.MINUS}{-one.days}" if one.days < 0 else str(one.days)
    return [
        Cell(one.name, _NAME),
        Cell(one.seat, _TEXT),
        Cell(since, _QUIET),
        Cell(formats.day_short(one.renewal_due, year=True), _TEXT),
        Cell(days, Style(9, Weight.BOLD) if urgent else _TEXT),
    ]


def _draw_undated(flow: Flow, rows: Renewals) -> None:
    """Name those whose day nobody entered: the list would pass over them in silence."""
    if not rows.undated:
        return
    lines = wrap(flow.page, rows.undated, _TEXT, flow.sheet.inner, ",")
    flow.section(_("No date entered"), _("enter it on the member's page"), above=27, below=30)
    while lines:
        fitting = max(1, int((flow.room - 4) / _LEADING))
        part, lines = lines[:fitting], lines[fitting:]
        left, y = flow.sheet.left, flow.y + _LEADING + 2
        draw_lines(flow.page, left, y, part, style=_TEXT, leading=_LEADING, joint=",")
        flow.y += len(part) * _LEADING + 2
        if lines:
            flow.turn()
