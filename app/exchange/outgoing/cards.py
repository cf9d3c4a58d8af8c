"""Cards of people as telephones and mail programs take them (RFC 6350)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from app.exchange.outgoing.content_lines import escaped, filled


@dataclass(frozen=True, slots=True)
class Card:
    """How somebody is reached; ``uid`` stays the same, ``group`` is where he belongs."""

    uid: str
    group: str
    name: str
    given_name: str = ""
    family_name: str = ""
    company: str = ""
    profession: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    address: str = ""


def lines(cards: Iterable[Card], at: datetime) -> Iterator[str]:
    """Yield the lines of a file of cards; ``at`` is when it is written."""
    for card in cards:
        yield from _card(card, f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")


def _card(card: Card, stamp: str) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0", "KIND:individual", f"UID:urn:uuid:{card.uid}")
    yield f"FN:{escaped(card.name)}"
    if card.given_name or card.family_name:
        yield f"N:{escaped(card.family_name)};{escaped(card.given_name)};;;"
    address = escaped(card.address)
    yield from filled(
        ("ORG", escaped(card.company)),
        ("TITLE", escaped(card.profession)),
        ("TEL;VALUE=text;TYPE=work", escaped(card.phone)),
        ("EMAIL;TYPE=work", escaped(card.email)),
        ("URL", "".join(map(_of_address, card.website))),
        ("ADR;TYPE=work", f";;{address};;;;" if address else ""),
        ("CATEGORIES", escaped(card.group)),
    )
    yield from (f"REV:{stamp}", "END:VCARD")


def _of_address(sign: str) -> str:
    """Return a sign as it stands in an address, which knows no spaces and no ends of lines."""
    return sign if sign.isprintable() and sign != " " else quote(sign)
