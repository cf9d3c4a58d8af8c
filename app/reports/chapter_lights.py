"""The chapter's own light: why its total is what it is, its course, the criteria."""

from app import formats
from app.i18n import _
from app.queries.chapter_lights import ChapterLights, ChapterMonth
from app.reports.criteria import points
from app.reports.criteria_foot import draw_criteria, profile_in_words
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.flow import draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import ACCENT, BAR, FINE, MUTED, QUIET
from app.reports.kit.sheet import Sheet
from app.reports.light_marks import draw_light
from app.reports.score_table import Explained, draw_score, draw_total
from app.reports.words import for_whom, held_in_words, sentence, span

_QUIET = Style(9, colour=MUTED)
_MONTH = Style(8, colour=MUTED)
_FIGURE = Style(9, Weight.SEMIBOLD)
_TALL = 64.0
_COLUMN = 0.62  # of a month's width


def pdf(rows: ChapterLights, sheet: Sheet) -> bytes:
    """Draw the chapter's score on one upright page."""
    document = Document(sheet, _masthead(rows))
    page, rule = document.turn()
    if rows.score is None:
        nothing = _("There is no score: no meeting of this time was completed.")
        page.text(sheet.left, rule + 24, nothing, _QUIET)
        bottom = rule + 30
    else:
        aside = draw_total(page, rule, rows.score, rows.profile)
        explained = Explained(rows.score, rows.profile, rows.money)
        bottom = max(aside, draw_score(page, rule, explained))
    bottom = _draw_course(page, bottom, rows)
    held = held_in_words(rows.held, rows.official, rows.official_meetings)
    draw_criteria(page, bottom, rows.profile, rows.money, held)
    return document.finish()


def _masthead(rows: ChapterLights) -> Masthead:
    return Masthead(
        title=_("Chapter lights"),
        subtitle=sentence(profile_in_words(rows.profile)),
        chapter=rows.chapter,
        span=span(rows.window),
        audience=for_whom(rows.audience),
    )


def _draw_course(page: Page, bottom: float, rows: ChapterLights) -> float:
    """Draw a column a month with its total and light; return where they end."""
    left, right = page.sheet.left, page.sheet.right
    note = _("each month by the window that ends with it")
    line = draw_section(page, left, bottom + 32, _("Twelve months"), note, to_x=right)
    base = line + 26 + _TALL
    step = page.sheet.inner / len(rows.months)
    for place, one in enumerate(rows.months):
        middle = left + (place + 0.5) * step
        last = place == len(rows.months) - 1
        _draw_month(page, middle, base, one, rows, strong=last, width=step * _COLUMN)
    page.rule(left, base, right, QUIET, FINE)
    return base + 26


def _draw_month(
    page: Page,
    middle: float,
    base: float,
    one: ChapterMonth,
    rows: ChapterLights,
    *,
    strong: bool,
    width: float,
) -> None:
    name = formats.month(one.month).partition(" ")[0][:3]
    page.text(middle, base + 11, name, _MONTH, Align.CENTRE)
    if one.total is None or one.light is None:
        page.text(middle, base - 6, formats.DASH, _MONTH, Align.CENTRE)
        return
    tall = float(one.total / rows.profile.most) * _TALL
    page.block(middle - width / 2, base - tall, width, tall, ACCENT if strong else BAR)
    total = points(one.total, rows.profile)
    wide = page.width(total, _FIGURE)
    start = middle - (wide + 9) / 2
    draw_light(page, start, base - tall - 8, one.light, 6)
    page.text(start + 9, base - tall - 5, total, _FIGURE)
