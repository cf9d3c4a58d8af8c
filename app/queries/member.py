"""One person as entered: names, contact data, seat, memberships and terms of office."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.errors import NotFoundError
from app.models.classifications import Classification
from app.models.offices import Holder
from app.models.people import Person, Spell
from app.rules import names
from app.rules.identifiers import PersonId
from app.rules.people import Office, PersonKind
from app.rules.privacy import Audience


@dataclass(frozen=True, slots=True)
class SpellRow:
    """One unbroken membership; ``left_on`` is the first day the person was no member."""

    spell_id: int
    joined_on: date | None
    left_on: date | None
    renewal_due: date | None
    reason: str
    version: int


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term of office; ``ends_on`` is its last day."""

    holder_id: int
    office: Office
    starts_on: date
    ends_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class MemberCard:
    """Everything an officer may enter about a person; spells and terms with the latest first."""

    person_id: PersonId
    version: int
    kind: PersonKind
    name: str
    given_name: str
    family_name: str
    classification: str
    sphere: str
    company: str
    phone: str
    email: str
    website: str
    address: str
    sponsor_id: PersonId | None
    sponsor: str
    mentor_id: PersonId | None
    mentor: str
    note: str
    chapter: str
    region: str
    country: str
    spells: tuple[SpellRow, ...]
    terms: tuple[TermRow, ...]

    @property
    def open_spell(self) -> SpellRow | None:
        """The membership that has no end, if there is one."""
        return next((spell for spell in self.spells if spell.left_on is None), None)

    @property
    def called(self) -> str:
        """The name where it is not simply given and family name, else nothing."""
        usual = {
            names.display(self.given_name, self.family_name),
            f"{self.given_name} {self.family_name}".strip(),
        }
        return "" if self.name in usual else self.name


_Sponsor, _Mentor = aliased(Person), aliased(Person)
_PERSON = (
    select(
        Person.id,
        Person.version,
        Person.kind,
        Person.name,
        Person.given_name,
        Person.family_name,
        Classification.name.label("classification"),
        Classification.sphere,
        Person.company,
        Person.phone,
        Person.email,
        Person.website,
        Person.address,
        Person.sponsor_id,
        _Sponsor.name.label("sponsor"),
        Person.mentor_id,
        _Mentor.name.label("mentor"),
        Person.note,
        Person.home_chapter,
        Person.home_region,
        Person.home_country,
    )
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .outerjoin(_Sponsor, _Sponsor.id == Person.sponsor_id)
    .outerjoin(_Mentor, _Mentor.id == Person.mentor_id)
)
_SPELLS = select(
    Spell.id, Spell.joined_on, Spell.left_on, Spell.renewal_due, Spell.reason, Spell.version
).order_by(Spell.left_on.is_not(None), Spell.left_on.desc(), Spell.id.desc())
_TERMS = select(
    Holder.id, Holder.office, Holder.starts_on, Holder.ends_on, Holder.version
).order_by(Holder.starts_on.desc(), Holder.id.desc())


def member_seen(session: Session, person_id: int, *, audience: Audience) -> MemberCard:
    """Return one person as an audience may know him; NotFoundError where there is none.

    The chapter's note on somebody is for officers, when his membership ends not for the room.
    """
    card = member_card(session, person_id)
    if audience is Audience.OFFICERS:
        return card
    if audience is Audience.OWN:
        return replace(card, note="")
    spells = (replace(spell, renewal_due=None, reason="") for spell in card.spells)
    return replace(card, note="", address="", spells=tuple(spells))


def member_card(session: Session, person_id: int) -> MemberCard:
    """Return one person; NotFoundError where there is none."""
    row = session.execute(_PERSON.where(Person.id == person_id)).first()
    if row is None:
        raise NotFoundError("record_missing", kind="Person")
    spells = session.execute(_SPELLS.where(Spell.person_id == person_id))
    terms = session.execute(_TERMS.where(Holder.person_id == person_id))
    return MemberCard(
        person_id=PersonId(row.id),
        version=row.version,
        kind=row.kind,
        name=row.name,
        given_name=row.given_name,
        family_name=row.family_name,
        classification=row.classification or "",
        sphere=row.sphere or "",
        company=row.company,
        phone=row.phone,
        email=row.email,
        website=row.website,
        address=row.address,
        sponsor_id=None if row.sponsor_id is None else PersonId(row.sponsor_id),
        sponsor=row.sponsor or "",
        mentor_id=None if row.mentor_id is None else PersonId(row.mentor_id),
        mentor=row.mentor or "",
        note=row.note,
        chapter=row.home_chapter,
        region=row.home_region,
        country=row.home_country,
        spells=tuple(SpellRow(*spell) for spell in spells),
        terms=tuple(TermRow(*term) for term in terms),
    )
