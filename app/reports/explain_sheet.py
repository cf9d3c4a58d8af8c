"""The explain sheet of one member: why 65, what the next steps need, the criteria."""

from app.i18n import _
from app.queries.explain_sheet import ExplainSheet
from app.reports.criteria_foot import draw_criteria
from app.reports.explain_ahead import draw_ahead
from app.reports.kit.document import Document
from app.reports.kit.page import Style
from app.reports.kit.palette import MUTED
from app.reports.kit.sheet import Sheet
from app.reports.member_head import draw_total_and_gap, masthead
from app.reports.score_table import Explained, draw_score
from app.reports.words import held_in_words

_QUIET = Style(9, colour=MUTED)


def pdf(rows: ExplainSheet, sheet: Sheet) -> bytes:
    """Draw the sheet on one upright page."""
    document = Document(sheet, masthead(rows, _("Why this score"), rows.seat))
    page, rule = document.turn()
    if rows.score is None:
        nothing = _("There is no score: no week of this time was recorded for this member.")
        page.text(sheet.left, rule + 24, nothing, _QUIET)
        bottom = rule + 30
    else:
        aside = draw_total_and_gap(page, rule, rows, rows.score)
        nearest = frozenset(move.item for move in rows.path.moves) if rows.path else frozenset()
        explained = Explained(rows.score, rows.profile, rows.money, nearest)
        bottom = max(aside, draw_score(page, rule, explained))
        bottom = draw_ahead(page, bottom, rows)
    held = held_in_words(rows.held, rows.official, rows.official_meetings)
    draw_criteria(page, bottom, rows.profile, rows.money, held)
    return document.finish()
