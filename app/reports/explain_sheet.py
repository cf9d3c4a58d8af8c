"""The explain sheet of one member: why 65, what the next steps need, the criteria."""

from app import formats
from app.i18n import _
from app.queries.explain_sheet import ExplainSheet
from app.reports.criteria import points
from app.reports.criteria_foot import draw_criteria
from app.reports.explain_ahead import draw_ahead, moves_in_words
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, wrap
from app.reports.kit.page import Page, Style
from app.reports.kit.palette import MUTED
from app.reports.kit.sheet import Sheet
from app.reports.light_marks import name_of
from app.reports.score_table import ASIDE, Explained, draw_score, draw_total
from app.reports.words import for_whom, held_in_words, span
from app.rules.scoring.profile import Light
from app.rules.scoring.scores import Score

_QUIET = Style(9, colour=MUTED)
_STRONG = Style(10.5, Weight.SEMIBOLD)
_NOTE = Style(8, colour=MUTED)


def pdf(rows: ExplainSheet, sheet: Sheet) -> bytes:
    """Draw the sheet on one upright page."""
    document = Document(sheet, _masthead(rows))
    page, rule = document.turn()
    if rows.score is None:
        nothing = _("There is no score: no week of this time was recorded for this member.")
        page.text(sheet.left, rule + 24, nothing, _QUIET)
        bottom = rule + 30
    else:
        aside = _draw_total(page, rule, rows, rows.score)
        nearest = frozenset(move.item for move in rows.path.moves) if rows.path else frozenset()
        explained = Explained(rows.score, rows.profile, rows.money, nearest)
        bottom = max(aside, draw_score(page, rule, explained))
        bottom = draw_ahead(page, bottom, rows)
    held = held_in_words(rows.held, rows.official, rows.official_meetings)
    draw_criteria(page, bottom, rows.profile, rows.money, held)
    return document.finish()


def _masthead(rows: ExplainSheet) -> Masthead:
    told = [_("Why this score"), rows.seat]
    if rows.joined_on:
        told.append(_("member since {day}").format(day=formats.day_full(rows.joined_on)))
    if rows.renewal_due:
        told.append(_("renewal due {day}").format(day=formats.day_full(rows.renewal_due)))
    return Masthead(
        title=rows.name,
        subtitle=" · ".join(one for one in told if one),
        chapter=rows.chapter,
        span=span(rows.window),
        audience=for_whom(rows.audience, rows.name),
        mark=_("Provisional") if rows.held.provisional else "",
    )


def _draw_total(page: Page, rule: float, rows: ExplainSheet, score: Score) -> float:
    """Draw the total with its colour and what is missing; return where it ends."""
    left = page.sheet.left
    line = draw_total(page, rule, score, rows.profile)
    for words, style in _missing(rows):
        broken = wrap(page, words.split(), style, ASIDE)
        line = draw_lines(page, left, line, broken, style=style, leading=12.4)
    return line


def _missing(rows: ExplainSheet) -> list[tuple[str, Style]]:
    way, green = rows.path, name_of(Light.GREEN, rows.profile.terms)
    if way is None:
        return [(_("Out of reach of {colour} for now.").format(colour=green), _NOTE)]
    if not way.moves:
        return []
    gap = _("{points} more to {colour}")
    moves = moves_in_words(way, rows.profile)
    return [
        (gap.format(points=points(way.gap, rows.profile), colour=green), _STRONG),
        (_("Nearest: {moves}").format(moves=moves), _NOTE),
    ]
