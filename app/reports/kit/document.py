"""A document of pages that share a head and a foot; the page count is known when all are drawn."""

from dataclasses import dataclass

from app import formats
from app.i18n import _
from app.reports.kit.binder import Binder
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, fit, two_lines
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import HAIRLINE, INK, MUTED, RULE, THIN
from app.reports.kit.sheet import Sheet

TITLE = Style(20, Weight.SEMIBOLD)
_LONG_TITLE = Style(15, Weight.SEMIBOLD)
SUBTITLE = Style(9, colour=MUTED)
CHAPTER = Style(9.5, Weight.SEMIBOLD)
SPAN = Style(9.5, colour=MUTED)
AGAIN = Style(10.5, Weight.SEMIBOLD)  # the title on later pages
MARK = Style(8.6, Weight.SEMIBOLD)
FOOT = Style(8, colour=MUTED)
AUDIENCE = Style(8, Weight.SEMIBOLD)

_TITLE_LINE, _SUBTITLE_LINE, _CHAPTER_LINE, _SPAN_LINE = 57.0, 70.5, 49.8, 61.6
_AGAIN_LINE = 52.0
FIRST_RULE, LATER_RULE = 78.8, 58.4  # under the head of the first page, and of the others
_FOOT_LINE = 38.8  # from the bottom
_FOOT_RULE = 49.6
_APART = 12.0  # between the words of the foot, at least


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands at the head and the foot of every page of a document."""

    title: str
    subtitle: str
    chapter: str
    span: str
    audience: str
    mark: str = ""  # in a dashed frame beside the title, such as “Provisional”


class Document:
    """Pages in the making; ``finish`` adds feet, outline and fonts and gives the file.

    Bound with others, the pages go to the binder's file, and its own is empty.
    """

    def __init__(self, sheet: Sheet, masthead: Masthead) -> None:
        self.sheet = sheet
        self.masthead = masthead
        self.pages: list[Page] = []
        self._binder = sheet.binder or Binder(sheet.language)
        self._canvas = self._binder.canvas
        self._letterer = self._binder.letterer
        self._letterer.begin()

    def turn(self) -> tuple[Page, float]:
        """Begin a page and return it with the height, from the top, where its rule stands."""
        page = Page(self.sheet, self._letterer)
        first = not self.pages
        self.pages.append(page)
        rule = self._first_head(page) if first else self._later_head(page)
        page.rule(self.sheet.left, rule, self.sheet.right, INK, RULE)
        return page, rule

    def bare(self, heading: str) -> Page:
        """Begin a page without a head, such as a certificate, and name it in the outline."""
        page = Page(self.sheet, self._letterer)
        self.pages.append(page)
        page.heading(heading, 0, level=0)
        return page

    def finish(self) -> bytes:
        """Return the document as a PDF file."""
        masthead, canvas = self.masthead, self._canvas
        canvas.setPageSize((self.sheet.width, self.sheet.height))
        for number, page in enumerate(self.pages, start=1):
            self._foot(page, number)
            canvas.addLiteral("\n".join(page.code))
            self._outline(page, number)
            canvas.showPage()
        self._binder.documents += 1
        if self.sheet.binder is not None:
            return b""
        self._binder.entitle(
            f"{masthead.title}, {masthead.chapter}, {masthead.span}",
            subject=masthead.audience,
            author=masthead.chapter,
        )
        return self._binder.finish()

    def _first_head(self, page: Page) -> float:
        left, right, masthead = self.sheet.left, self.sheet.right, self.masthead
        beside = self._beside(page, _CHAPTER_LINE, _SPAN_LINE)
        mark = self._mark_words()
        room = right - left - beside - (page.width(mark, MARK) + 40 if mark else 24)
        wide = _title(page, left, masthead.title, room)
        _mark(page, left + wide + 14, mark)
        under = fit(page, masthead.subtitle, SUBTITLE, right - left)
        page.text(left, _SUBTITLE_LINE, under.text, under.style)
        page.heading(masthead.title, 0, level=0)
        return FIRST_RULE

    def _mark_words(self) -> str:
        known_at, mark = self.sheet.known_at, self.masthead.mark
        if known_at is None:
            return mark
        known = formats.known_on(known_at)
        return f"{mark}, {known}" if mark else known[:1].upper() + known[1:]

    def _later_head(self, page: Page) -> float:
        left, right, masthead = self.sheet.left, self.sheet.right, self.masthead
        wide = page.text(right, _AGAIN_LINE, f" · {masthead.span}", SPAN, Align.RIGHT)
        room = (right - left) * 0.6 - wide
        beside = fit(page, masthead.chapter, SPAN, room)
        wide += page.text(right - wide, _AGAIN_LINE, beside.text, beside.style, Align.RIGHT)
        title = fit(page, masthead.title, AGAIN, right - left - wide - 16, least=0)
        page.text(left, _AGAIN_LINE, title.text, title.style)
        return LATER_RULE

    def _beside(self, page: Page, chapter_line: float, span_line: float) -> float:
        """Draw chapter and period at the right and return how wide they stand."""
        right, masthead = self.sheet.right, self.masthead
        chapter = fit(page, masthead.chapter, CHAPTER, self.sheet.inner * 0.55)
        wide = page.text(right, chapter_line, chapter.text, chapter.style, Align.RIGHT)
        span = page.text(right, span_line, masthead.span, SPAN, Align.RIGHT)
        return max(wide, span)

    def _foot(self, page: Page, number: int) -> None:
        sheet = self.sheet
        line = sheet.height - _FOOT_LINE
        page.rule(sheet.left, sheet.height - _FOOT_RULE, sheet.right, HAIRLINE, THIN * 2)
        count = _("Page {number} of {count}").format(number=number, count=len(self.pages))
        counted = page.text(sheet.right, line, count, FOOT, Align.RIGHT)
        printed = page.width(self._printed(), FOOT)
        room = sheet.inner - printed - counted - 2 * _APART
        audience = fit(page, self.masthead.audience, AUDIENCE, room, least=0)
        wide = page.text(sheet.left, line, audience.text, audience.style)
        middle = max(sheet.width / 2, sheet.left + wide + _APART + printed / 2)
        page.text(middle, line, self._printed(), FOOT, Align.CENTRE)

    def _printed(self) -> str:
        printed = _("Printed {moment}").format(moment=formats.moment(self.sheet.printed_at))
        if self.sheet.known_at is not None:
            printed += ", " + formats.known_on(self.sheet.known_at)
        if self._letterer.missing:
            printed += " · " + _("□ stands for a sign no font here can draw")
        return printed

    def _outline(self, page: Page, number: int) -> None:
        for place, heading in enumerate(page.headings):
            key = f"{self._binder.documents}-{number}-{place}"
            top = self.sheet.height - heading.top
            self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
            self._canvas.addOutlineEntry(heading.words, key, heading.level)


def _title(page: Page, left: float, words: str, room: float) -> float:
    """Draw the title, one as long as a long name in two smaller lines, and return how wide."""
    lines = [fit(page, words, TITLE, room, least=0)]
    if lines[0].text != words:
        lines = two_lines(page, words, _LONG_TITLE, room)
    draw_fitted(page, left, _TITLE_LINE - 2 * (len(lines) - 1), lines)
    return max(page.width(line.text, line.style) for line in lines)


def _mark(page: Page, x: float, words: str) -> None:
    """Draw a word of warning in a dashed frame, if there is one."""
    if words:
        wide = page.text(x + 6, _TITLE_LINE - 3, words, MARK)
        page.frame(x, _TITLE_LINE - 13.4, wide + 12, 15, weight=RULE, dashes="2 1.6")
