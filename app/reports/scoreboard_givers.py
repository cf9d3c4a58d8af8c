"""Everyone who gave: rank, name and bar, as many as the page holds, then what must be said."""

from collections.abc import Sequence
from dataclasses import dataclass

from app import formats
from app.i18n import _, ngettext
from app.queries.scoreboard import PODIUM, Scoreboard, Standing
from app.reports.kit.bars import bar, lengths
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import SMALLEST, draw_lines, small, wrap
from app.reports.kit.flow import draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import ACCENT, BAR, FINE, INK, MUTED
from app.reports.words import span

_NAMES = Style(8.2)
_FURTHEST_AXIS = 226.0
_NOTE = Style(7.6, colour=MUTED)
_LEADING = 10.4
_PITCH, _LEAST_PITCH = 12.6, 8.2
_RANK, _NAME, _AXIS, _FIGURE = 13.0, 22.0, 118.0, 22.0
_SECTION = 19.5  # from the floor of the podium to the section's baseline
_HEAD_LINE = 8.2  # from there to the line below it
_ONLY_LIST = 27.0  # from a later page's rule to its first row


def fits_above(page: Page, rows: Scoreboard, *, top: float, to_x: float, keep: float) -> bool:
    """Tell whether all givers fit on one page that keeps so much of its foot free."""
    notes = [wrap(page, note.split(), _NOTE, to_x - page.sheet.left) for note in _notes(rows)]
    room = page.sheet.foot - keep - top - _SECTION - _HEAD_LINE - _notes_height(notes)
    return len(rows.standings) * _LEAST_PITCH <= room


def draw_givers(
    document: Document, rows: Scoreboard, *, top: float, to_x: float, keep: float = 0
) -> None:
    """Draw the ranked givers down the left of the first page, and of more pages if need be.

    With ``keep`` so much is kept free at its foot, and ``fits_above`` holds.
    """
    page, left = document.pages[0], document.sheet.left
    line = draw_section(
        page, left, top + _SECTION, _("Everyone who gave"), _counts(rows), to_x=to_x, strong=False
    )
    notes = [wrap(page, note.split(), _NOTE, to_x - left) for note in _notes(rows)]
    below = _notes_height(notes) + keep
    if rows.standings:
        page, line = _draw_pages(document, rows, line=line, to_x=to_x, below=below)
    else:
        nothing = _("No referral was given in this period.")
        page.text(left, line + 15, nothing, Style(9, colour=MUTED))
        line += 20
    for note in notes:
        line = draw_lines(page, left, line + 10, note, style=_NOTE, leading=_LEADING) - 5


def _notes_height(notes: Sequence[Sequence[object]]) -> float:
    return sum(len(note) * _LEADING + 5 for note in notes) + 8


def _counts(rows: Scoreboard) -> str:
    members = ngettext("{n} member", "{n} members", rows.members)
    given = ngettext("{n} referral", "{n} referrals", rows.given)
    return _("{givers} of {members}, {given}").format(
        givers=len(rows.standings), members=members, given=given
    )


def _draw_pages(
    document: Document, rows: Scoreboard, *, line: float, to_x: float, below: float
) -> tuple[Page, float]:
    """Draw all rows and return the last page and where its last row ends."""
    sheet, standings = document.sheet, rows.standings
    room = sheet.foot - line
    pitch = _pitch(len(standings), room - below)
    later = sheet.foot - LATER_RULE - _ONLY_LIST
    pages = breaks(len(standings), pitch, first=room, later=later, tail=below)
    axis = _axis(document.pages[0], rows)
    longest = to_x - sheet.left - axis - _FIGURE
    drawn = lengths([one.given for one in standings], longest)
    number, page = 0, document.pages[0]
    for place, count in enumerate(pages):
        if place:
            page, rule = document.turn()
            line = rule + _ONLY_LIST - 19
        page.stem(sheet.left + axis, line, line + count * pitch, INK, FINE)
        for offset in range(count):
            same = offset > 0 and standings[number - 1].rank == standings[number].rank
            middle = line + (offset + 0.5) * pitch
            look = _Look(axis, drawn[number], pitch, again=same)
            _draw_row(page, middle, standings[number], look)
            number += 1
        line += count * pitch
    return page, line


def _pitch(rows: int, room: float) -> float:
    """Return how tall rows are: lower if all fit on the page then, else as usual."""
    if rows * _LEAST_PITCH > room:
        return _PITCH
    return min(_PITCH, room / rows)


def _axis(page: Page, rows: Scoreboard) -> float:
    """Return where bars begin: further right where names are long, but not beyond bounds."""
    bold = Style(_NAMES.size, Weight.SEMIBOLD)
    styles = ((one, bold if one.rank <= PODIUM else _NAMES) for one in rows.standings)
    widest = max(page.width(one.name, style) for one, style in styles) * SMALLEST
    return min(max(_AXIS, _NAME + widest + 6), _FURTHEST_AXIS)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a row is drawn: where bars begin, how long its own is, how tall rows are."""

    axis: float
    length: float
    pitch: float
    again: bool  # the rank is that of the row above and not repeated


def _draw_row(page: Page, middle: float, one: Standing, look: _Look) -> None:
    left, length = page.sheet.left, look.length
    best = one.rank <= PODIUM
    size = min(8.2, look.pitch * 0.74)
    text = Style(size, Weight.SEMIBOLD if best else Weight.REGULAR)
    line = middle + size * 0.34
    if not look.again:
        page.text(left + _RANK, line, str(one.rank), text, Align.RIGHT)
        if one.shared:
            page.text(left + _RANK + 1.2, line, "=", Style(size, colour=MUTED))
    name = small(page, one.name, text, look.axis - _NAME - 5)
    page.text(left + _NAME, line, name.text, name.style)
    thickness = min(7.2, look.pitch * 0.58)
    colour = ACCENT if best else BAR
    bar(page, left + look.axis, middle, length=length, thickness=thickness, colour=colour)
    figure = Style(size, Weight.SEMIBOLD)
    page.text(left + look.axis + length + 4.6, line, str(one.given), figure)


def _notes(rows: Scoreboard) -> list[str]:
    """Return what has to be said of ties, newcomers, money, and unequal periods."""
    said = []
    if any(one.shared for one in rows.standings):
        said.append(
            _(
                "= Equal counts share a rank and the ranks after them are skipped; within a rank "
                "the order is alphabetical and means nothing."
            )
        )
    said.append(_newcomers(rows) + _closed_business(rows) + _provisional(rows))
    if rows.trends and rows.meetings != rows.meetings_before:
        now = ngettext("{n} meeting", "{n} meetings", rows.meetings)
        words = _("The figures come from {now}, those of the period before from {before}.")
        said.append(words.format(now=now, before=rows.meetings_before))
    return said


def _newcomers(rows: Scoreboard) -> str:
    if not rows.newcomers:
        return ""
    names = ", ".join(
        f"{one.name.replace(' ', _UNBROKEN)} {formats.day_short(one.joined_on)}"
        for one in rows.newcomers
    )
    return _("Joined in this period: {names}.").format(names=names) + " "


def _closed_business(rows: Scoreboard) -> str:
    credited = _("Closed business is credited to the giver.")
    if not rows.some_withheld:
        return credited
    left_out = _("Amounts with fewer than {count} thankers are left out.")
    return f"{credited} {left_out.format(count=rows.thankers_shown)}"


def _provisional(rows: Scoreboard) -> str:
    if not rows.official:
        return ""
    spans = ", ".join(map(span, rows.official))
    return " " + _("Figures of {spans} are official ones.").format(spans=spans)


_UNBROKEN = "\u00a0"
