"""The columns of the list of closed business."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app import formats
from app.errors import RuleError
from app.formats import Money
from app.i18n import _
from app.queries.closed_business import BusinessRow
from app.rules import amounts
from app.rules.slips import Tier
from app.ui import typeface
from app.ui.kit import brush
from app.ui.slips.cells import (
    counts,
    date_column,
    meeting_words,
    paint_side,
    plain,
    quiet,
    side_column,
    side_text,
    tier_words,
)
from app.ui.tables import Align, Choice, Column
from app.ui.theme import tokens


class Amend(Protocol):
    """Stores a thank-you with some of its facts changed."""

    def __call__(self, row: BusinessRow, **changed: object) -> object:
        """Store it."""


def columns(amend: Amend, money: Callable[[], Money]) -> Sequence[Column[BusinessRow]]:
    """Return the columns; amount, kind, tier and note are edited in place."""
    return (
        date_column(),
        Column(
            _("Thanked by"),
            thanker_words,
            width=200,
            sort=lambda row: row.thanker.name or row.other_chapter or None,
            paint=_paint_thanker,
            tip=meeting_words,
        ),
        side_column(_("Thanks to"), lambda row: row.giver, width=184),
        Column(
            _("Amount"),
            lambda row: money().whole(row.amount),
            Align.RIGHT,
            width=112,
            sort=lambda row: row.amount,
            edit=lambda row, words: amend(row, amount=_read(words, money())),
            value=lambda row: money().exact(row.amount),
            look=plain,
        ),
        Column(
            _("Business"),
            lambda row: _("repeat") if row.repeat else _("new"),
            width=88,
            edit=lambda row, repeat: amend(row, repeat=repeat),
            value=lambda row: row.repeat,
            choices=_kinds,
            look=quiet,
        ),
        Column(
            _("Tier"),
            lambda row: tier_words(row.tier),
            width=88,
            edit=lambda row, tier: amend(row, tier=tier),
            value=lambda row: row.tier,
            choices=_tiers,
            look=quiet,
        ),
        Column(
            _("Referral of"),
            lambda row: formats.day_short(row.referred_on) if row.referred_on else None,
            width=84,
            sort=lambda row: row.referred_on,
            look=quiet,
        ),
        Column(
            _("Note"),
            lambda row: row.note,
            width=140,
            stretch=True,
            edit=lambda row, note: amend(row, note=note),
            look=quiet,
        ),
    )


def thanker_words(row: BusinessRow) -> str:
    """Return who thanks, or what is known of him."""
    if row.thanker.name:
        return side_text(row.thanker)
    if row.other_chapter:
        return _("another chapter: {chapter}").format(chapter=row.other_chapter)
    return formats.DASH


def _paint_thanker(painter: QPainter, area: QRectF, row: BusinessRow) -> None:
    if row.thanker.name:
        paint_side(painter, area, row.thanker, counted=counts(row))
        return
    ink = tokens().muted
    brush.text(painter, area, thanker_words(row), font=typeface.font(), colour=ink)


def _kinds(_row: BusinessRow) -> list[Choice]:
    return [Choice(value=False, text=_("new")), Choice(value=True, text=_("repeat"))]


def _tiers(_row: BusinessRow) -> list[Choice]:
    return [Choice(tier, tier_words(tier)) for tier in (Tier.INSIDE, Tier.OUTSIDE, Tier.THIRD)]


def _read(words: str, money: Money) -> int:
    amount = amounts.amount(words, decimals=money.decimals, grouping=money.grouping)
    if amount is None:
        raise RuleError("impossible_amount", amount=words)
    return amount
