"""What drops out of a member's window in the next weeks, and what makes him green then."""

from app import formats
from app.i18n import _
from app.queries.dropping import Coming
from app.queries.explain_sheet import ExplainSheet
from app.reports.criteria import counted, points, title
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, small, wrap
from app.reports.kit.flow import draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import HAIRLINE, MUTED, THIN
from app.reports.kit.table import HEAD
from app.reports.light_marks import draw_light, name_of
from app.rules.scoring.path import Path
from app.rules.scoring.profile import Light, Per, Profile

_TEXT = Style(9)
_QUIET = Style(8, colour=MUTED)
_BOLD = Style(9, Weight.SEMIBOLD)
_LEADING, _PAD, _HEADS = 11.0, 6.0, 17.4
_DROPS, _THEN, _DO = 96.0, 300.0, 386.0  # from the left margin


def draw_ahead(page: Page, bottom: float, rows: ExplainSheet) -> float:
    """Draw a line for each window ahead and return where they end."""
    if not rows.ahead:
        return bottom
    left, right = page.sheet.left, page.sheet.right
    note = _("if the member comes to every meeting and does no more")
    line = draw_section(page, left, bottom + 32, _("Looking ahead"), note, to_x=right) + _HEADS
    green = name_of(Light.GREEN, rows.profile.terms)
    for at, head in (
        (0.0, _("By")),
        (_DROPS, _("Drops out")),
        (_THEN, _("Then")),
        (_DO, _("What makes it {colour}").format(colour=green)),
    ):
        page.text(left + at, line - 4.6, head, HEAD)
    page.rule(left, line, right, HAIRLINE, THIN * 2)
    for one in rows.ahead:
        line = _draw_row(page, line + _PAD, rows, one)
        page.rule(left, line, right, HAIRLINE, THIN * 2)
    return line


def moves_in_words(way: Path, profile: Profile) -> str:
    """Return what to do for a colour: “Visitors + 1 · One-to-ones + 2”."""
    named = {item.name: title(item) for item in profile.items}
    return " · ".join(f"{named[move.item]} + {move.more}" for move in way.moves)


def dropped_in_words(one: Coming, rows: ExplainSheet) -> str:
    """Return what drops out: “May: Referrals given 5, Visitors 2 (20 → 15)”."""
    days = formats.period(one.days.start, one.days.end)
    before = {row.item.name: row.points for row in rows.score.items} if rows.score else {}
    said = []
    for item in one.outlook.items:
        was = before.get(item.item.name, item.points)
        count = f" {counted(item.leaves, rows.money)}" if item.leaves else ""
        if was != item.points:
            change = f"{points(was, rows.profile)} → {points(item.points, rows.profile)}"
            said.append(f"{title(item.item)}{count} ({change})")
        elif count and item.item.per is not Per.SHARE:
            said.append(f"{title(item.item)}{count}")
    return f"{days}: {', '.join(said)}" if said else _("{days}: nothing").format(days=days)


def wanted_in_words(one: Coming, profile: Profile) -> str:
    """Return what makes him green by the end of the window, or else of the next colour."""
    way = one.outlook.path
    if way is None:
        return _("out of reach")
    if not way.moves:
        return _("nothing more")
    moves = moves_in_words(way, profile)
    if way.light is Light.GREEN:
        return moves
    return _("{colour} with {moves}").format(colour=name_of(way.light, profile.terms), moves=moves)


def _draw_row(page: Page, top: float, rows: ExplainSheet, one: Coming) -> float:
    left, line = page.sheet.left, top + 8.6
    fitted = small(page, formats.day_full(one.window.end), _TEXT, _DROPS - 6)
    page.text(left, line, fitted.text, fitted.style)
    _draw_total(page, line, rows, one)
    ends = [line]
    for at, to, words, style in (
        (left + _DROPS, left + _THEN - 14, dropped_in_words(one, rows), _QUIET),
        (left + _DO, page.sheet.right, wanted_in_words(one, rows.profile), _TEXT),
    ):
        broken = wrap(page, words.split(), style, to - at)
        ends.append(draw_lines(page, at, line, broken, style=style, leading=_LEADING) - _LEADING)
    return max(ends) + _PAD


def _draw_total(page: Page, line: float, rows: ExplainSheet, one: Coming) -> None:
    at = page.sheet.left + _THEN
    how = one.outlook
    page.text(at + 16, line, points(how.total, rows.profile), _BOLD, Align.RIGHT)
    draw_light(page, at + 24, line - 3.1, how.light)
    page.text(at + 34, line, name_of(how.light, rows.profile.terms), _QUIET)
