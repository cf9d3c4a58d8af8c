"""The referral scoreboard: podium, givers as bars, leaders, teams, trend, who has none yet."""

from app.i18n import _
from app.queries.scoreboard import Scoreboard
from app.reports.kit.document import Document, Masthead
from app.reports.kit.sheet import Sheet
from app.reports.scoreboard_aside import draw_aside, draw_rest
from app.reports.scoreboard_givers import draw_givers
from app.reports.scoreboard_podium import draw_podium
from app.reports.words import for_whom, held_in_words, span

GIVERS_SHARE = 312 / 510.24  # of the width between the margins
_BETWEEN = 28.0


def pdf(rows: Scoreboard, sheet: Sheet) -> bytes:
    """Draw the board on upright pages, one where it fits."""
    document = Document(sheet, _masthead(rows))
    page, rule = document.turn()
    top = draw_podium(page, rule, rows.podium)
    split = sheet.left + sheet.inner * GIVERS_SHARE
    aside = split + _BETWEEN
    rest = draw_aside(page, aside, top, rows)
    draw_givers(document, rows, top=top, to_x=split)
    if rest.teams or rest.lists:
        draw_rest(document, aside, rows, rest)
    return document.finish()


def _masthead(rows: Scoreboard) -> Masthead:
    held = held_in_words(rows.held, rows.official, rows.meetings - rows.held.counted)
    given = _("Referrals given by members, inside and outside")
    return Masthead(
        title=_("Referral scoreboard"),
        subtitle=f"{given} · {held}",
        chapter=rows.chapter,
        span=span(rows.period),
        audience=for_whom(rows.audience),
        mark=_("Provisional") if rows.held.provisional else "",
    )
