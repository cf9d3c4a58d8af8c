"""The columns of the calendar."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from app import formats
from app.formats import Money
from app.i18n import _
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.slips import SlipKind
from app.ui import typeface
from app.ui.kit import brush
from app.ui.meeting.words import mark_name
from app.ui.meetings.weeks import Week, day_words
from app.ui.tables.columns import PLAIN, QUIET, Align, Column, Look
from app.ui.tables.header import PADDING
from app.ui.theme import Tone, colour, mix, tokens
from app.ui.typeface import Size, Weight

_CHIP = 20
_BETWEEN = 24
_COUNTED = (
    SlipKind.REFERRAL,
    SlipKind.ONE_TO_ONE,
    SlipKind.VISITOR,
    SlipKind.EDUCATION,
    SlipKind.TESTIMONIAL,
)


def columns(money: Callable[[], Money], today: date) -> Sequence[Column[Week]]:
    """Return the columns; ``money`` is asked when an amount is shown."""
    heads = {
        SlipKind.REFERRAL: _("Ref."),
        SlipKind.ONE_TO_ONE: _("1-2-1"),
        SlipKind.VISITOR: _("Vis."),
        SlipKind.EDUCATION: _("CEU"),
        SlipKind.TESTIMONIAL: _("Test."),
    }
    return (
        Column(
            _("Day"), partial(_day, today), width=104, sort=lambda week: week.held_on,
            look=_look_of_day,
        ),
        Column(_("State"), lambda week: week.state, width=104, paint=_paint_state),
        *(
            Column(
                mark.value, partial(_mark, mark), Align.RIGHT, 34, look=partial(_look_of, mark),
                tip=partial(_explain, mark),
            )
            for mark in Attendance
        ),
        *(
            Column(heads[kind], partial(_total, kind), Align.RIGHT, _width(kind), look=_quiet)
            for kind in _COUNTED
        ),
        Column(
            _("Closed business"), partial(_money, money), Align.RIGHT, 112,
            sort=partial(_amount, SlipKind.CLOSED_BUSINESS), look=_quiet,
        ),
        Column(
            _("Still open"), _open, width=200, stretch=True, paint=_paint_open, sortable=False,
            tip=lambda week: week.explained,
        ),
    )  # fmt: skip


def _day(today: date, week: Week) -> str:
    return day_words(week.held_on, today)


def _mark(mark: Attendance, week: Week) -> str:
    return formats.dash(week.marked(mark))


def _explain(mark: Attendance, _week: Week) -> str:
    return mark_name(mark)


def _amount(kind: SlipKind, week: Week) -> int | None:
    return week.total(kind)


def _total(kind: SlipKind, week: Week) -> str:
    return formats.dash(week.total(kind))


def _width(kind: SlipKind) -> int:
    return 56 if kind is SlipKind.ONE_TO_ONE else 46


def _money(money: Callable[[], Money], week: Week) -> str:
    amount = week.total(SlipKind.CLOSED_BUSINESS)
    return formats.DASH if amount is None else money().whole(amount)


def links() -> tuple[str, str]:
    """Return what can be done about a missing week, in the order it is shown."""
    return _("Record the week"), _("Holiday")


def link_at(x: float) -> int:
    """Return which link of a missing week lies at a place of its cell, in pixels."""
    font = typeface.font(Size.BODY, Weight.MEDIUM)
    width = QFontMetricsF(font).horizontalAdvance(links()[0])
    return 0 if x < PADDING + width + _BETWEEN / 2 else 1


def _open(week: Week) -> str:
    return ", ".join(links()) if week.missing else week.gaps


def _look_of_day(week: Week) -> Look:
    return Look(Tone.TEXT, bold=not week.missing)


def _look_of(mark: Attendance, week: Week) -> Look:
    if mark is Attendance.ABSENT and week.marked(mark):
        return Look(Tone.ABSENT, bold=True)
    return _quiet(week)


def _quiet(week: Week) -> Look:
    counts = week.meeting is not None and week.meeting.state is MeetingState.COMPLETED
    return PLAIN if counts else QUIET


def _paint_open(painter: QPainter, area: QRectF, week: Week) -> None:
    """Write what is open, or the links of a missing week."""
    shades = tokens()
    if not week.missing:
        plain = typeface.font(Size.BODY)
        brush.text(painter, area, week.gaps, font=plain, colour=shades.muted)
        return
    font = typeface.font(Size.BODY, Weight.MEDIUM)
    for words in links():
        used = brush.text(painter, area, words, font=font, colour=shades.accent)
        area = area.adjusted(used + _BETWEEN, 0, 0, 0)


def _paint_state(painter: QPainter, area: QRectF, week: Week) -> None:
    """Draw the state: a dashed chip for what is provisional, a red one for what is missing."""
    font = typeface.font(Size.LABEL, Weight.SEMIBOLD)
    shades = tokens()
    if week.missing or week.provisional:
        width = min(QFontMetricsF(font).horizontalAdvance(week.state) + 20, area.width())
        chip = QRectF(area.left(), area.center().y() - _CHIP / 2, width, _CHIP)
        shade = colour(Tone.ABSENT if week.missing else Tone.TEXT)
        if week.missing:
            fill = mix(shade.name(), shades.window, 0.1)
            brush.panel(painter, chip, fill=fill, radius=_CHIP / 2)
        else:
            brush.panel(painter, chip, line=shade, radius=_CHIP / 2, dashes=(3, 2))
        brush.text(painter, chip, week.state, font=font, colour=shade, align=brush.CENTRE)
    else:
        body = typeface.font(Size.BODY)
        brush.text(painter, area, week.state, font=body, colour=shades.muted)
