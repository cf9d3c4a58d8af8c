"""The meeting report: five figures, exceptions first, visitors, slips against those read aloud."""

from app import formats
from app.i18n import _, ngettext
from app.queries.meeting_report import Line, MeetingReport
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.flow import Flow
from app.reports.kit.page import Style
from app.reports.kit.palette import ACCENT, MUTED
from app.reports.kit.sheet import Sheet
from app.reports.meeting_roll import draw_roll
from app.reports.meeting_slips import draw_slips
from app.reports.meeting_visitors import draw_visitors
from app.reports.words import for_whom, priced, sentence
from app.rules.meetings import MeetingState

_FIGURE = Style(24, Weight.SEMIBOLD)
_UNDER = Style(8.5, colour=MUTED)


def pdf(rows: MeetingReport, sheet: Sheet) -> bytes:
    """Draw the report on upright pages, one where it fits."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    _draw_figures(flow, rows)
    draw_roll(flow, rows)
    draw_visitors(flow, rows)
    draw_slips(flow, rows)
    return document.finish()


def _masthead(rows: MeetingReport) -> Masthead:
    held = formats.day_long(rows.held_on, year=True)
    return Masthead(
        title=_("Meeting report"),
        subtitle=sentence(_state(rows)),
        chapter=rows.chapter,
        span=f"{held}, {rows.starts_at}" if rows.starts_at else held,
        audience=for_whom(rows.audience),
        mark=_("Draft") if rows.state is MeetingState.DRAFT else "",
    )


def _state(rows: MeetingReport) -> str:
    """Return what has become of the meeting, and since when."""
    number = _("meeting {number} of the term").format(number=rows.number)
    if rows.state is MeetingState.COMPLETED and rows.completed_at is not None:
        at = formats.moment(rows.completed_at)
        by = _("completed by {name}, {at}") if rows.completed_by else _("completed {at}")
        return f"{number} · {by.format(name=rows.completed_by, at=at)}"
    stands = {
        MeetingState.COMPLETED: _("completed"),
        MeetingState.DRAFT: _("draft: every figure is provisional"),
        MeetingState.HOLIDAY: _("holiday: nothing here is counted"),
        MeetingState.DISCARDED: _("discarded: nothing here is counted"),
    }[rows.state]
    reason = f" ({rows.reason})" if rows.reason else ""
    return f"{number} · {stands}{reason}"


def _draw_figures(flow: Flow, rows: MeetingReport) -> None:
    """Draw the five figures everybody asks for."""
    figures = _figures(rows)
    step = flow.sheet.inner / len(figures)
    line = flow.y + 35
    for place, (figure, words) in enumerate(figures):
        x = flow.sheet.left + place * step
        style = _FIGURE if place else _FIGURE.coloured(ACCENT)
        flow.page.text(x, line, figure, style)
        flow.page.text(x, line + 13.2, words, _UNDER)
    flow.y = line + 13.2


def _figures(rows: MeetingReport) -> list[tuple[str, str]]:
    visitors, referrals = len(rows.visitors), rows.line(Line.REFERRALS).recorded
    met = rows.line(Line.ONE_TO_ONES).recorded
    money = rows.closed_business.recorded
    return [
        (str(rows.filled), ngettext("of {n} seat filled", "of {n} seats filled", rows.seats)),
        (str(visitors), ngettext("visitor", "visitors", visitors)),
        (str(referrals), ngettext("referral", "referrals", referrals)),
        (str(met), ngettext("one-to-one", "one-to-ones", met)),
        (
            formats.DASH if money is None else priced(rows.money, money),
            _("closed business, withheld") if money is None else _("closed business"),
        ),
    ]
