"""The columns of the list of visitors."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app import formats
from app.i18n import _, ngettext
from app.queries.visitors import VisitorRow
from app.rules.attendance_policy import too_many
from app.rules.people import VisitorStage
from app.ui.slips.cells import paint_side, side_text, side_tip
from app.ui.tables import Align, Choice, Column, Look
from app.ui.tables.columns import PLAIN, QUIET
from app.ui.theme import Tone
from app.ui.visitors.stages import ORDER, paint_stage, stage_words


class Correct(Protocol):
    """Stores a visitor with some details changed."""

    def __call__(self, row: VisitorRow, **changed: object) -> object:
        """Store it."""


def columns(
    correct: Correct,
    advance: Callable[[VisitorRow, VisitorStage], object],
    allowed: Callable[[], int | None],
) -> Sequence[Column[VisitorRow]]:
    """Return the columns; ``allowed`` tells how many visits one may make."""
    return (
        Column(_("Name"), lambda row: row.name, width=168, stretch=True),
        Column(
            _("Profession"),
            _profession_words,
            width=168,
            value=lambda row: row.profession,
            edit=lambda row, words: correct(row, profession=words),
            look=_profession_look,
            tip=_profession_tip,
        ),
        Column(
            _("Invited by"),
            lambda row: side_text(row.inviter),
            width=144,
            sort=lambda row: row.inviter.name or None,
            paint=_paint_inviter,
            tip=lambda row: side_tip(row.inviter),
        ),
        Column(
            _("Stage"),
            lambda row: stage_words(row.stage),
            width=152,
            sort=lambda row: ORDER.index(row.stage),
            edit=advance,
            value=lambda row: row.stage,
            choices=_stages,
            paint=paint_stage,
        ),
        Column(
            _("Visits"),
            lambda row: len(row.visits) or None,
            Align.RIGHT,
            width=64,
            look=lambda row: _visits_look(row, allowed()),
            tip=lambda row: _visits_tip(row, allowed()),
        ),
        _day_column(_("First"), lambda row: row.first_visit),
        _day_column(_("Last"), lambda row: row.last_visit),
        Column(
            _("Credit"),
            _credit_words,
            width=100,
            sort=lambda row: (len(row.unconfirmed), _credit_words(row)),
            look=lambda row: Look(Tone.ACCENT, bold=True) if row.unconfirmed else QUIET,
            tip=_credit_tip,
        ),
    )


def _day_column(title: str, day: Callable[[VisitorRow], date | None]) -> Column[VisitorRow]:
    def show(row: VisitorRow) -> str | None:
        visited = day(row)
        return None if visited is None else formats.day_short(visited, year=True)

    return Column(title, show, width=104, sort=day)


def _stages(row: VisitorRow) -> list[Choice]:
    return [Choice(stage, stage_words(stage)) for stage in ORDER if _can_be(row, stage)]


def _can_be(row: VisitorRow, stage: VisitorStage) -> bool:
    return stage is not VisitorStage.INVITED or not row.visits or row.stage is stage


def _paint_inviter(painter: QPainter, area: QRectF, row: VisitorRow) -> None:
    paint_side(painter, area, row.inviter)


def _profession_words(row: VisitorRow) -> str:
    if not row.seat_holder:
        return row.profession
    return _("{profession}, taken").format(profession=row.profession)


def _profession_look(row: VisitorRow) -> Look:
    return Look(Tone.LATE, icon="warning") if row.seat_holder else PLAIN


def _profession_tip(row: VisitorRow) -> str:
    if not row.seat_holder:
        return ""
    return _("The seat is taken: it belongs to {name}.").format(name=row.seat_holder)


def _visits_look(row: VisitorRow, allowed: int | None) -> Look:
    return Look(Tone.LATE, bold=True) if too_many(len(row.visits), allowed) else PLAIN


def _visits_tip(row: VisitorRow, allowed: int | None) -> str:
    if allowed is None or len(row.visits) <= allowed:
        return ""
    return ngettext("{n} visit is allowed.", "{n} visits are allowed.", allowed)


def _credit_words(row: VisitorRow) -> str:
    if row.unconfirmed:
        return _("to confirm")
    credited = any(visit.confirmed and visit.inviter for visit in row.visits)
    return _("confirmed") if credited else ""


def _credit_tip(row: VisitorRow) -> str:
    if not row.unconfirmed:
        return ""
    return _("{name} gets the credit once it is confirmed: press C.").format(
        name=row.unconfirmed[0].inviter
    )
