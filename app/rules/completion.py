"""What a half-typed name on the slip line may become."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.rules import names
from app.rules.matching import JOINT, OUTSIDE, Crowd, titled
from app.rules.slip_entry import Piece, Role, Side, Understood, side_of

_MOST_GUESTS = 6
_PEOPLE = (Role.FIRST, Role.SECOND)


@dataclass(frozen=True, slots=True)
class Guest:
    """A visitor the book knows."""

    name: str
    profession: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a piece of the line may become; ``text`` is what then stands in the line."""

    text: str
    side: Side | None = None
    guest: Guest | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """The stretch of the line that would be replaced, and by what."""

    start: int
    end: int
    choices: tuple[Choice, ...]


def offer(
    line: str, cursor: int, said: Understood, crowd: Crowd, guests: Sequence[Guest] = ()
) -> Offer | None:
    """Return what the word before the cursor may become, the likeliest first."""
    piece = next((p for p in said.pieces if p.start < cursor <= p.end), None)
    if piece is None:
        return None
    written = line[piece.start : cursor]
    if piece.role in _PEOPLE:
        choices = people(written, crowd)
    elif piece.role is Role.GUEST:
        choices = _guests(written, guests)
    else:
        choices = ()
    return Offer(piece.start, piece.end, choices) if choices else None


def question(line: str, piece: Piece, crowd: Crowd) -> Offer:
    """Return the choice between those a piece of the line may mean."""
    new = _newcomer(line[piece.start : piece.end], crowd)
    sides = [*piece.candidates, *([new] if new is not None else [])]
    return Offer(piece.start, piece.end, tuple(Choice(word(side), side) for side in sides))


def people(written: str, crowd: Crowd) -> tuple[Choice, ...]:
    """Return who may be meant, and somebody new where a chapter is written too."""
    sides = [side_of(person) for person in crowd.offer(written)]
    new = _newcomer(written, crowd)
    if new is not None and all(names.key(new.name) != names.key(side.name) for side in sides):
        sides.append(new)
    return tuple(Choice(word(side), side) for side in sides)


def word(side: Side) -> str:
    """Return a name as one word of the line; people of elsewhere with their chapter."""
    text = f"{side.name}{OUTSIDE}{side.chapter}" if side.chapter else side.name
    return JOINT.join(text.split())


def _newcomer(written: str, crowd: Crowd) -> Side | None:
    name, outside, chapter = written.partition(OUTSIDE)
    if not outside or not name.strip() or not chapter.strip():
        return None
    return Side(None, titled(name), crowd.chapter(chapter))


def _guests(written: str, guests: Sequence[Guest]) -> tuple[Choice, ...]:
    key = names.key(written)
    fitting = [guest for guest in guests if names.key(guest.name).startswith(key)]
    return tuple(Choice(_introduced(guest), guest=guest) for guest in fitting[:_MOST_GUESTS])


def _introduced(guest: Guest) -> str:
    return f"{guest.name}, {guest.profession}" if guest.profession else guest.name
