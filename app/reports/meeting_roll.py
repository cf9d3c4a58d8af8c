"""The roll of a meeting report: exceptions in their own rows, everybody else in grey."""

from collections.abc import Sequence

from app import formats
from app.i18n import _
from app.queries.meeting_report import Exceptional, MeetingReport
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import SMALLEST, draw_fitted, draw_lines, fit, small, two_lines, wrap
from app.reports.kit.flow import Flow
from app.reports.kit.marks import boxed
from app.reports.kit.page import Style
from app.reports.kit.palette import FINE, HAIRLINE, MUTED
from app.reports.words import ordinal
from app.rules.attendance import Attendance
from app.rules.privacy import Audience

_ROW = 16.6
_WORD, _NAME = 21.0, 80.0
_USUAL, _WIDE = (190.0, 300.0), (236.0, 330.0)  # where seats and remarks begin
_EXCEPTION = Style(9.4, Weight.SEMIBOLD)
_TEXT = Style(9, colour=MUTED)
_REMARKS = Style(9)
_PRESENT = Style(8.6, colour=MUTED)
_COLUMNS, _LINE = (4, 3, 2), 11.3


def draw_roll(flow: Flow, rows: MeetingReport) -> None:
    """Draw who was not simply present, then who was."""
    flow.section(_("Attendance"), _("exceptions first"), above=31)
    if not rows.exceptions:
        nobody = _("Nobody was absent, late or represented.")
        if not rows.present:
            nobody = _("No attendance is recorded.")
        flow.page.text(flow.sheet.left, flow.y + 12, nobody, _TEXT)
        flow.y += 16
    before: Attendance | None = None
    columns = _exception_columns(flow, rows.exceptions)
    for one in rows.exceptions:
        if flow.need(_ROW):
            before = None
        flow.y += _ROW
        _draw_exception(flow, rows, one, columns, again=one.attendance is before)
        before = one.attendance
    _draw_present(flow, rows.present)
    _draw_not_recorded(flow, rows.not_recorded)


def _exception_columns(flow: Flow, exceptions: Sequence[Exceptional]) -> tuple[float, float]:
    """Return where seats and remarks begin: further right where a name needs two lines."""
    widths = (flow.page.width(one.name, _EXCEPTION) for one in exceptions)
    wide = max(widths, default=0) * SMALLEST > _USUAL[0] - _NAME - 8
    return _WIDE if wide else _USUAL


def _draw_exception(
    flow: Flow,
    rows: MeetingReport,
    one: Exceptional,
    columns: tuple[float, float],
    *,
    again: bool,
) -> None:
    page, left = flow.page, flow.sheet.left
    seat_at, remark_at = columns
    middle = flow.y - _ROW / 2
    line = middle + 3.2
    boxed(page, left, middle, one.attendance, filled=one.attendance is Attendance.ABSENT)
    if not again:
        word = fit(page, _word(one.attendance), _TEXT, _NAME - _WORD - 4)
        page.text(left + _WORD, line, word.text, word.style)
    name = two_lines(page, one.name, _EXCEPTION, seat_at - _NAME - 8)
    draw_fitted(page, left + _NAME, line, name)
    seat = two_lines(page, one.seat, _TEXT, remark_at - seat_at - 8)
    draw_fitted(page, left + seat_at, line, seat)
    _draw_remark(flow, left + remark_at, line, rows, one)
    page.rule(left, flow.y, flow.sheet.right, HAIRLINE, FINE)


def _draw_remark(flow: Flow, x: float, line: float, rows: MeetingReport, one: Exceptional) -> None:
    page, room = flow.page, flow.sheet.right - x
    if one.attendance is Attendance.SUBSTITUTE:
        words = _("in the seat:") if one.substitute else _("no name recorded")
        x += page.text(x, line, words, _TEXT) + 3
        name = two_lines(page, one.substitute, _EXCEPTION.sized(9), flow.sheet.right - x)
        draw_fitted(page, x, line, name)
        return
    remark, warned = _remark(rows, one)
    style = Style(9, Weight.SEMIBOLD) if warned else _REMARKS
    draw_fitted(page, x, line, two_lines(page, remark, style, room))


def _remark(rows: MeetingReport, one: Exceptional) -> tuple[str, bool]:
    """Return the remark for officers, and whether it is a warning."""
    if rows.audience is not Audience.OFFICERS or one.nth_absence is None:
        return one.note, False
    nth = one.nth_absence
    said = _("{nth} absence since {day}").format(
        nth=ordinal(nth), day=formats.day_short(rows.absences_since)
    )
    allowed = rows.absences_allowed
    if nth > allowed:
        return f"{said}: " + _("only {allowed} are allowed").format(allowed=allowed), True
    if nth == allowed:
        return f"{said}: " + _("the limit is reached"), True
    return f"{said}; " + _("{allowed} are allowed").format(allowed=allowed), False


def _word(attendance: Attendance) -> str:
    return {
        Attendance.PRESENT: _("Present"),
        Attendance.ABSENT: _("Absent"),
        Attendance.LATE: _("Late"),
        Attendance.MEDICAL: _("Medical"),
        Attendance.SUBSTITUTE: _("Substitute"),
    }[attendance]


def _draw_present(flow: Flow, names: Sequence[str]) -> None:
    """Draw who was present, down four columns."""
    if not names:
        return
    columns = _columns(flow, names)
    lines = -(-len(names) // columns)
    flow.need(lines * _LINE + 22)
    flow.y += 14.4
    x = flow.sheet.left + 0.6
    x += flow.page.text(x, flow.y, Attendance.PRESENT, Style(9, Weight.BOLD)) + 6
    count = _("Present, {count}").format(count=len(names))
    flow.page.text(x, flow.y, count, _TEXT)
    flow.y += 4.6
    step = flow.sheet.inner / columns
    for place, one in enumerate(names):
        column, line = divmod(place, lines)
        name = small(flow.page, one, _PRESENT, step - 8)
        x = flow.sheet.left + column * step
        flow.page.text(x, flow.y + (line + 1) * _LINE, name.text, name.style)
    flow.y += lines * _LINE


def _columns(flow: Flow, names: Sequence[str]) -> int:
    """Return in how many columns all names can be read: four, but fewer where some are long."""
    longest = max(flow.page.width(name, _PRESENT) for name in names) * SMALLEST
    return next((n for n in _COLUMNS if longest <= flow.sheet.inner / n - 8), _COLUMNS[-1])


def _draw_not_recorded(flow: Flow, names: Sequence[str]) -> None:
    if not names:
        return
    words = _("Not recorded, {count}:").format(count=len(names))
    label = flow.page.width(words, _PRESENT) + flow.page.width(" ", _PRESENT)
    left = flow.sheet.left
    lines = wrap(flow.page, names, _PRESENT, flow.sheet.inner - label, ",")
    flow.need(len(lines) * _LINE + 6)
    flow.y += 2
    flow.page.text(left, flow.y + _LINE, words, _PRESENT)
    draw_lines(
        flow.page,
        left + label,
        flow.y + _LINE,
        lines,
        style=_PRESENT,
        leading=_LINE,
        joint=",",
    )
    flow.y += len(lines) * _LINE
