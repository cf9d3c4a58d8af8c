"""The members of a period beside everybody else, with their tallies and what must be withheld.

Summary and scoreboard are both made from it, so their figures and what they withhold agree.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from app.models.classifications import Classification
from app.models.people import Person, Spell
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.official_figures import OfficialFigures
from app.queries.ready import Ready
from app.queries.tallies import Held, Tallies, tallies
from app.rows import row
from app.rules.alphabet import alphabetical
from app.rules.identifiers import PersonId
from app.rules.people import PersonKind
from app.rules.periods import Period
from app.rules.privacy import NOTHING, Audience, Withheld, withheld
from app.rules.tally import Tally, added


@row(frozen=True, slots=True)
class Account:
    """A member of the period; ``left_on`` is none for those who are members at its end."""

    person_id: PersonId
    name: str
    sort_name: str
    seat: str
    sphere: str
    joined_on: date | None
    left_on: date | None
    tally: Tally
    withheld: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everybody's tallies in a period, members by name.

    ``visitors`` holds slips that name visitors as such, ``others`` those that name people of
    other chapters, former members, the organisation, or nobody.
    """

    chapter: ChapterDetails
    period: Period
    held: Held
    official: OfficialFigures
    members: tuple[Account, ...]
    visitors: Tally
    others: Tally
    withheld: Withheld

    @property
    def total(self) -> Tally:
        """Everything, whoever did it."""
        return added((*(one.tally for one in self.members), self.visitors, self.others))

    @property
    def visitors_withheld(self) -> bool:
        """Whether the visitors' closed business must not be shown."""
        return len(self.members) in self.withheld.cells

    @property
    def others_withheld(self) -> bool:
        """Whether the others' closed business must not be shown."""
        return len(self.members) + 1 in self.withheld.cells

    @property
    def meetings(self) -> int:
        """How many meetings the figures come from, official ones included."""
        return self.held.counted + self.official.meetings


def ledger(session: Session, period: Period, audience: Audience, *, drafts: bool = False) -> Ledger:
    """Return everybody's tallies of a period; amounts are withheld from the room only."""
    chapter = chapter_details(session)
    room = audience is Audience.ROOM
    found = tallies(session, period, drafts=drafts, thankers=room)
    people = members_of(session, period)
    rest = _rest(session, found, {one.person_id for one in people})
    hidden = NOTHING
    if room:
        column = [found.thanked((one.person_id,)) for one in people]
        column.append(found.thanked(rest.visitors, found.official.visitors))
        column.append(found.thanked(rest.others, found.official.others))
        hidden = withheld(column, chapter.settings.thankers_shown)
    return Ledger(
        chapter=chapter,
        period=period,
        held=found.held,
        official=found.official,
        members=tuple(
            _account(one, found.of(one.person_id), place in hidden.cells)
            for place, one in enumerate(people)
        ),
        visitors=added((*rest.credited(found, rest.visitors), found.official.visitors)),
        others=added((*rest.credited(found, rest.others), found.official.others)),
        withheld=hidden,
    )


@row(frozen=True, slots=True)
class PeriodMember:
    """A member as the book knows him, the latest membership of the period."""

    person_id: PersonId
    name: str
    sort_name: str
    seat: str
    sphere: str
    joined_on: date | None
    left_on: date | None


def members_of(session: Session, period: Period) -> list[PeriodMember]:
    """Return those who were members on any day of a period, by name."""
    latest: dict[int, PeriodMember] = {}
    rows = _MEMBERS.rows(session, start=period.start, end=period.end)
    for person_id, name, sort_name, seat, sphere, joined_on, left_on in rows:
        left = left_on if left_on and left_on <= period.end else None
        latest[person_id] = PeriodMember(
            PersonId(person_id), name, sort_name, seat, sphere, joined_on, left
        )
    return sorted(latest.values(), key=lambda one: (alphabetical(one.sort_name), one.person_id))


@dataclass(frozen=True, slots=True)
class _Rest:
    """Whose tallies belong to no member of the period; None is nobody known."""

    visitors: frozenset[int | None]
    others: frozenset[int | None]
    former: frozenset[int | None]  # those of the others who are the chapter's own

    def credited(self, found: Tallies, keys: frozenset[int | None]) -> list[Tally]:
        """Return tallies, less one-to-ones: only the chapter's own are credited with these."""
        return [
            found.of(key) if key in self.former else replace(found.of(key), one_to_ones=0)
            for key in keys
        ]


def _rest(session: Session, found: Tallies, members: set[PersonId]) -> _Rest:
    rest = frozenset(key for key in found.by_person if key not in members)
    kinds: dict[int, PersonKind] = dict(_OUTSIDERS.rows(session)) if rest - {None} else {}
    visitors = frozenset(
        key for key in rest if key is not None and kinds.get(key) is PersonKind.VISITORS
    )
    return _Rest(visitors, rest - visitors, rest - kinds.keys() - {None})


def _account(one: PeriodMember, tally: Tally, hidden: bool) -> Account:  # noqa: FBT001  sixty at a time
    return Account(
        one.person_id,
        one.name,
        one.sort_name,
        one.seat,
        one.sphere,
        one.joined_on,
        one.left_on,
        tally,
        hidden,
    )


_MEMBERS = Ready(
    select(
        Person.id,
        Person.name,
        Person.sort_name,
        func.coalesce(Classification.name, ""),
        func.coalesce(Classification.sphere, ""),
        Spell.joined_on,
        Spell.left_on,
    )
    .join(Spell, Spell.person_id == Person.id)
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .where(
        Person.kind == PersonKind.MEMBER,
        or_(Spell.joined_on.is_(None), Spell.joined_on <= bindparam("end")),
        or_(Spell.left_on.is_(None), Spell.left_on > bindparam("start")),
    )
    .order_by(Spell.joined_on, Spell.id)  # of two memberships, the later one stays
)
_OUTSIDERS = Ready(select(Person.id, Person.kind).where(Person.kind != PersonKind.MEMBER))
