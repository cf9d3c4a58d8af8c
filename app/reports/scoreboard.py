"""The referral scoreboard: podium, givers as bars, leaders, teams, trend, who has none yet."""

from app.i18n import _
from app.queries.scoreboard import Scoreboard
from app.reports.kit.document import Document, Masthead
from app.reports.kit.sheet import Sheet
from app.reports.scoreboard_aside import draw_aside, draw_rest, ends_above, holds_lists, lists_of
from app.reports.scoreboard_below import below_height, draw_below
from app.reports.scoreboard_givers import draw_givers, fits_above
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
    lists = lists_of(rows)
    keep = 0.0 if holds_lists(page, aside, top, rows) else below_height(page, lists)
    fits = fits_above(page, rows, top=top, to_x=split, keep=keep)
    if not fits or not ends_above(page, top, rows, keep):
        keep = 0.0
    rest = draw_aside(page, aside, top, rows, keep=keep)
    draw_givers(document, rows, top=top, to_x=split, keep=keep)
    if keep:
        draw_below(page, lists)
    elif rest.teams or rest.lists:
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
