"""The statement of a member: why his score, his weeks, referrals, one-to-ones and money."""

from app.i18n import _
from app.queries.member_statement import MemberStatement
from app.reports.criteria_foot import profile_in_words
from app.reports.kit.document import Document
from app.reports.kit.fitting import fit
from app.reports.kit.flow import Flow
from app.reports.kit.page import Style
from app.reports.kit.palette import MUTED
from app.reports.kit.sheet import Sheet
from app.reports.member_head import LEADING, draw_total_and_gap, masthead
from app.reports.score_table import Explained, draw_score
from app.reports.statement_money import draw_money
from app.reports.statement_money import height as money_height
from app.reports.statement_people import draw_people
from app.reports.statement_people import height as people_height
from app.reports.statement_referrals import draw_referrals
from app.reports.statement_weeks import draw_weeks
from app.reports.words import held_in_words, sentence

_TEXT = Style(9, colour=MUTED)
_NOTE = Style(8, colour=MUTED)
_TABLE = 126.0  # from the left margin, where the table of the score begins


def pdf(rows: MemberStatement, sheet: Sheet) -> bytes:
    """Draw the statement of one member on an upright page, more where there is more to tell."""
    document = Document(sheet, masthead(rows, _("Member statement"), rows.seat, rows.company))
    _draw(Flow(document), rows)
    return document.finish()


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
    aside = draw_total_and_gap(page, rule, rows, rows.score) - LEADING
    nearest = frozenset(move.item for move in rows.path.moves) if rows.path else frozenset()
    explained = Explained(rows.score, rows.profile, rows.money, nearest)
    bottom = draw_score(page, rule, explained) + 9
    held = held_in_words(rows.held, rows.official, rows.official_meetings)
    told = f"{sentence(profile_in_words(rows.profile))}. {sentence(held)}."
    note = fit(page, told, _NOTE, flow.sheet.inner - _TABLE, least=0)
    page.text(left + _TABLE, bottom, note.text, note.style)
    return max(aside, bottom)
