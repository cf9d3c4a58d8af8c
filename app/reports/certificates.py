"""Recognition certificates: one page a category for whoever leads in it, to sign and hand over."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.i18n import _, ngettext
from app.queries.certificates import Certificate, Certificates
from app.queries.scoreboard import Category
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import halves, small, wrap
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import ACCENT, FINE, HAIRLINE, INK, MUTED, STRONG
from app.reports.kit.sheet import Sheet
from app.reports.words import for_whom, held_in_words, priced, span

_BORDER, _INNER = 70.0, 5.0  # the frame's lower edge above the foot of the sheet; the second line
_CHAPTER = Style(15, Weight.SEMIBOLD)
_SAYS = Style(13, colour=MUTED)
_SEAT = Style(13, colour=MUTED)
_REASON = Style(17)
_FIGURE = Style(40, Weight.SEMIBOLD, ACCENT)
_UNIT = Style(11, colour=MUTED)
_SIGN = Style(9, colour=MUTED)
_FINE_PRINT = Style(7.6, colour=MUTED)
_NAME_SIZES = (42.0, 36.0, 30.0, 25.0, 21.0, 17.0, 14.0, 11.5, 9.5)
_ALONE = 3  # so many who share a certificate each have a line of their own
_BROKEN = 30.0  # names larger than this are not set in two lines
_BETWEEN = " ·"
_LEADING = 1.22
_SIDE = 64.0  # from the frame to the text
_SHORT, _SIGNED = 36.0, 190.0  # the length of the dash under the chapter, and of a line to sign


def pdf(rows: Certificates, sheet: Sheet) -> bytes:
    """Draw a landscape page for each certificate, or one that says why there is none."""
    document = Document(sheet.turned(), _masthead(rows))
    if not rows.certificates:
        page, rule = document.turn()
        nothing = _("Nobody leads in anything yet: there is nothing to certify in this period.")
        page.text(page.sheet.left, rule + 20, nothing, Style(9, colour=MUTED))
    for one in rows.certificates:
        _draw(document.bare(_titled(one.category)), rows, one)
    return document.finish()


def _masthead(rows: Certificates) -> Masthead:
    return Masthead(
        title=_("Recognition certificates"),
        subtitle=held_in_words(rows.held, rows.official, 0),
        chapter=rows.chapter,
        span=span(rows.period),
        audience=for_whom(rows.audience),
    )


def _draw(page: Page, rows: Certificates, one: Certificate) -> None:
    """Draw from the top what honours, from the foot what is signed, the names between them."""
    sheet = page.sheet
    top, foot = sheet.left, sheet.height - _BORDER
    _frame(page, top, foot)
    _centred(page, top + 62, rows.chapter, _CHAPTER)
    middle = sheet.width / 2
    page.rule(middle - _SHORT / 2, top + 76, middle + _SHORT / 2, ACCENT, 1.2)
    says = ngettext("recognises", "recognises together", len(one.honoured))
    _centred(page, top + 101, says, _SAYS)
    reason = foot - 186
    _draw_names(page, one, top + 110, reason - 26)
    _centred(page, reason, f"{_titled(one.category)} · {span(rows.period)}", _REASON)
    _centred(page, reason + 52, _figure(rows, one), _FIGURE)
    _centred(page, reason + 70, _unit(one), _UNIT)
    _draw_signatures(page, rows, foot - 50)
    _centred(page, foot - 14, _criteria(rows), _FINE_PRINT)


def _frame(page: Page, top: float, foot: float) -> None:
    sheet = page.sheet
    page.frame(sheet.left, top, sheet.inner, foot - top, colour=ACCENT, weight=STRONG)
    page.frame(
        sheet.left + _INNER,
        top + _INNER,
        sheet.inner - 2 * _INNER,
        foot - top - 2 * _INNER,
        colour=HAIRLINE,
        weight=FINE,
    )


def _centred(page: Page, y: float, words: str, style: Style) -> None:
    fitted = small(page, words, style, page.sheet.inner - 2 * _SIDE)
    page.text(page.sheet.width / 2, y, fitted.text, fitted.style, Align.CENTRE)


@dataclass(frozen=True, slots=True)
class _Names:
    """Names broken into lines, in the size in which they fit."""

    lines: tuple[tuple[str, ...], ...]
    style: Style

    @property
    def leading(self) -> float:
        return self.style.size * _LEADING

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading


def _draw_names(page: Page, one: Certificate, top: float, foot: float) -> None:
    """Draw who is honoured midway between two heights; below it his seat, if he is alone."""
    seat = one.honoured[0].seat if len(one.honoured) == 1 else ""
    below = _SEAT.size * 1.75 if seat else 0.0
    names = _set(page, [each.name for each in one.honoured], foot - top - below)
    y = (top + foot - names.height - below) / 2 + names.style.size
    for line in names.lines:
        _draw_line(page, y, line, names.style)
        y += names.leading
    _centred(page, y - names.leading + below * 1.1, seat, _SEAT)


def _set(page: Page, names: Sequence[str], height: float) -> _Names:
    """Return names as large as they fit: a few below each other, many beside each other."""
    room = page.sheet.inner - 2 * _SIDE
    for size in _NAME_SIZES:
        style = Style(size, Weight.SEMIBOLD)
        if len(names) <= _ALONE:
            lines = [[line] for name in names for line in _halved(page, name, style, room)]
        else:
            lines = wrap(page, names, style, room, _BETWEEN)
        found = _Names(tuple(tuple(line) for line in lines), style)
        whole = all(
            page.width(line[0], style) <= room and not line[0].endswith(" ") for line in lines
        )
        if whole and found.height <= height:
            return found
    return _shortened(found, len(names), int(height / found.leading))


def _halved(page: Page, name: str, style: Style, room: float) -> Sequence[str]:
    """Return a name in one line, or in two about equally long ones where it is too wide."""
    if style.size > _BROKEN or page.width(name, style) <= room:
        return [name]
    return halves(page, name, style)


def _shortened(names: _Names, count: int, lines: int) -> _Names:
    """Return the names of all lines but one, and how many more there are."""
    kept = names.lines[: lines - 1]
    more = count - sum(len(line) for line in kept)
    return _Names((*kept, (_("and {count} more").format(count=more),)), names.style)


def _draw_line(page: Page, y: float, names: Sequence[str], style: Style) -> None:
    between = page.width(f"{_BETWEEN} ", style)
    wide = sum(page.width(name, style) for name in names) + (len(names) - 1) * between
    x = (page.sheet.width - wide) / 2
    for place, name in enumerate(names):
        if place:
            page.text(x - between, y, _BETWEEN, style.coloured(MUTED))
        x += page.text(x, y, name, style) + between


def _draw_signatures(page: Page, rows: Certificates, line: float) -> None:
    """Draw a line for whoever presides, with his name below it, and one for the day."""
    sheet = page.sheet
    for x, words in (
        (sheet.left + _SIDE, ", ".join(("", *rows.presidents))),
        (sheet.right - _SIDE - _SIGNED, ""),
    ):
        page.rule(x, line, x + _SIGNED, INK, FINE)
        under = f"{_('President')}{words}" if words or x < sheet.width / 2 else _("Date")
        fitted = small(page, under, _SIGN, _SIGNED)
        page.text(x, line + 12, fitted.text, fitted.style)


def _titled(category: Category) -> str:
    """Return how the certificate of a category is called in the outline."""
    return {
        Category.REFERRALS: _("Most referrals given"),
        Category.VISITORS: _("Most visitors invited"),
        Category.ONE_TO_ONES: _("Most one-to-ones"),
        Category.EDUCATION: _("Most education units"),
        Category.CLOSED_BUSINESS: _("Most closed business given"),
    }[category]


def _figure(rows: Certificates, one: Certificate) -> str:
    money = one.category is Category.CLOSED_BUSINESS
    return priced(rows.money, one.value) if money else str(one.value)


def _unit(one: Certificate) -> str:
    """Return what the figure counts."""
    n, shared = one.value, len(one.honoured) > 1
    if one.category is Category.CLOSED_BUSINESS:
        credited = _("credited to the giver of the referral")
        return _("each, {credited}").format(credited=credited) if shared else credited
    unit = {
        Category.REFERRALS: ngettext("referral", "referrals", n),
        Category.VISITORS: ngettext("visitor", "visitors", n),
        Category.ONE_TO_ONES: ngettext("one-to-one", "one-to-ones", n),
        Category.EDUCATION: ngettext("education unit", "education units", n),
    }[one.category]
    return _("{unit} each").format(unit=unit) if shared else unit


def _criteria(rows: Certificates) -> str:
    held = held_in_words(rows.held, rows.official, 0)
    return " · ".join((_("Recognition certificates"), held, _("equal figures share one")))
