"""Which slips a meeting has already, so that the same content is never stored twice.

Compared is what a slip says, within one meeting only: of equal slips the file may have as many
as it likes, and those beyond the number the meeting holds are new.
"""

from collections import Counter
from collections.abc import Iterable

from app.queries.imports.plans import PlannedSlip
from app.queries.imports.standing import SlipStanding
from app.rules.slips import SlipKind

Key = tuple[SlipKind, int | None, int | None, int | None, str]
_Thanks = tuple[int | None, int | None]


class Held:
    """The slips of one meeting, counted by what they say.

    Exports of closed business do not name its earner, so a typed thank-you for the same amount
    to the same giver stands for one, whoever earned it.
    """

    def __init__(self, slips: Iterable[SlipStanding] = ()) -> None:
        self._said: Counter[Key] = Counter()
        self._typed: Counter[_Thanks] = Counter()
        self._others: tuple[PlannedSlip, ...] = ()
        for slip in slips:
            if slip.kind is SlipKind.CLOSED_BUSINESS and not slip.imported:
                self._typed[slip.giver_id, slip.amount] += 1
            else:
                self._said[_key_of_standing(slip)] += 1

    def new_among(self, slips: Iterable[PlannedSlip]) -> tuple[PlannedSlip, ...]:
        """Return the slips of a file that the meeting does not have, and count them in."""
        if not (self._said or self._typed or self._others):
            self._others = tuple(slips)  # counted only if another file of this meeting comes
            return self._others
        self._said.update(map(_key, self._others))
        self._others = ()
        left, typed = self._said.copy(), self._typed.copy()
        new: list[PlannedSlip] = []
        maybe: list[PlannedSlip] = []
        for slip in slips:
            key = _key(slip)
            if left[key] > 0:
                left[key] -= 1
            elif typed and slip.kind is SlipKind.CLOSED_BUSINESS:
                maybe.append(slip)
            else:
                new.append(slip)
        for slip in maybe:  # only after all others have found their equals
            thanks = (slip.giver, slip.amount)
            if typed[thanks] > 0:
                typed[thanks] -= 1
            else:
                new.append(slip)
        self._said.update(map(_key, new))
        return tuple(new)


def _key(slip: PlannedSlip) -> Key:
    if slip.kind is SlipKind.CLOSED_BUSINESS:
        return slip.kind, slip.giver, None, slip.amount, slip.other_chapter
    partner = slip.visitor if slip.kind is SlipKind.VISITOR else slip.receiver
    return slip.kind, slip.giver, partner, slip.tier or slip.credits, ""


def _key_of_standing(slip: SlipStanding) -> Key:
    if slip.kind is SlipKind.CLOSED_BUSINESS:
        return slip.kind, slip.giver_id, None, slip.amount, slip.other_chapter
    partner = slip.visitor_id if slip.kind is SlipKind.VISITOR else slip.receiver_id
    return slip.kind, slip.giver_id, partner, slip.tier or slip.credits, ""
