"""Cells of slips: people, with those of other chapters set off; days; what is not counted."""

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app import formats
from app.i18n import _
from app.queries.sides import Side
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.slips import Tier
from app.ui import typeface
from app.ui.kit import brush
from app.ui.tables.columns import PLAIN, QUIET, Column, Look
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight


class SlipRow(Protocol):
    """What every row of a list of slips has."""

    @property
    def dated_on(self) -> date:
        """The day on the slip."""

    @property
    def held_on(self) -> date:
        """The meeting it counts to."""

    @property
    def meeting_state(self) -> MeetingState:
        """The state of that meeting."""

    @property
    def note(self) -> str:
        """The remark on it."""


Row = TypeVar("Row", bound=SlipRow)


def counts(row: SlipRow) -> bool:
    """Tell whether a slip lies in a meeting that was not set aside."""
    return row.meeting_state is not MeetingState.DISCARDED


def plain(row: SlipRow) -> Look:
    """Return how a cell of a row looks: grey where it is not counted."""
    return PLAIN if counts(row) else QUIET


def quiet(_row: SlipRow) -> Look:
    """Return the look of what matters less."""
    return QUIET


def date_column() -> Column[Row]:
    """Return the day of a slip; its tip says which meeting it counts to."""
    return Column(
        _("Date"),
        lambda row: formats.day_short(row.dated_on, year=True),
        width=104,
        sort=lambda row: row.dated_on,
        look=plain,
        tip=meeting_words,
    )


def meeting_words(row: SlipRow) -> str:
    """Return what meeting a slip counts to, and what is special about that."""
    words = {
        MeetingState.DRAFT: _("Counts to the meeting of {day}, still a draft"),
        MeetingState.COMPLETED: _("Counts to the meeting of {day}"),
        MeetingState.HOLIDAY: _("Lies in the week of {day}, which was a holiday"),
        MeetingState.DISCARDED: _("Not counted: the meeting of {day} was discarded"),
    }
    return words[row.meeting_state].format(day=formats.day_full(row.held_on))


def side_text(side: Side) -> str:
    """Return a name with its chapter where that is another one."""
    if side.chapter:
        return f"{side.name} ({side.chapter})"
    return side.name or formats.DASH


def side_column(
    title: str, side: Callable[[Row], Side], *, width: int = 168, unknown: str = ""
) -> Column[Row]:
    """Return a column of people; ``unknown`` stands where nobody is known."""

    def show(row: Row) -> str:
        shown = side(row)
        return side_text(shown) if shown.name or not unknown else unknown

    def paint(painter: QPainter, area: QRectF, row: Row) -> None:
        paint_side(painter, area, side(row), counted=counts(row), unknown=unknown)

    return Column(
        title,
        show,
        width=width,
        sort=lambda row: side(row).name or None,
        paint=paint,
        tip=lambda row: side_tip(side(row)),
    )


def side_tip(side: Side) -> str:
    """Return where somebody of elsewhere belongs."""
    if side.chapter:
        return _("{name}, of {chapter}").format(name=side.name, chapter=side.chapter)
    return ""


def paint_side(
    painter: QPainter, area: QRectF, side: Side, *, counted: bool = True, unknown: str = ""
) -> None:
    """Write a name; people of other chapters bold, with their chapter small behind."""
    shades = tokens()
    if not side.name:
        words = unknown or formats.DASH
        brush.text(painter, area, words, font=typeface.font(), colour=shades.muted)
        return
    away = side.kind is PersonKind.EXTERNAL
    font = typeface.font(Size.BODY, Weight.BOLD if away else Weight.REGULAR)
    ink = shades.text if counted else shades.muted
    used = brush.text(painter, area, side.name, font=font, colour=ink)
    if side.chapter:
        rest = area.adjusted(used + 8, 0, 0, 0)
        small = typeface.font(Size.LABEL)
        brush.text(painter, rest, side.chapter, font=small, colour=shades.muted)


def note_column() -> Column[Row]:
    """Return the remark on a slip; it takes the room that is left."""
    return Column(_("Note"), lambda row: row.note, width=160, stretch=True, look=quiet)


def tier_words(tier: Tier | None) -> str:
    """Return how a tier is called in a list."""
    words = {Tier.INSIDE: _("inside"), Tier.OUTSIDE: _("outside"), Tier.THIRD: _("tier 3+")}
    return "" if tier is None else words[tier]
