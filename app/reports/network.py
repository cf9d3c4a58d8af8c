"""Who refers whom: the picture, and below it those left out, what goes one way, how to read it."""

from collections.abc import Sequence

from app.i18n import _, ngettext
from app.queries.network import Network
from app.reports.kit.document import Document, Masthead
from app.reports.kit.drawings import draw
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, fit, wrap
from app.reports.kit.flow import draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import ACCENT, BAR, HAIRLINE, INK, MUTED, WHITE
from app.reports.kit.sheet import Sheet
from app.reports.words import for_whom, span
from app.rules.drawing import Shade, disc, ribbon
from app.rules.network import network_drawing

_TEXT = Style(8.6)
_COUNT = Style(8.6, Weight.SEMIBOLD)
_NOTE = Style(8, colour=MUTED)
_NAMES = Style(8.6, Weight.SEMIBOLD)
_QUIET = Style(9, colour=MUTED)
_GAP, _LINE, _LEADING = 20.0, 13.4, 10.6
_MOST_LINES = 3


def pdf(rows: Network, sheet: Sheet) -> bytes:
    """Draw one upright page."""
    document = Document(sheet, _masthead(rows))
    page, rule = document.turn()
    if not rows.members:
        nobody = _("Nobody was a member in this period.")
        page.text(sheet.left, rule + 24, nobody, _QUIET)
        return document.finish()
    unit = min(sheet.inner / 2 - 2, (sheet.foot - rule - 168) / 2)
    middle = rule + 14 + unit
    drawing = network_drawing(rows.members, rows.ties)
    draw(page, drawing, x=sheet.width / 2, y=middle, unit=unit * 0.985)
    _draw_columns(page, middle + unit + 26, rows)
    return document.finish()


def _masthead(rows: Network) -> Masthead:
    total = sum(tie.count for tie in rows.ties)
    count = ngettext("{n} referral between members", "{n} referrals between members", total)
    return Masthead(
        title=_("Who refers whom"),
        subtitle=_("{referrals}. Each line is thick at the giver and thin at the receiver.").format(
            referrals=count
        ),
        chapter=rows.chapter,
        span=span(rows.period),
        audience=for_whom(rows.audience),
        mark=_("Provisional") if rows.held.provisional else "",
    )


def _draw_columns(page: Page, y: float, rows: Network) -> None:
    sheet = page.sheet
    width = (sheet.inner - 2 * _GAP) / 3
    starts = [sheet.left + place * (width + _GAP) for place in range(3)]
    _draw_left_out(page, starts[0], y, width, rows)
    _draw_one_way(page, starts[1], y, width, rows)
    _draw_key(page, starts[2], y, width)


def _draw_left_out(page: Page, x: float, y: float, width: float, rows: Network) -> None:
    at = draw_section(page, x, y, _("Left out"), to_x=x + width) + 12
    groups = (
        (_("Gave to no member"), rows.gave_to_none),
        (_("Received from no member"), rows.received_from_none),
        (_("Gave to one to four members only"), rows.gave_to_few),
    )
    filled = [(words, names) for words, names in groups if names]
    for place, (words, names) in enumerate(filled):
        share = (page.sheet.foot - at) / (len(filled) - place)
        most = max(2, min(_MOST_LINES, int((share - _LEADING - 5) / _LEADING)))
        page.text(x, at, words, _NOTE)
        at = _draw_names(page, x, at + _LEADING, width, names, most) + 5
    if not filled:
        page.text(x, at, _("Nobody: everyone gave and received."), _TEXT)


def _draw_names(  # noqa: PLR0917  a place and what stands there
    page: Page, x: float, y: float, width: float, names: Sequence[str], most: int
) -> float:
    """Draw names, as many as so many lines take, and how many more there are."""
    shown = [fit(page, name, _NAMES, width * 0.9, least=1).text for name in names]
    while True:
        rest = len(names) - len(shown)
        more = [_("and {n} more").format(n=rest)] if rest else []
        lines = wrap(page, [*shown, *more], _NAMES, width, ",")
        if len(lines) <= most or not shown:
            return draw_lines(page, x, y, lines, style=_NAMES, leading=_LEADING, joint=",")
        shown.pop()


def _draw_one_way(page: Page, x: float, y: float, width: float, rows: Network) -> None:
    at = draw_section(page, x, y, _("One way only"), to_x=x + width) + 13
    for one in rows.one_way:
        words = fit(page, f"{one.giver} → {one.receiver}", _TEXT, width - 18, least=0.7)
        page.text(x, at, words.text, words.style)
        page.text(x + width, at, str(one.count), _COUNT, Align.RIGHT)
        at += _LINE
    if not rows.one_way:
        page.text(x, at, _("Nothing worth naming."), _TEXT)


def _draw_key(page: Page, x: float, y: float, width: float) -> None:
    at = draw_section(page, x, y, _("How to read"), to_x=x + width) + 13
    inks = (
        (ACCENT, 4.4, _("three or more, by count")),
        (BAR, 2.2, _("two")),
        (HAIRLINE, 1, _("one")),
    )
    for ink, thick, words in inks:
        a, d = (x, at - 3), (x + 32, at - 3)
        bent = (a, (x + 10, at - 3), (x + 22, at - 3), d)
        page.shape(ribbon(bent, thick, 0.6, Shade.STRONG).corners, ink)
        page.text(x + 44, at, words, _TEXT)
        at += _LINE
    page.text(x, at, "12 · 9", _COUNT)
    page.text(x + 44, at, _("given · received"), _TEXT)
    at += _LINE
    page.shape(disc((x + 4, at - 3), 2.2, Shade.INK).corners, INK)
    page.shape(disc((x + 4, at - 3), 1.1, Shade.GROUND).corners, WHITE)
    page.text(x + 44, at, _("left out on one side or both"), _TEXT)
