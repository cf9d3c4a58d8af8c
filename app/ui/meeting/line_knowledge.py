"""What the slip line knows: who may be meant, who came before, whose seat is whose."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.formats import Money
from app.i18n import _
from app.queries.slip_people import SlipPeople
from app.rules import names
from app.rules.completion import Choice, Guest
from app.rules.identifiers import PersonId
from app.rules.matching import Crowd


@dataclass(frozen=True, slots=True)
class LineKnowledge:
    """Everything a line is read against; ``holders`` are by profession, keyed as names are."""

    crowd: Crowd = field(default_factory=lambda: Crowd(()))
    guests: Sequence[Guest] = ()
    money: Money = field(default_factory=Money)
    holders: dict[str, str] = field(default_factory=dict)
    professions: dict[PersonId, str] = field(default_factory=dict)

    def holder(self, profession: str) -> str:
        """Return who sits in a profession, if anybody."""
        return self.holders.get(names.key(profession), "") if profession else ""

    def hint(self, choice: Choice) -> str:
        """Return what tells a choice from the others: chapter or profession."""
        if choice.guest is not None:
            return _("was here before")
        side = choice.side
        if side is None:
            return ""
        if side.person_id is None:
            return _("new, {chapter}").format(chapter=side.chapter)
        return side.chapter or self.professions.get(side.person_id, "")


def knowledge(people: SlipPeople, money: Money) -> LineKnowledge:
    """Return what a line is read against, from what the book answered."""
    members = [one for one in people.known if one.here and one.profession]
    return LineKnowledge(
        crowd=Crowd(people.known),
        guests=people.guests,
        money=money,
        holders={names.key(one.profession): one.name for one in members},
        professions={one.person_id: one.profession for one in people.known},
    )
