"""The roster: officers, then two lines a member with seat, company and the last ninety days."""

from collections.abc import Sequence

from app import formats
from app.i18n import _, ngettext
from app.queries.roster_sheet import DAYS, RosterLine, RosterSheet
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import (
    LEAST_SIZE,
    draw_fitted,
    draw_lines,
    fit,
    small,
    two_lines,
    wrap,
)
from app.reports.kit.flow import Flow
from app.reports.kit.legend import Meaning, legend
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import FIFTH_LINE, FINE, HAIRLINE, INK, MUTED, QUIET, RULE
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import FIFTH, HEAD
from app.reports.office_words import office_words
from app.reports.words import for_whom, listed_by

_ROW, _HEADS = 22.0, 15.6
_NAME = Style(9.4, Weight.SEMIBOLD)
_TEXT = Style(8.4)
_UNDER = Style(7.6, colour=MUTED)
_FIGURE = Style(8.6)
_NUMBER_END, _NAME_AT = 12.0, 20.0
_FIGURES = 24.0  # the width of a column of figures
_OFFICER, _LONG_OFFICER = 14.4, 18.0
_LEADING = 10.6


def pdf(rows: RosterSheet, sheet: Sheet) -> bytes:
    """Draw the roster on upright pages."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    _draw_officers(flow, rows)
    _draw_members(flow, rows)
    _draw_open(flow, rows)
    return document.finish()


def _masthead(rows: RosterSheet) -> Masthead:
    members = ngettext("{n} member", "{n} members", len(rows.members))
    figures = _("figures of the {days} days to {day}").format(
        days=DAYS, day=formats.day_short(rows.day)
    )
    return Masthead(
        title=_("Roster"),
        subtitle=f"{members} · {figures}",
        chapter=rows.chapter,
        span=formats.day_full(rows.day),
        audience=_("For members only") if rows.contacts else for_whom(rows.audience),
        mark=_("For members only") if rows.contacts else "",
    )


def _draw_officers(flow: Flow, rows: RosterSheet) -> None:
    """Draw who holds which office, in two columns."""
    if not rows.officers:
        return
    flow.section(_("Officers"), above=25)
    width = flow.sheet.inner / 2
    lines = -(-len(rows.officers) // 2)
    style, room = Style(9, Weight.SEMIBOLD), width - 116
    names = [two_lines(flow.page, one.name, style, room) for one in rows.officers]
    pitch = _OFFICER if all(len(name) == 1 for name in names) else _LONG_OFFICER
    for place, (one, name) in enumerate(zip(rows.officers, names, strict=True)):
        across, down = divmod(place, lines)
        x, y = flow.sheet.left + across * width, flow.y + (down + 1) * pitch
        word = fit(flow.page, office_words(one.office), _TEXT.coloured(MUTED), 100)
        flow.page.text(x, y, word.text, word.style)
        draw_fitted(flow.page, x + 106, y, name)
    flow.y += lines * pitch


def _draw_members(flow: Flow, rows: RosterSheet) -> None:
    flow.section(_("Members"), _("numbers are those of the seating order"), above=25, below=60)
    if not rows.members:
        flow.page.text(flow.sheet.left, flow.y + 14, _("Nobody is a member on this day."), _UNDER)
        flow.y += 20
        return
    counts = breaks(
        len(rows.members),
        _ROW,
        first=flow.room - _HEADS,
        later=flow.sheet.foot - LATER_RULE - _HEADS,
        tail=14,
    )
    number = 0
    for place, count in enumerate(counts):
        if place:
            flow.turn()
        _draw_head(flow, rows)
        for one in rows.members[number : number + count]:
            number += 1
            flow.y += _ROW
            _draw_member(flow.page, flow.y, one)
            colour = FIFTH_LINE if number % FIFTH == 0 else HAIRLINE
            flow.page.rule(flow.sheet.left, flow.y, flow.sheet.right, colour, FINE)
    flow.y = legend(flow.page, flow.sheet.left, flow.y + 11, _meanings(), flow.sheet.right) + 3


def _figure_ends(page: Page) -> list[float]:
    return [page.sheet.right - (5 - place) * _FIGURES for place in range(6)]


def _columns(page: Page) -> tuple[float, float]:
    """Return where companies begin and end."""
    start = page.sheet.left + _NAME_AT
    end = page.sheet.right - 6 * _FIGURES - 4
    return start + (end - start) * 0.52, end


def _draw_head(flow: Flow, rows: RosterSheet) -> None:
    page, line = flow.page, flow.y + 10.4
    page.text(flow.sheet.left + _NAME_AT, line, _("Member and seat"), HEAD)
    words = _("Company, telephone, e-mail") if rows.contacts else _("Company")
    page.text(_columns(page)[0], line, words, HEAD)
    heads = (_("G"), _("R"), _("V"), _("1-2-1"), _("L"), _("A"))
    for end, word in zip(_figure_ends(page), heads, strict=True):
        page.text(end, line, word, HEAD, Align.RIGHT)
    flow.y += _HEADS
    page.rule(flow.sheet.left, flow.y, flow.sheet.right, INK, RULE)


def _draw_member(page: Page, y: float, one: RosterLine) -> None:
    left = page.sheet.left
    company_at, company_end = _columns(page)
    number = Style(7.4, colour=MUTED)
    page.text(left + _NUMBER_END, y - 12.4, str(one.number), number, Align.RIGHT)
    room = company_at - left - _NAME_AT - 8
    _draw_two(page, left + _NAME_AT, y, (listed_by(one.name, one.sort_name), _seat(one)), room)
    reach = " · ".join(word for word in (one.phone, one.email) if word)
    words = two_lines(page, one.company, _TEXT, company_end - company_at)
    if reach or len(words) == 1:
        company = small(page, one.company, _TEXT, company_end - company_at)
        page.text(company_at, y - 12.4, company.text, company.style)
    else:
        draw_fitted(page, company_at, y - 9.4, words)
    under = small(page, reach, _UNDER, company_end - company_at)
    page.text(company_at, y - 4, under.text, under.style)
    _draw_figures(page, y - 8, one)


def _draw_two(page: Page, x: float, y: float, words: tuple[str, str], room: float) -> None:
    """Draw a name over its seat; a long one takes two lines."""
    lines = two_lines(page, words[0], _NAME, room)
    draw_fitted(page, x, y - 12.4, lines)
    style = _UNDER if len(lines) == 1 else _UNDER.sized(LEAST_SIZE)
    under = small(page, words[1], style, room)
    page.text(x, y - (4 if len(lines) == 1 else 2), under.text, under.style)


def _seat(one: RosterLine) -> str:
    return " · ".join(word for word in (one.seat, *map(office_words, one.offices)) if word)


def _draw_figures(page: Page, y: float, one: RosterLine) -> None:
    figures = (one.given, one.received, one.visitors, one.one_to_ones, one.late, one.absent)
    for end, figure in zip(_figure_ends(page), figures, strict=True):
        style = _FIGURE if figure else _FIGURE.coloured(MUTED if figure is None else QUIET)
        page.text(end, y, formats.dash(figure), style, Align.RIGHT)


def _meanings() -> Sequence[Meaning]:
    return (
        Meaning(_("G"), _("referrals given")),
        Meaning(_("R"), _("received")),
        Meaning(_("V"), _("visitors")),
        Meaning(_("1-2-1"), _("one-to-ones")),
        Meaning(_("L"), _("late")),
        Meaning(_("A"), _("absent")),
        Meaning(formats.DASH, _("not recorded")),
    )


def _draw_open(flow: Flow, rows: RosterSheet) -> None:
    """Draw the seats nobody holds: what the chapter looks for."""
    if not rows.open_seats:
        return
    lines = wrap(flow.page, rows.open_seats, _TEXT, flow.sheet.inner, ",")
    note = ngettext("{n} without a member", "{n} without a member", len(rows.open_seats))
    flow.section(_("Open seats"), note, above=27, below=_LEADING * min(len(lines), 40) + 6)
    while lines:
        fitting = max(1, int((flow.room - 2) / _LEADING))
        part, lines = lines[:fitting], lines[fitting:]
        y = flow.y + _LEADING + 2
        flow.y = draw_lines(
            flow.page, flow.sheet.left, y, part, style=_TEXT, leading=_LEADING, joint=","
        )
        if lines:
            flow.turn()
