"""Write a slip back as a line, so that it is corrected where it was entered."""

from app.formats import Money
from app.rules.completion import word
from app.rules.slip_entry import Side, Understood
from app.rules.slip_line import LETTERS, NOBODY, NOTE_SIGN, REPEATED, REPEATS, TIERS
from app.rules.slips import SlipKind, Tier

_SPELT = {tier: text for text, tier in TIERS.items()}


def spell(said: Understood, money: Money) -> tuple[str, dict[str, Side]]:
    """Return a line that says this, and the people its words are settled to mean."""
    if said.kind is None:
        return "", {}
    sides = {word(side): side for side in (said.first, said.second) if side is not None}
    parts = [LETTERS[said.kind], *_names(said), *_facts(said, money), *_note(said)]
    return " ".join(filter(None, parts)), sides


def _names(said: Understood) -> list[str]:
    first = word(said.first) if said.first is not None else NOBODY
    return [first, word(said.second)] if said.second is not None else [first]


def _facts(said: Understood, money: Money) -> list[str]:
    match said.kind:
        case SlipKind.REFERRAL:
            return [] if said.tier in {None, Tier.OUTSIDE} else [_SPELT[said.tier]]
        case SlipKind.CLOSED_BUSINESS:
            tier = _SPELT[said.tier] if said.tier is not None else ""
            return [money.exact(said.amount or 0), tier, REPEATED if said.repeat else ""]
        case SlipKind.VISITOR:
            return [f"{said.guest}, {said.profession}" if said.profession else said.guest]
        case SlipKind.EDUCATION:
            return [str(said.units or 1)]
        case _:
            return []


def _note(said: Understood) -> list[str]:
    first = said.note.partition(" ")[0].lower()
    taken = first in TIERS or first in REPEATS or first == NOTE_SIGN
    return [NOTE_SIGN, said.note] if taken else [said.note]
