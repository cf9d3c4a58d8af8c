"""What is said about a copy: why it was made, how big it is, what is in it."""

from functools import partial

from app import formats
from app.formats import DASH, Money
from app.i18n import _, ngettext
from app.ui.caretaker import Contents, Copy, Occasion

_MEGABYTE = 1_000_000


def why(occasion: Occasion) -> str:
    """Return for what occasion a copy was made."""
    return {
        Occasion.ASKED: _("asked for"),
        Occasion.OPENING: _("on opening"),
        Occasion.CLOSING: _("on closing"),
        Occasion.MEANWHILE: _("meanwhile"),
        Occasion.IMPORT: _("before an import"),
        Occasion.UPGRADE: _("before an upgrade"),
        Occasion.RESTORE: _("replaced by a restore"),
        Occasion.ERASURE: _("before an erasure"),
    }[occasion]


def size(count: int) -> str:
    """Return “1.2 MB”."""
    if count < _MEGABYTE:
        return _("{n} kB").format(n=-(-count // 1000))
    return _("{n} MB").format(n=f"{count / _MEGABYTE:.1f}")


def money(held: Contents) -> str:
    """Return all closed business of a book."""
    return Money(held.currency, held.decimals).whole(held.money)


def last_entry(held: Contents) -> str:
    """Return the last change a copy has."""
    return held.last_label or DASH


def _rows(table: str, held: Contents) -> str:
    return formats.grouped(held.rows.get(table, 0))


def facts(held: Contents, now: Contents | None) -> list[tuple[str, str]]:
    """Return what a copy holds, with what the book holds now where that is something else."""
    figures: list[tuple[str, str, str]] = [
        (name, tell(held), tell(now) if now else "")
        for name, tell in (
            (_("Meetings"), lambda one: formats.grouped(one.meetings)),
            (_("Slips"), lambda one: formats.grouped(one.slips)),
            (_("People"), partial(_rows, "person")),
            (_("Closed business"), money),
            (_("Entries of the history"), partial(_rows, "journal_entry")),
        )
    ]
    return [
        (name, then if today in ("", then) else _("{then}, now {now}").format(then=then, now=today))
        for name, then, today in figures
    ]


def moment(one: Copy) -> str:
    """Return when a copy was made."""
    return formats.moment(one.made_at)


def since(days: int | None) -> str:
    """Return how old the latest copy in the second place is."""
    if days is None:
        return _("no copy there yet")
    if days == 0:
        return _("last copy there today")
    return ngettext("last copy there {n} day ago", "last copy there {n} days ago", days)
