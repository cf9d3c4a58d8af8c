"""Who slipped and who rose since the window before, with what made the difference."""

from collections.abc import Sequence

from app.i18n import _, ngettext
from app.queries.light_changes import Changed, LightChanges
from app.reports.criteria import points, short_title
from app.reports.criteria_foot import notes, profile_in_words
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import SMALLEST, draw_fitted, draw_lines, small, two_lines, wrap
from app.reports.kit.flow import Flow
from app.reports.kit.legend import LEADING, legend, lines
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import HAIRLINE, MUTED, THIN
from app.reports.kit.sheet import Sheet
from app.reports.light_marks import draw_light, name_of
from app.reports.words import for_whom, held_in_words, listed_by, sentence, span

_TEXT = Style(9)
_BOLD = Style(9, Weight.SEMIBOLD)
_QUIET = Style(8.2, colour=MUTED)
_QUIET_TWICE, _TWICE = Style(6.8, colour=MUTED), 7.4  # where they take two lines
_NOTHING = Style(9, colour=MUTED)
_PITCH, _RISE = 17.0, 5.2
_WAS, _ARROW, _NOW, _WHY = 154.0, 210.0, 228.0, 292.0  # from the left margin


def pdf(rows: LightChanges, sheet: Sheet) -> bytes:
    """Draw those who slipped first: they are the ones to talk to."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    slipped, rose = _("Slipped"), _("Rose")
    _section(flow, slipped, rows.slipped, rows)
    _section(flow, rose, rows.rose, rows)
    _foot(flow, rows)
    return document.finish()


def _masthead(rows: LightChanges) -> Masthead:
    held = held_in_words(rows.held, rows.official, rows.official_meetings)
    return Masthead(
        title=_("Rose and slipped"),
        subtitle=f"{sentence(profile_in_words(rows.profile))} · {held}",
        chapter=rows.chapter,
        span=span(rows.window),
        audience=for_whom(rows.audience),
    )


def _section(flow: Flow, words: str, found: Sequence[Changed], rows: LightChanges) -> None:
    before = _("compared with {span}").format(span=span(rows.before))
    flow.section(f"{words} {len(found)}", before)
    if not found:
        flow.y += _PITCH
        flow.page.text(flow.sheet.left, flow.y - _RISE, _("Nobody."), _NOTHING)
    for one in found:
        if flow.need(_PITCH):
            flow.y += 8
        flow.y += _PITCH
        _row(flow, one, rows)


def _row(flow: Flow, one: Changed, rows: LightChanges) -> None:
    page, left, line = flow.page, flow.sheet.left, flow.y - _RISE
    name = two_lines(page, listed_by(one.name, one.sort_name), _TEXT, _WAS - 12)
    draw_fitted(page, left, line, name)
    for at, total, light, style in (
        (_WAS, one.before, one.was, _TEXT),
        (_NOW, one.after, one.light, _BOLD),
    ):
        draw_light(page, left + at, line - 3.1, light, 6.6)
        page.text(left + at + 26, line, points(total, rows.profile), style, Align.RIGHT)
        word = small(page, name_of(light, rows.profile.terms), _QUIET, 34)
        page.text(left + at + 30, line, word.text, word.style)
    page.text(left + _ARROW + 6, line, "→", _QUIET)
    _draw_why(page, left + _WHY, line, _why(one, rows))
    page.rule(left, flow.y, flow.sheet.right, HAIRLINE, THIN * 2)


def _draw_why(page: Page, x: float, line: float, items: Sequence[str]) -> None:
    """Draw what made the difference in a line, or in two where it is much, each item whole."""
    room, words = page.sheet.right - x, " · ".join(items)
    if page.width(words, _QUIET) * SMALLEST <= room:
        why = small(page, words, _QUIET, room)
        page.text(x, line, why.text, why.style)
        return
    lines = wrap(page, items, _QUIET_TWICE, room, " ·")
    y = line - _TWICE * (len(lines) - 1) / 2
    draw_lines(page, x, y, lines, style=_QUIET_TWICE, leading=_TWICE, joint=" ·")


def _why(one: Changed, rows: LightChanges) -> list[str]:
    named = {item.name: short_title(item) for item in rows.profile.items}
    return [
        f"{named[change.item]} {points(change.before, rows.profile)} → "
        f"{points(change.after, rows.profile)}"
        for change in one.items
    ]


def _foot(flow: Flow, rows: LightChanges) -> None:
    kept = ngettext("{n} has the same colour", "{n} have the same colour", rows.unchanged)
    said = notes(rows.profile, rows.money)
    taken = sum(lines(flow.page, note, flow.sheet.inner) for note in said)
    flow.need(LEADING * (taken + 3))
    flow.y += LEADING * 2
    flow.page.text(flow.sheet.left, flow.y, f"{kept}.", _NOTHING)
    line = flow.y + LEADING + 6
    for note in said:
        line = legend(flow.page, flow.sheet.left, line, note, flow.sheet.right) + LEADING
