"""Invented certificates: everybody leads in the first category, ever fewer in the others."""

from app.formats import Money
from app.queries.certificates import Certificate, Certificates, Honoured
from app.queries.scoreboard import Category
from app.rules.privacy import Audience
from tests.reports.invented import HELD, NAMES, PERIOD, names

_SHARING = (1_000, 1, 2, 5, 12)


def certificates(count: int = 40, *, first: tuple[str, ...] = NAMES) -> Certificates:
    """Return the certificates of that many members."""
    honoured = tuple(Honoured(name, "Notary public") for name in names(count, first))
    return Certificates(
        "Riverside Chapter",
        PERIOD,
        Audience.ROOM,
        Money(),
        HELD,
        (),
        tuple(
            Certificate(category, 2_324, honoured[:sharing])
            for category, sharing in zip(Category, _SHARING, strict=True)
            if count
        ),
        ("Wanda Zielińska",),
    )
