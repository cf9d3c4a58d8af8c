"""The foot of the attendance sheet: everyone else, counts of marks, and totals read aloud."""

from app.formats import Money
from app.i18n import _
from app.reports.attendance_places import Places
from app.reports.kit.faces import Weight
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import INK, MUTED, RULE
from app.reports.kit.table import HEAD

TAIL = 34.0  # points below the last row
_BOX = 10.0
_STRONG = Style(9, Weight.SEMIBOLD)
_SMALL = Style(8, colour=MUTED)


def draw_foot(page: Page, y: float, at: Places, money: Money) -> None:
    """Draw what is written when the roll is called and the totals are read aloud."""
    first, second = y + 14, y + 26
    page.frame(at.name, first - 8.4, _BOX, _BOX)
    page.text(at.name + _BOX + 5, first, _("everyone else present"), _STRONG)
    wide = page.text(at.name, second, _("initials"), _SMALL)
    page.rule(at.name + wide + 4, second + 1.6, at.name + 100, INK, RULE)
    for mark, middle in at.marks.items():
        page.text(middle, first, mark, HEAD.coloured(MUTED), Align.CENTRE)
        page.rule(middle - 8, second + 1.6, middle + 8, INK, RULE)
    _draw_aloud(page, first, at, money)


def _draw_aloud(page: Page, y: float, at: Places, money: Money) -> None:
    """Draw the totals read aloud, the amount with the widest line."""
    start, end = at.lines[0][0], page.sheet.right
    page.text(start, y, _("Read aloud:"), _STRONG.coloured(MUTED).sized(8.4))
    thanked = _("thanked {currency}").format(currency=money.symbol())
    blanks = ((_("ref."), 1.0), (_("1-2-1"), 1.0), (thanked, 2.2))
    taken = sum(page.width(words, _SMALL) for words, _share in blanks) + 4 * 3 + 8 * 2
    unit = (end - start - taken) / sum(share for _words, share in blanks)
    x = start
    for words, share in blanks:
        x += page.text(x, y + 12, words, _SMALL) + 4
        page.rule(x, y + 13.6, x + unit * share, INK, RULE)
        x += unit * share + 8
