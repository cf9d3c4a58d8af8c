"""Who stands in a file, as the preview shows them, and what an import adds to the book for them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.people import PersonKind

Ref = int
"""Stands for a record: the id of one in the book, or a number below zero for one to come."""


class How(StrEnum):
    """How it was found out whose name it is."""

    EXACT = "exact"
    ALIAS = "alias"  # the chapter was once told
    WRITTEN = "written"  # a slip of the same meeting says so
    WORDS = "words"  # the same words in another order
    NEW = "new"


class Becomes(StrEnum):
    """What an unknown name becomes in the book."""

    MEMBER = "member"
    FORMER = "former_member"
    EXTERNAL = "external"
    ORGANISATION = "organisation"
    VISITORS = "visitors"


_KINDS = {
    Becomes.MEMBER: PersonKind.MEMBER,
    Becomes.FORMER: PersonKind.MEMBER,
    Becomes.EXTERNAL: PersonKind.EXTERNAL,
    Becomes.ORGANISATION: PersonKind.ORGANISATION,
    Becomes.VISITORS: PersonKind.VISITORS,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody in the book whose name is alike; never taken without being asked."""

    person_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A name in a file and who it is taken for; ``becomes`` and ``offers`` only of new people."""

    ref: Ref
    name: str
    chapter: str
    kind: PersonKind
    how: How
    becomes: Becomes | None = None
    offers: tuple[Offer, ...] = ()

    @property
    def home(self) -> bool:
        """Whether this is a member of the chapter, now or before."""
        return self.kind is PersonKind.MEMBER


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to be entered.

    ``since`` is the first day of a membership where that is known, ``until`` the first day a
    former member was none any more; ``seated`` members get a place
    at the end of the seating order.
    """

    ref: Ref
    becomes: Becomes
    name: str
    given_name: str = ""
    family_name: str = ""
    chapter: str = ""
    region: str = ""
    country: str = ""
    since: date | None = None
    until: date | None = None
    seated: bool = False

    @property
    def kind(self) -> PersonKind:
        """What kind of person this is."""
        return _KINDS[self.becomes]


@dataclass(frozen=True, slots=True)
class SpellChange:
    """A membership that lasted longer than the book knew; without an id a new one."""

    person_id: int
    spell_id: int | None
    left_on: date | None
