"""What a line of the slip grammar says: the parts of one slip, and what is missing."""

from dataclasses import dataclass
from enum import StrEnum

from app.rules.identifiers import PersonId
from app.rules.matching import Known
from app.rules.slips import SlipKind, Tier


class Role(StrEnum):
    """What a piece of the line says."""

    KIND = "kind"
    FIRST = "first"
    SECOND = "second"
    FLAG = "flag"
    AMOUNT = "amount"
    UNITS = "units"
    GUEST = "guest"
    NOTE = "note"


class Missing(StrEnum):
    """What the line does not say yet, or says in vain."""

    KIND = "kind"
    FIRST = "first"
    SECOND = "second"
    CHOICE = "choice"
    UNKNOWN = "unknown"
    CHAPTER = "chapter"
    SAME_PERSON = "same_person"
    AMOUNT = "amount"
    UNITS = "units"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Side:
    """One person on a slip; without an identifier somebody new, of another chapter."""

    person_id: PersonId | None
    name: str
    chapter: str = ""
    seat: int | None = None

    @property
    def new(self) -> bool:
        """Whether the book does not know this person yet."""
        return self.person_id is None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the line, what it says, and who may be meant where that is not clear."""

    start: int
    end: int
    role: Role
    candidates: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line says so far; ``first`` and ``second`` in the order of writing.

    Amounts are in minor units. ``question`` is the piece whose candidates must be chosen from.
    """

    kind: SlipKind | None = None
    first: Side | None = None
    second: Side | None = None
    tier: Tier | None = None
    amount: int | None = None
    units: int | None = None
    repeat: bool = False
    guest: str = ""
    profession: str = ""
    note: str = ""
    pieces: tuple[Piece, ...] = ()
    missing: tuple[Missing, ...] = (Missing.KIND,)

    @property
    def ready(self) -> bool:
        """Whether the slip can be stored."""
        return not self.missing

    @property
    def question(self) -> Piece | None:
        """The first piece that could mean several people."""
        return next((piece for piece in self.pieces if piece.candidates), None)

    @property
    def giver(self) -> Side | None:
        """Who stands as giver on the slip: who is thanked, where it is closed business."""
        return self.second if self.kind is SlipKind.CLOSED_BUSINESS else self.first

    @property
    def receiver(self) -> Side | None:
        """Who stands as receiver on the slip: who earned the money, of closed business."""
        return self.first if self.kind is SlipKind.CLOSED_BUSINESS else self.second


def side_of(person: Known) -> Side:
    """Return somebody the book knows as one side of a slip."""
    return Side(person.person_id, person.name, person.chapter, person.seat)
