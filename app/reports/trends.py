"""Trends: four courses one below the other, each beside that of the period before."""

from app.i18n import _, ngettext
from app.queries.trend_report import Step, TrendReport
from app.reports.kit.document import Document, Masthead
from app.reports.kit.drawings import draw
from app.reports.kit.flow import Flow
from app.reports.kit.page import Style
from app.reports.kit.palette import MUTED
from app.reports.kit.sheet import Sheet
from app.reports.trend_courses import courses
from app.reports.words import for_whom, span
from app.rules.courses import HEIGHT, course_drawing

_QUIET = Style(9, colour=MUTED)
_AIR = 6.0


def pdf(rows: TrendReport, sheet: Sheet) -> bytes:
    """Draw one upright page."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    if not rows.now:
        nothing = _("No meeting of this period is completed.")
        flow.page.text(sheet.left, flow.y + 24, nothing, _QUIET)
        return document.finish()
    high = sheet.inner * HEIGHT
    for titled in courses(rows):
        flow.section(titled.title, titled.note, above=24, below=high + _AIR)
        drawing = course_drawing(titled.course)
        draw(flow.page, drawing, x=sheet.left, y=flow.y + _AIR, unit=sheet.inner)
        flow.y += high + _AIR
    return document.finish()


def _masthead(rows: TrendReport) -> Masthead:
    places = len(rows.now)
    shown = ngettext("{n} meeting", "{n} meetings", places)
    if rows.step is Step.MONTH:
        shown = ngettext("{n} month", "{n} months", places)
    words = _("{places}, dark; grey: {before}").format(places=shown, before=span(rows.before))
    return Masthead(
        title=_("Trends"),
        subtitle=words,
        chapter=rows.chapter,
        span=span(rows.period),
        audience=for_whom(rows.audience),
    )
