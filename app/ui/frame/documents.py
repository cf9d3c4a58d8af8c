"""Every document there is, for the palette: found by its title or by what it shows."""

import sys
from collections.abc import Callable
from functools import partial

from app.rows import row
from app.ui.actions import Action, Menu

_HEAVY = "app.reports.stacks"  # loads the catalogue, and with it everything that writes paper


@row(frozen=True, slots=True)
class Listed:
    """A document by its name, its title and what it shows."""

    name: str
    title: str
    says: str


def at_hand() -> bool:
    """Tell whether the catalogue is loaded; if not, listing it takes too long for a key."""
    return _HEAVY in sys.modules


def documents() -> tuple[Listed, ...]:
    """Return every document and every stack of them."""
    from app.reports.catalogue import REPORTS  # noqa: PLC0415  see above
    from app.reports.stacks import STACKS  # noqa: PLC0415

    stacks = (Listed(one.name, one.title(), one.says()) for one in STACKS)
    return (*(Listed(one.name, one.title(), one.says()) for one in REPORTS), *stacks)


def showing(listed: tuple[Listed, ...], go: Callable[[str, object], object]) -> list[Action]:
    """Return actions that show a document on the Reports page, named as that page names them."""
    return [
        Action(
            f"report.{one.name}", one.title, partial(go, "reports", one.name), icon="document",
            hint=one.says, menu=Menu.DOCUMENT,
        )
        for one in listed
    ]  # fmt: skip
