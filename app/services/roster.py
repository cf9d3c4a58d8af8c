"""The roster: who joins, who leaves, who comes back, and where everybody sits."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.classifications import Classification
from app.models.people import Person, Spell
from app.rules import names
from app.rules.people import PersonKind, check_name, check_span, clean_lines, clean_text, sort_name
from app.services import classifications, finding, spellings


def admit(
    session: Session,
    *,
    given_name: str,
    family_name: str,
    joined_on: date | None,
    name: str = "",
    classification: str = "",
    company: str = "",
    phone: str = "",
    email: str = "",
    renewal_due: date | None = None,
    sponsor_id: int | None = None,
) -> None:
    """Give a new member a seat at the end of the seating order.

    ``name`` is how the person is addressed where that is not given name, then family name.
    A classification that is taken is refused, an unknown one is added.
    """
    new_member(
        session,
        given_name=given_name,
        family_name=family_name,
        joined_on=joined_on,
        name=name,
        classification=classification,
        company=company,
        phone=phone,
        email=email,
        renewal_due=renewal_due,
        sponsor_id=sponsor_id,
    )


def new_member(
    session: Session,
    *,
    given_name: str,
    family_name: str,
    joined_on: date | None,
    name: str = "",
    classification: str = "",
    company: str = "",
    phone: str = "",
    email: str = "",
    renewal_due: date | None = None,
    sponsor_id: int | None = None,
) -> Person:
    """Return a member just admitted, for deeds that go on from there; see ``admit``."""
    check_span(joined_on, renewal_due)
    person = Person(kind=PersonKind.MEMBER, name="", sort_name="", name_key="")
    _name(person, given_name, family_name, name)
    person.company = clean_text(company)
    person.phone = clean_text(phone)
    person.email = clean_text(email)
    finding.person(session, sponsor_id)
    person.sponsor_id = sponsor_id
    person.classification_id = _profession(session, person, classification, joined_on)
    person.seat = last_seat(session) + 1
    session.add(person)
    session.flush()
    session.add(Spell(person_id=person.id, joined_on=joined_on, renewal_due=renewal_due))
    return person


def correct(
    session: Session,
    *,
    person_id: int,
    given_name: str,
    family_name: str,
    name: str = "",
    classification: str = "",
    company: str = "",
    phone: str = "",
    email: str = "",
    website: str = "",
    address: str = "",
    sponsor_id: int | None = None,
    mentor_id: int | None = None,
    note: str = "",
    version: int | None = None,
) -> None:
    """Correct what is known of a member; a stale version is refused."""
    person = finding.record(session, Person, person_id, version)
    before = spellings.of(person)
    _name(person, given_name, family_name, name)
    spellings.remember(session, person, before)
    person.classification_id = _profession(session, person, classification)
    person.company = clean_text(company)
    person.phone = clean_text(phone)
    person.email = clean_text(email)
    person.website = clean_text(website)
    person.address = clean_text(address)
    person.note = clean_lines(note)
    for other in (sponsor_id, mentor_id):
        if other == person_id:
            raise RuleError("own_sponsor")
        finding.person(session, other)
    person.sponsor_id = sponsor_id
    person.mentor_id = mentor_id


def reach(
    session: Session,
    *,
    person_id: int,
    company: str | None = None,
    phone: str | None = None,
    email: str | None = None,
) -> None:
    """Change how somebody is reached; what is none stays as it is."""
    person = finding.record(session, Person, person_id)
    if company is not None:
        person.company = clean_text(company)
    if phone is not None:
        person.phone = clean_text(phone)
    if email is not None:
        person.email = clean_text(email)


def change_seat(session: Session, *, person_id: int, classification: str) -> None:
    """Give a member another profession, or none; one that is taken is refused."""
    person = finding.record(session, Person, person_id)
    person.classification_id = _profession(session, person, classification)


def leave(session: Session, *, person_id: int, on: date, reason: str = "") -> None:
    """End a membership; ``on`` is the first day the person is no member any more."""
    spell = _open_spell(session, person_id)
    if spell is None:
        raise RuleError("not_a_member")
    check_span(spell.joined_on, on)
    spell.left_on = on
    spell.reason = clean_text(reason)


def rejoin(session: Session, *, person_id: int, on: date, renewal_due: date | None = None) -> None:
    """Begin another membership of a former member, at the end of the seating order."""
    person = finding.record(session, Person, person_id)
    if _open_spell(session, person_id) is not None:
        raise RuleError("already_a_member")
    last = session.scalar(
        select(Spell.left_on).where(Spell.person_id == person_id).order_by(Spell.left_on.desc())
    )
    check_span(last, on)
    check_span(on, renewal_due)
    check_seat_free(session, person_id, on)
    person.kind = PersonKind.MEMBER
    person.seat = last_seat(session) + 1
    session.add(Spell(person_id=person_id, joined_on=on, renewal_due=renewal_due))


def renew(session: Session, *, person_id: int, due: date | None) -> None:
    """Set when a membership is due for renewal next; none where it is not known."""
    spell = _open_spell(session, person_id)
    if spell is None:
        raise RuleError("not_a_member")
    check_span(spell.joined_on, due)
    spell.renewal_due = due


def seat_order(session: Session, *, person_ids: Sequence[int]) -> None:
    """Seat members in the order given, from 1."""
    for seat, person_id in enumerate(person_ids, start=1):
        person = finding.record(session, Person, person_id)
        if person.seat != seat:
            person.seat = seat


def add_external(
    session: Session, *, name: str, chapter: str = "", region: str = "", country: str = ""
) -> None:
    """Enter a person of another chapter; the same name in another chapter is someone else."""
    _check_new_external(session, check_name(name), chapter, None)
    person = Person(kind=PersonKind.EXTERNAL, name="", sort_name="", name_key="")
    _name(person, "", "", name)
    person.home_chapter = clean_text(chapter)
    person.home_region = clean_text(region)
    person.home_country = clean_text(country)
    session.add(person)


def correct_external(
    session: Session,
    *,
    person_id: int,
    name: str,
    chapter: str,
    region: str | None = None,
    country: str | None = None,
    version: int | None = None,
) -> None:
    """Correct the name or chapter of a person of another chapter; what is none stays as it is."""
    person = finding.record(session, Person, person_id, version)
    if person.kind is PersonKind.MEMBER:
        raise RuleError("is_a_member", name=person.name)
    _check_new_external(session, check_name(name), chapter, person_id)
    before = spellings.of(person)
    _name(person, "", "", name)
    person.home_chapter = clean_text(chapter)
    spellings.remember(session, person, before)
    if region is not None:
        person.home_region = clean_text(region)
    if country is not None:
        person.home_country = clean_text(country)


def check_seat_free(session: Session, person_id: int, on: date | None = None) -> None:
    """Refuse to seat somebody, perhaps on a day, whose profession another member has by then."""
    person = finding.record(session, Person, person_id)
    if person.classification_id is not None:
        seat = finding.record(session, Classification, person.classification_id)
        classifications.seat_for(session, seat.name, person_id, on)


def _profession(session: Session, person: Person, name: str, on: date | None = None) -> int | None:
    """Return the id of a profession for somebody, or none; his own needs no asking."""
    if not clean_text(name):
        return None
    kept = session.get(Classification, person.classification_id or 0)
    if kept is not None and kept.name_key == names.key(clean_text(name)):
        return kept.id
    return classifications.seat_for(session, name, person.id, on)


def _name(person: Person, given: str, family: str, name: str) -> None:
    person.given_name = clean_text(given)
    person.family_name = clean_text(family)
    person.name = check_name(name or f"{person.given_name} {person.family_name}")
    person.sort_name = sort_name(person.given_name, person.family_name, person.name)
    person.name_key = names.key(person.name)


def _check_new_external(session: Session, name: str, chapter: str, person_id: int | None) -> None:
    known = session.scalar(
        select(Person.id).where(
            Person.kind == PersonKind.EXTERNAL,
            Person.name_key == names.key(name),
            Person.home_chapter == clean_text(chapter),
            Person.id != (person_id or 0),
        )
    )
    if known is not None:
        raise RuleError("external_known", name=name, chapter=chapter)


def _open_spell(session: Session, person_id: int) -> Spell | None:
    finding.record(session, Person, person_id)
    return session.scalar(
        select(Spell).where(Spell.person_id == person_id, Spell.left_on.is_(None))
    )


def last_seat(session: Session) -> int:
    """Return the last place taken in the seating order; 0 where nobody sits yet."""
    current = select(Spell.person_id).where(Spell.left_on.is_(None))
    seats = session.scalars(
        select(Person.seat).where(Person.id.in_(current), Person.seat.is_not(None))
    )
    return max((seat for seat in seats if seat is not None), default=0)
