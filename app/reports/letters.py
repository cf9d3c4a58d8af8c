"""Letters of the committee, each on a page of its own: text, and what it rests on below."""

from collections.abc import Iterator

from app import formats
from app.i18n import _, ngettext
from app.queries.letter_sheets import Letters, LetterSheet
from app.reports.kit.correspondence import Correspondence
from app.reports.kit.document import Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, wrap
from app.reports.kit.flow import Flow
from app.reports.kit.page import Style
from app.reports.kit.palette import HAIRLINE, MUTED, THIN
from app.reports.kit.sheet import Sheet
from app.reports.letter_facts import facts, stated
from app.reports.words import for_whom
from app.rules.letter_texts import fill
from app.rules.privacy import Audience

_TEXT = Style(10.6)
_SUBJECT = Style(14, Weight.SEMIBOLD)
_NAME = Style(10.6, Weight.SEMIBOLD)
_LABEL = Style(8.6, colour=MUTED)
_FACT = Style(8.6)
_LEADING, _FACT_LEADING, _PARAGRAPH = 15.4, 11.6, 9.0
_SIGNED = 30.0  # room for a signature above the last paragraph
_LABEL_WIDTH = 84.0
_MEASURE = 430.0  # the width of lines that are still read with ease


def absence_pdf(letters: Letters, sheet: Sheet) -> bytes:
    """Draw letters about attendance."""
    return _pdf(letters, sheet, _("Letters about attendance"))


def renewal_pdf(letters: Letters, sheet: Sheet) -> bytes:
    """Draw renewal reminders and welcomes."""
    return _pdf(letters, sheet, _("Letters about membership"))


def pdf(letters: Letters, sheet: Sheet) -> bytes:
    """Draw letters of any kind."""
    return _pdf(letters, sheet, _("Letters"))


def _pdf(letters: Letters, sheet: Sheet, title: str) -> bytes:
    whom = letters.letters[0].name if letters.letters else ""
    audience = letters.audience if whom or letters.audience is not Audience.OWN else Audience.ROOM
    masthead = Masthead(
        title=title,
        subtitle=ngettext("{n} letter", "{n} letters", len(letters.letters)),
        chapter=letters.chapter,
        span=formats.day_full(letters.day),
        audience=for_whom(audience, whom),
    )
    document = Correspondence(sheet, masthead, letters.place)
    for letter in letters.letters:
        document.begin(letter.name)
        _draw(Flow(document), letters, letter)
    if not letters.letters:
        flow = Flow(document)
        flow.page.heading(title, 0, level=0)
        flow.page.text(sheet.left, flow.y + 30, title, _SUBJECT)
        words = _("No letter is due.")
        flow.page.text(sheet.left, flow.y + 52, words, _TEXT)
    return document.finish()


def _draw(flow: Flow, letters: Letters, letter: LetterSheet) -> None:
    found = facts(letters, letter)
    flow.page.heading(letter.name, 0, level=0)
    flow.y += 26
    for line, style in _address(letter):
        _draw_words(flow, line, style, leading=13.6)
    flow.y += 26
    _draw_words(flow, fill(letter.subject, found), _SUBJECT, leading=18)
    flow.y += 6
    paragraphs = list(_paragraphs(letter.body))
    for place, paragraph in enumerate(paragraphs, start=1):
        if place == len(paragraphs) > 1:
            flow.y += _SIGNED
        for line in paragraph:
            _draw_words(flow, fill(line, found), _TEXT, leading=_LEADING)
        flow.y += _PARAGRAPH
    _draw_stated(flow, stated(letters, letter))


def _address(letter: LetterSheet) -> Iterator[tuple[str, Style]]:
    yield letter.name, _NAME
    for line in (letter.company, *letter.address.split(", ")):
        if line:
            yield line, _TEXT


def _paragraphs(body: str) -> Iterator[list[str]]:
    paragraph: list[str] = []
    for line in [*body.splitlines(), ""]:
        if line:
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []


def _draw_words(flow: Flow, text: str, style: Style, *, leading: float) -> None:
    room = min(_MEASURE, flow.sheet.inner)
    for line in wrap(flow.page, text.split(), style, room):
        if flow.need(leading):
            flow.y += 10
        flow.y += leading
        draw_lines(flow.page, flow.sheet.left, flow.y, [line], style=style, leading=leading)


def _draw_stated(flow: Flow, rows: list[tuple[str, str]]) -> None:
    """Draw what the letter rests on, kept together."""
    room = min(_MEASURE, flow.sheet.inner) - _LABEL_WIDTH
    wrapped = [(label, wrap(flow.page, words.split(), _FACT, room)) for label, words in rows]
    height = sum(max(1, len(lines)) * _FACT_LEADING + 3 for _label, lines in wrapped)
    flow.need(height + 34)
    flow.y += 22
    left = flow.sheet.left
    flow.page.rule(left, flow.y, left + min(_MEASURE, flow.sheet.inner), HAIRLINE, THIN * 2)
    flow.y += 4
    for label, lines in wrapped:
        flow.y += _FACT_LEADING
        flow.page.text(left, flow.y, label, _LABEL)
        draw_lines(
            flow.page, left + _LABEL_WIDTH, flow.y, lines, style=_FACT, leading=_FACT_LEADING
        )
        flow.y += (max(1, len(lines)) - 1) * _FACT_LEADING + 3
