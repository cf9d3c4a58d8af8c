"""What would make the slips of one meeting say what an official list says of it.

Pure: from what each member lacks or has too much of, and the slips there are, to one proposal for
each figure. Only what the figures themselves tell is proposed; where a name is missing, nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.rules.attendance import Attendance
from app.rules.slips import SlipKind, Tier

Lacks = Mapping[int, Mapping[str, int]]
"""By person and figure, how much more the official list has; below zero how much less."""

_GIVEN = {"given_inside": Tier.INSIDE, "given_outside": Tier.OUTSIDE}
_RECEIVED = {"received_inside": Tier.INSIDE, "received_outside": Tier.OUTSIDE}
_TIERS = {Tier.INSIDE: "inside", Tier.OUTSIDE: "outside", Tier.THIRD: "outside", None: "outside"}
_OTHER = {Tier.INSIDE: Tier.OUTSIDE, Tier.OUTSIDE: Tier.INSIDE}


class Cure(StrEnum):
    """What a correction does."""

    ENTER = "enter"
    REMOVE = "remove"
    CHANGE_TIER = "change_tier"
    CHANGE_SIZE = "change_size"
    CONFIRM_VISIT = "confirm_visit"
    TAKE_MARK = "take_mark"
    SKIP_WEEK = "skip_week"


@dataclass(frozen=True, slots=True)
class SlipSeen:
    """A slip as figures count it; an id only of people who count here, members now or before."""

    slip_id: int
    kind: SlipKind
    giver_id: int | None
    receiver_id: int | None
    tier: Tier | None = None
    amount: int = 0
    credits: int = 0
    confirmed: bool = True
    written_giver: int | None = None  # whoever it is, also of elsewhere
    written_receiver: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One change to a meeting; what a cure does not need is empty. Amounts in minor units."""

    cure: Cure
    meeting_id: int | None = None
    slip_id: int | None = None
    kind: SlipKind | None = None
    giver_id: int | None = None
    receiver_id: int | None = None
    tier: Tier | None = None
    size: int | None = None  # an amount, or education units
    mark: Attendance | None = None
    day: str = ""  # ISO, of a week to skip


def proposed(
    person_id: int, figure: str, lacks: Lacks, slips: Sequence[SlipSeen]
) -> Correction | None:
    """Return what would settle one figure of one person, if the figures tell it."""
    need = lacks.get(person_id, {}).get(figure, 0)
    if need == 0:
        return None
    for rule in (_retiered, _entered, _confirmed, _resized, _removed):
        found = next(rule(person_id, figure, need, _Known(lacks, slips)), None)
        if found is not None:
            return found
    return None


@dataclass(frozen=True, slots=True)
class _Known:
    lacks: Lacks
    slips: Sequence[SlipSeen]

    def need(self, person_id: int | None, figure: str) -> int:
        return self.lacks.get(person_id or 0, {}).get(figure, 0)

    def others(self, person_id: int, figure: str) -> Iterator[int]:
        """Yield whoever else lacks some of a figure, those who lack most first."""
        short = [one for one in self.lacks if one != person_id and self.need(one, figure) > 0]
        yield from sorted(short, key=lambda one: (-self.need(one, figure), one))

    def too_many(self, person_id: int | None, figure: str) -> bool:
        """Tell whether one side allows a slip to go: it has too many, or does not count here."""
        return person_id is None or self.need(person_id, figure) < 0


def _retiered(person_id: int, figure: str, need: int, known: _Known) -> Iterator[Correction]:
    """Yield a referral of the other tier, where one tier lacks what the other has too much."""
    side = "given" if figure in _GIVEN else "received"
    wanted = (_GIVEN | _RECEIVED).get(figure)
    if wanted is None:
        return
    from_, to = (_OTHER[wanted], wanted) if need > 0 else (wanted, _OTHER[wanted])
    if known.need(person_id, f"{side}_{_TIERS[from_]}") >= 0 or (
        known.need(person_id, f"{side}_{_TIERS[to]}") <= 0
    ):
        return
    for slip in known.slips:
        mine = slip.giver_id if side == "given" else slip.receiver_id
        partner = slip.receiver_id if side == "given" else slip.giver_id
        across = "received" if side == "given" else "given"
        if slip.kind is not SlipKind.REFERRAL or mine != person_id:
            continue
        if _TIERS[slip.tier] == _TIERS[from_] and known.too_many(
            partner, f"{across}_{_TIERS[from_]}"
        ):
            yield Correction(Cure.CHANGE_TIER, slip_id=slip.slip_id, tier=to)


def _entered(person_id: int, figure: str, need: int, known: _Known) -> Iterator[Correction]:
    """Yield a slip that is missing, where it is known who stands on its other side."""
    if need < 0:
        return
    enter = Correction(Cure.ENTER, giver_id=person_id)
    if figure in _GIVEN:
        tier = _GIVEN[figure]
        for other in known.others(person_id, f"received_{_TIERS[tier]}"):
            yield replace(enter, kind=SlipKind.REFERRAL, receiver_id=other, tier=tier)
    elif figure in _RECEIVED:
        tier = _RECEIVED[figure]
        for other in known.others(person_id, f"given_{_TIERS[tier]}"):
            yield replace(
                enter, kind=SlipKind.REFERRAL, giver_id=other, receiver_id=person_id, tier=tier
            )
    elif figure == "one_to_ones":
        for other in known.others(person_id, figure):
            yield replace(enter, kind=SlipKind.ONE_TO_ONE, receiver_id=other)
    elif figure == "closed_business":
        yield replace(enter, kind=SlipKind.CLOSED_BUSINESS, size=need)
    elif figure == "education":
        yield replace(enter, kind=SlipKind.EDUCATION, size=need)


def _confirmed(person_id: int, figure: str, need: int, known: _Known) -> Iterator[Correction]:
    """Yield a visit that is there, only not confirmed."""
    for slip in known.slips if figure == "visitors" and need > 0 else ():
        if slip.kind is SlipKind.VISITOR and slip.giver_id == person_id and not slip.confirmed:
            yield Correction(Cure.CONFIRM_VISIT, slip_id=slip.slip_id)


def _resized(person_id: int, figure: str, need: int, known: _Known) -> Iterator[Correction]:
    """Yield the one slip whose amount or units are too large, where taking it out is too much."""
    kinds = {"closed_business": SlipKind.CLOSED_BUSINESS, "education": SlipKind.EDUCATION}
    own = [
        one for one in known.slips if one.kind is kinds.get(figure) and one.giver_id == person_id
    ]
    if need > 0 or any(_size(one) == -need for one in own) or len(own) != 1:
        return
    size = _size(own[0]) + need
    if size > 0:
        yield Correction(Cure.CHANGE_SIZE, slip_id=own[0].slip_id, kind=own[0].kind, size=size)


def _removed(person_id: int, figure: str, need: int, known: _Known) -> Iterator[Correction]:
    """Yield a slip too many; both sides must have too many, or the other not count here."""
    if need > 0:
        return
    for slip in known.slips:
        if _counts(slip, person_id, figure) and _may_go(slip, person_id, figure, need, known):
            yield Correction(Cure.REMOVE, slip_id=slip.slip_id)


def _counts(slip: SlipSeen, person_id: int, figure: str) -> bool:
    if figure in _GIVEN or figure in _RECEIVED:
        mine = slip.giver_id if figure in _GIVEN else slip.receiver_id
        tier = (_GIVEN | _RECEIVED)[figure]
        same = _TIERS[slip.tier] == _TIERS[tier]
        return slip.kind is SlipKind.REFERRAL and mine == person_id and same
    if figure == "one_to_ones":
        return slip.kind is SlipKind.ONE_TO_ONE and person_id in (slip.giver_id, slip.receiver_id)
    kinds = {
        "closed_business": SlipKind.CLOSED_BUSINESS,
        "education": SlipKind.EDUCATION,
        "visitors": SlipKind.VISITOR,
    }
    seen = slip.confirmed or slip.kind is not SlipKind.VISITOR
    return slip.kind is kinds.get(figure) and slip.giver_id == person_id and seen


def _may_go(slip: SlipSeen, person_id: int, figure: str, need: int, known: _Known) -> bool:
    if figure in {"closed_business", "education"}:
        return _size(slip) == -need
    if figure == "visitors":
        return True
    other = slip.receiver_id if slip.giver_id == person_id else slip.giver_id
    across = figure
    if figure in _GIVEN:
        across = f"received_{_TIERS[_GIVEN[figure]]}"
    elif figure in _RECEIVED:
        across = f"given_{_TIERS[_RECEIVED[figure]]}"
    return known.too_many(other, across)


def _size(slip: SlipSeen) -> int:
    return slip.amount if slip.kind is SlipKind.CLOSED_BUSINESS else slip.credits
