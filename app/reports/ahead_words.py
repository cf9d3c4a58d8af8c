"""What the papers for a meeting ahead have in common: their head, and what an empty one says."""

from app import formats
from app.i18n import _
from app.queries.ahead import Ahead
from app.reports.kit.document import Masthead
from app.reports.kit.page import Page, Style
from app.reports.kit.palette import MUTED
from app.reports.words import for_whom

NOBODY = Style(9, colour=MUTED)


def masthead(rows: Ahead, title: str, subtitle: str) -> Masthead:
    """Return the head of a paper: what it is, and for which day."""
    held = formats.day_long(rows.held_on, year=True)
    return Masthead(
        title=title,
        subtitle=subtitle,
        chapter=rows.chapter,
        span=f"{held}, {rows.starts_at}" if rows.starts_at else held,
        audience=for_whom(rows.audience),
    )


def draw_nobody(page: Page, y: float) -> None:
    """Say that there is nobody to list, and what to do about it."""
    words = _("Nobody is a member on this day. Admit members, then print the sheet again.")
    page.text(page.sheet.left, y, words, NOBODY)
