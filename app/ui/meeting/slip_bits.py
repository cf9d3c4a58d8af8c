"""What was understood of a line, as words to show beside each other."""

from dataclasses import dataclass
from enum import Enum, auto

from app.formats import Money
from app.i18n import _, ngettext
from app.rules.slip_entry import Missing, Piece, Role, Side, Understood
from app.rules.slips import MOST_CREDITS, SlipKind
from app.ui.meeting.words import kind_name, tier_name


class Look(Enum):
    """How a bit stands in the row."""

    KIND = auto()
    PERSON = auto()
    ELSEWHERE = auto()
    NEW = auto()
    FLAG = auto()
    LINK = auto()
    ARROW = auto()
    NOTE = auto()
    WANTED = auto()
    WRONG = auto()
    WARNING = auto()


@dataclass(frozen=True, slots=True)
class Bit:
    """One word or chip of the row."""

    words: str
    look: Look


def bits(
    said: Understood, line: str, money: Money, *, repeated: bool = False, seat_holder: str = ""
) -> tuple[Bit, ...]:
    """Return what to show for a line: what is understood, what is missing, what looks odd."""
    if said.kind is None:
        return (Bit(_("begin with r, o, b, v, c or t"), Look.WRONG),) if line.strip() else ()
    found = [Bit(kind_name(said.kind), Look.KIND), *_people(said, line), *_facts(said, money)]
    if said.note:
        found.append(Bit(said.note, Look.NOTE))
    if Missing.SAME_PERSON in said.missing:
        found.append(Bit(_("the same person twice"), Look.WRONG))
    if seat_holder:
        found.append(Bit(_("seat taken by {name}").format(name=seat_holder), Look.WARNING))
    if repeated:
        found.append(Bit(_("same as an earlier slip"), Look.WARNING))
    return tuple(found)


def _people(said: Understood, line: str) -> list[Bit]:
    first = _person(said, said.first, _piece(said, Role.FIRST), line, _("who?"))
    if said.kind is SlipKind.VISITOR:
        by = [Bit(_("by"), Look.LINK), first] if first is not None else []
        return [*_guest(said), *by]
    if said.kind is SlipKind.EDUCATION:
        return [first] if first is not None else []
    second = _person(said, said.second, _piece(said, Role.SECOND), line, _("whom?"))
    return [bit for bit in (first, _link(said.kind), second) if bit is not None]


def _link(kind: SlipKind | None) -> Bit:
    words = {
        SlipKind.ONE_TO_ONE: _("with"),
        SlipKind.CLOSED_BUSINESS: _("thanks"),
        SlipKind.TESTIMONIAL: _("for"),
    }
    if kind in words:
        return Bit(words[kind], Look.LINK)
    return Bit("→", Look.ARROW)


def _person(
    said: Understood, side: Side | None, piece: Piece | None, line: str, wanted: str
) -> Bit | None:
    if side is not None:
        return _known(side, said)
    if piece is None:
        return Bit(wanted, Look.WANTED)
    written = line[piece.start : piece.end].replace("\u00a0", " ")
    if piece.candidates:
        return Bit(_("“{name}”: which one?").format(name=written), Look.WANTED)
    if Missing.UNKNOWN in said.missing:
        return Bit(_("nobody called “{name}”").format(name=written), Look.WRONG)
    return None


def _known(side: Side, said: Understood) -> Bit:
    if side.new and Missing.CHAPTER in said.missing:
        words = _("{name}: of which chapter? {name}@chapter")
        return Bit(words.format(name=side.name), Look.WRONG)
    if side.new:
        words = _("new: {name}, {chapter}").format(name=side.name, chapter=side.chapter)
        return Bit(words, Look.NEW)
    if side.chapter:
        words = _("{name}, {chapter}").format(name=side.name, chapter=side.chapter)
        return Bit(words, Look.ELSEWHERE)
    return Bit(side.name, Look.PERSON)


def _guest(said: Understood) -> list[Bit]:
    if not said.guest:
        return [Bit(_("which visitor?"), Look.WANTED)]
    parts = [Bit(said.guest, Look.PERSON)]
    if said.profession:
        parts.append(Bit(said.profession, Look.FLAG))
    return parts


def _facts(said: Understood, money: Money) -> list[Bit]:
    found = []
    if said.kind is SlipKind.CLOSED_BUSINESS:
        amount = "" if said.amount is None else money.exact(said.amount)
        found.append(Bit(amount or _("how much?"), Look.FLAG if amount else Look.WANTED))
        if said.repeat:
            found.append(Bit(_("repeat"), Look.FLAG))
    if said.kind is SlipKind.EDUCATION and said.units is not None:
        found.append(Bit(ngettext("{n} unit", "{n} units", said.units), Look.FLAG))
    if Missing.UNITS in said.missing:
        found.append(Bit(_("at most {most}").format(most=MOST_CREDITS), Look.WRONG))
    if said.tier is not None and said.second is not None:
        found.append(Bit(tier_name(said.tier), Look.FLAG))
    return found


def _piece(said: Understood, role: Role) -> Piece | None:
    return next((piece for piece in said.pieces if piece.role is role), None)
