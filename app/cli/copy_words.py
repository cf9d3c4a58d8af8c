"""What a copy holds, as one line for people and as an object for programs."""

from app import formats
from app.i18n import _, ngettext
from app.storage.contents import Contents
from app.storage.copies import Copy


def line(one: Copy) -> str:
    """Return meetings, slips, money and the last entry of a copy."""
    held = one.contents
    return _("{meetings}, {slips}, {currency} {money}; last entry: {label}").format(
        meetings=ngettext("{n} meeting", "{n} meetings", held.meetings),
        slips=ngettext("{n} slip", "{n} slips", held.slips),
        currency=held.currency,
        money=formats.Money(held.currency, held.decimals).exact(held.money),
        label=held.last_label or formats.DASH,
    )


def document(one: Copy) -> dict[str, object]:
    """Return a copy as JSON."""
    return {
        "path": str(one.path),
        "made_at": one.made_at.isoformat(),
        "occasion": one.occasion,
        "size": one.size,
        "sha256": one.sha256,
        "contents": contents(one.contents),
    }


def contents(held: Contents) -> dict[str, object]:
    """Return what a book holds as JSON; money in minor units."""
    return {
        "schema": held.schema,
        "meetings": held.meetings,
        "slips": held.slips,
        "closed_business": {
            "amount": held.money,
            "currency": held.currency,
            "decimals": held.decimals,
        },
        "rows": held.rows,
        "last_entry": {
            "number": held.last_entry,
            "made_at": None if held.last_at is None else held.last_at.isoformat(),
            "label": held.last_label,
        },
    }
