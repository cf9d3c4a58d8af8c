"""The statement of a member: why his score, his weeks, referrals, one-to-ones and money."""

from app import formats
from app.i18n import _
from app.queries.member_statement import MemberStatement
from app.reports.criteria import points
from app.reports.criteria_foot import profile_in_words
from app.reports.explain_ahead import moves_in_words
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, fit, wrap
from app.reports.kit.flow import Flow
from app.reports.kit.page import Style
from app.reports.kit.palette import MUTED
from app.reports.kit.sheet import Sheet
from app.reports.light_marks import name_of
from app.reports.score_table import ASIDE, Explained, draw_score, draw_total
from app.reports.statement_money import draw_money
from app.reports.statement_money import height as money_height
from app.reports.statement_people import draw_people
from app.reports.statement_people import height as people_height
from app.reports.statement_referrals import draw_referrals
from app.reports.statement_weeks import draw_weeks
from app.reports.words import for_whom, held_in_words, sentence, span
from app.rules.scoring.profile import Light
from app.rules.scoring.scores import Score

_TEXT = Style(9, colour=MUTED)
_STRONG = Style(10.5, Weight.SEMIBOLD)
_NOTE = Style(8, colour=MUTED)
_TABLE = 126.0  # from the left margin, where the table of the score begins


def pdf(rows: MemberStatement, sheet: Sheet) -> bytes:
    """Draw the statement of one member on an upright page, more where there is more to tell."""
    document = Document(sheet, _masthead(rows))
    _draw(Flow(document), rows)
    return document.finish()


def _masthead(rows: MemberStatement) -> Masthead:
    told = [_("Member statement"), rows.seat, rows.company]
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


def _draw(flow: Flow, rows: MemberStatement) -> None:
    flow.y = _draw_score(flow, rows)
    draw_weeks(flow, rows)
    tail = people_height(flow.page, rows) + money_height(rows)
    draw_referrals(flow, rows, tail)
    draw_people(flow, rows)
    draw_money(flow, rows)


def _draw_score(flow: Flow, rows: MemberStatement) -> float:
    page, left, rule = flow.page, flow.sheet.left, flow.y
    if rows.score is None:
        nothing = _("There is no score: no week of this time was recorded for this member.")
        page.text(left, rule + 24, nothing, _TEXT)
        return rule + 24
    aside = _draw_total(flow, rule, rows, rows.score)
    nearest = frozenset(move.item for move in rows.path.moves) if rows.path else frozenset()
    explained = Explained(rows.score, rows.profile, rows.money, nearest)
    bottom = draw_score(page, rule, explained) + 9
    held = held_in_words(rows.held, rows.official, rows.official_meetings)
    told = f"{sentence(profile_in_words(rows.profile))}. {sentence(held)}."
    note = fit(page, told, _NOTE, flow.sheet.inner - _TABLE, least=0)
    page.text(left + _TABLE, bottom, note.text, note.style)
    return max(aside, bottom)


def _draw_total(flow: Flow, rule: float, rows: MemberStatement, score: Score) -> float:
    """Draw the total with its colour and what is missing; return where it ends."""
    page, left = flow.page, flow.sheet.left
    line = draw_total(page, rule, score, rows.profile)
    for words, style in _missing(rows):
        broken = wrap(page, words.split(), style, ASIDE)
        line = draw_lines(page, left, line, broken, style=style, leading=12.4)
    return line - 12.4


def _missing(rows: MemberStatement) -> list[tuple[str, Style]]:
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
