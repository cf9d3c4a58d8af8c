"""The columns of the list of all slips."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from app import formats
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.sides import Side
from app.queries.slip_index import SlipLine, SlipOrder
from app.rules.identifiers import MeetingId, SlipId
from app.rules.meetings import MeetingState
from app.rules.slips import SlipKind
from app.ui.meeting.words import kind_name
from app.ui.slips.cells import date_column, note_column, plain, side_column, side_text, tier_words
from app.ui.tables import Align, Column

# What each column orders by, in the order of the columns; none cannot be ordered by.
ORDERS = (
    SlipOrder.DATE,
    SlipOrder.KIND,
    SlipOrder.SENDER,
    SlipOrder.ADDRESSEE,
    SlipOrder.AMOUNT,
    None,
)
_NOBODY = Side(None, "", None, "")
# What stands where a page of the list is still on the way; nothing of it is shown.
BLANK = SlipLine(
    slip_id=SlipId(0),
    kind=SlipKind.REFERRAL,
    dated_on=date.min,
    meeting_id=MeetingId(0),
    held_on=date.min,
    meeting_state=MeetingState.DRAFT,
    sender=_NOBODY,
    addressee=_NOBODY,
    guest="",
    tier=None,
    amount=None,
    credits=None,
    note="",
)


def columns(money: Callable[[], Money]) -> Sequence[Column[SlipLine]]:
    """Return the columns, in the order of ``ORDERS``."""
    kinds = {kind: kind_name(kind) for kind in SlipKind}
    return (
        date_column(),
        Column(_("Kind"), lambda row: kinds[row.kind], width=128, look=plain),
        side_column(_("From"), lambda row: row.sender, width=184),
        Column(_("To"), _to, width=184, look=plain),
        Column(_("Value"), lambda row: _value(row, money()), Align.RIGHT, width=112, look=plain),
        replace(note_column(), sortable=False),
    )


def _to(row: SlipLine) -> str:
    if row.guest:
        return row.guest
    return side_text(row.addressee) if row.addressee.name else formats.DASH


def _value(row: SlipLine, money: Money) -> str:
    if row.amount is not None:
        return money.whole(row.amount)
    if row.credits is not None:
        return ngettext("{n} unit", "{n} units", row.credits)
    return tier_words(row.tier)
