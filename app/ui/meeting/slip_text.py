"""A stored slip as a line to correct, and a slip as a label in the history."""

from app.formats import Money
from app.i18n import _, ngettext
from app.queries.meeting_slips import SlipRow
from app.queries.sides import Side as StoredSide
from app.rules.likeness import Likeness, likeness
from app.rules.slip_entry import Side, Understood
from app.rules.slips import SlipKind
from app.ui.meeting.words import kind_name


def said_by(row: SlipRow) -> Understood:
    """Return what a stored slip says, in the terms of the slip line."""
    giver, receiver = _side(row.giver), _side(row.receiver)
    business = row.kind is SlipKind.CLOSED_BUSINESS
    alone = row.kind in {SlipKind.VISITOR, SlipKind.EDUCATION}
    return Understood(
        kind=row.kind,
        first=receiver if business else giver,
        second=giver if business else (None if alone else receiver),
        tier=row.tier,
        amount=row.amount,
        units=row.units,
        repeat=row.repeat,
        guest=row.visit.name if row.visit is not None else "",
        profession=row.visit.profession if row.visit is not None else "",
        note=row.note,
        missing=(),
    )


def label(said: Understood, money: Money) -> str:
    """Return how a slip is called in the history: “Referral Ann Whitfield → Bob Hartley”."""
    if said.kind is None:
        return ""
    kind = kind_name(said.kind)
    first = said.first.name if said.first is not None else _("nobody")
    match said.kind:
        case SlipKind.VISITOR:
            return _("{kind} {guest} by {name}").format(kind=kind, guest=said.guest, name=first)
        case SlipKind.EDUCATION:
            units = ngettext("{n} unit", "{n} units", said.units or 0)
            return _("{kind} {name}, {units}").format(kind=kind, name=first, units=units)
        case SlipKind.CLOSED_BUSINESS:
            words = _("{kind} {amount}, {first} thanks {second}")
        case _:
            words = _("{kind} {first} → {second}")
    second = said.second.name if said.second is not None else _("nobody")
    amount = money.exact(said.amount or 0)
    return words.format(kind=kind, first=first, second=second, amount=amount)


def likeness_of(said: Understood) -> Likeness | None:
    """Return what a line shares with slips that say the same; nothing while it is not ready."""
    if said.kind is None or not said.ready:
        return None
    return likeness(
        said.kind,
        _known(said.giver),
        _known(said.receiver),
        weight=said.amount or said.units or said.tier or 0,
        guest=said.guest,
        note=said.note,
    )


def _known(side: Side | None) -> object:
    return "" if side is None else side.person_id or side.name


def _side(side: StoredSide) -> Side | None:
    if side.person_id is None:
        return None
    return Side(side.person_id, side.name, "" if side.home else side.chapter)
