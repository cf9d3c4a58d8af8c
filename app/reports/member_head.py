"""What the papers about one member begin with: who he is, his total, what is missing to green."""

from app import formats
from app.i18n import _
from app.queries.explain_sheet import ExplainSheet
from app.queries.member_statement import MemberStatement
from app.reports.criteria import points
from app.reports.explain_ahead import moves_in_words
from app.reports.kit.document import Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, wrap
from app.reports.kit.page import Page, Style
from app.reports.kit.palette import MUTED
from app.reports.light_marks import name_of
from app.reports.score_table import ASIDE, draw_total
from app.reports.words import for_whom, span
from app.rules.scoring.profile import Light
from app.rules.scoring.scores import Score

LEADING = 12.4
_STRONG = Style(10.5, Weight.SEMIBOLD)
_NOTE = Style(8, colour=MUTED)

OfMember = ExplainSheet | MemberStatement


def masthead(rows: OfMember, *told: str) -> Masthead:
    """Return the head of a paper about one member; ``told`` comes first under his name."""
    said = list(told)
    if rows.joined_on:
        said.append(_("member since {day}").format(day=formats.day_full(rows.joined_on)))
    if rows.renewal_due:
        said.append(_("renewal due {day}").format(day=formats.day_full(rows.renewal_due)))
    return Masthead(
        title=rows.name,
        subtitle=" · ".join(one for one in said if one),
        chapter=rows.chapter,
        span=span(rows.window),
        audience=for_whom(rows.audience, rows.name),
        mark=_("Provisional") if rows.held.provisional else "",
    )


def draw_total_and_gap(page: Page, rule: float, rows: OfMember, score: Score) -> float:
    """Draw the total with its colour and what is missing; return the baseline below."""
    line = draw_total(page, rule, score, rows.profile)
    for words, style in _missing(rows):
        broken = wrap(page, words.split(), style, ASIDE)
        line = draw_lines(page, page.sheet.left, line, broken, style=style, leading=LEADING)
    return line


def _missing(rows: OfMember) -> list[tuple[str, Style]]:
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
