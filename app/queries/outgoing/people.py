"""The tables about people: members and what they hold, people of other chapters, visitors."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from app.exchange.outgoing.tables import Form
from app.i18n import _
from app.models.classifications import Classification
from app.models.imports import Alias
from app.models.offices import Holder
from app.models.people import Person, Spell, Visitor
from app.queries.outgoing.listing import Field, Listing, field
from app.rules.people import PersonKind

_Sponsor, _Mentor, _Inviter, _Member = (aliased(Person) for _one in range(4))
_LAST_SPELL = (
    select(func.max(Spell.id))
    .where(Spell.person_id == Person.id)
    .correlate(Person)
    .scalar_subquery()
)


def listings() -> tuple[Listing, ...]:
    """Return them."""
    return _members(), _others(), _memberships(), _offices(), _seats(), _visitors(), _spellings()


def _members() -> Listing:
    def complete(asked: Select[Any]) -> Select[Any]:
        return (
            asked.select_from(Person)
            .outerjoin(Classification, Classification.id == Person.classification_id)
            .outerjoin(_Sponsor, _Sponsor.id == Person.sponsor_id)
            .outerjoin(_Mentor, _Mentor.id == Person.mentor_id)
            .outerjoin(Spell, Spell.id == _LAST_SPELL)
            .where(Person.kind == PersonKind.MEMBER)
            .order_by(Person.sort_name, Person.id)
        )

    fields = (
        _number(Person.id),
        field(Person.name, _("Name"), _("How the member is addressed.")),
        field(Person.given_name, _("Given name"), _("Empty where it is not known apart.")),
        field(Person.family_name, _("Family name"), _("Empty where it is not known apart.")),
        field(Classification.name, _("Classification"), _("The profession whose seat it is.")),
        field(Classification.sphere, _("Contact sphere"), _("The group that profession is in.")),
        field(Person.seat, _("Seat"), _("Place in the seating order, from 1."), Form.NUMBER),
        field(Person.company, _("Company"), _("As entered.")),
        field(Person.phone, _("Phone"), _("As entered.")),
        field(Person.email, _("E-mail"), _("As entered.")),
        field(Person.website, _("Website"), _("As entered.")),
        field(Person.address, _("Address"), _("As entered.")),
        field(_Sponsor.name, _("Sponsor"), _("Who brought the member to the chapter.")),
        field(_Mentor.name, _("Mentor"), _("Who helps the member begin.")),
        field(
            Spell.joined_on, _("Joined"), _("First day of the latest membership; empty: before "
            "the book begins."), Form.DAY,
        ),
        field(
            Spell.left_on, _("Left"), _("First day after the latest membership; empty: a member "
            "today."), Form.DAY,
        ),
        field(Spell.renewal_due, _("Renewal due"), _("Of the latest membership."), Form.DAY),
        field(Person.note, _("Note"), _("Kept for officers.")),
    )  # fmt: skip
    says = _("Everybody who is or was a member.")
    return Listing("members", _("Members"), says, frozenset({"person"}), fields, complete)


def _others() -> Listing:
    fields = (
        _number(Person.id),
        field(Person.name, _("Name"), _("As it stands on slips.")),
        field(
            Person.kind,
            _("Kind"),
            _("External: of another chapter. Organisation and visitors stand in slips as people."),
        ),
        field(Person.home_chapter, _("Chapter"), _("Where somebody of elsewhere belongs.")),
        field(Person.home_region, _("Region"), _("Of that chapter.")),
        field(Person.home_country, _("Country"), _("Of that chapter.")),
        field(Person.company, _("Company"), _("As entered.")),
        field(Person.phone, _("Phone"), _("As entered.")),
        field(Person.email, _("E-mail"), _("As entered.")),
        field(Person.note, _("Note"), _("Kept for officers.")),
    )
    says = _("Everybody else who stands on a slip.")
    return Listing(
        "other-people", _("Other people"), says, frozenset({"person"}), fields,
        lambda asked: asked.select_from(Person)
        .where(Person.kind != PersonKind.MEMBER)
        .order_by(Person.sort_name, Person.id),
    )  # fmt: skip


def _memberships() -> Listing:
    fields = (
        field(Person.name, _("Member"), _("Who it is.")),
        field(Spell.joined_on, _("Joined"), _("Empty: before the book begins."), Form.DAY),
        field(Spell.left_on, _("Left"), _("First day after it; empty: not ended."), Form.DAY),
        field(Spell.renewal_due, _("Renewal due"), _("Empty: not known."), Form.DAY),
        field(Spell.reason, _("Reason"), _("Why it ended.")),
    )
    says = _("Each unbroken membership.")
    return Listing(
        "memberships", _("Memberships"), says, frozenset({"spell"}), fields,
        lambda asked: asked.select_from(Spell)
        .join(Person, Person.id == Spell.person_id)
        .order_by(Person.sort_name, Spell.id),
    )  # fmt: skip


def _offices() -> Listing:
    fields = (
        field(Holder.office, _("Office"), _("Such as president or visitor host.")),
        field(Person.name, _("Holder"), _("Who has or had it.")),
        field(Holder.starts_on, _("From"), _("First day of the term."), Form.DAY),
        field(Holder.ends_on, _("To"), _("Last day of the term; empty: open."), Form.DAY),
    )
    says = _("Who holds which office, and for which term.")
    return Listing(
        "offices", _("Offices"), says, frozenset({"holder"}), fields,
        lambda asked: asked.select_from(Holder)
        .join(Person, Person.id == Holder.person_id)
        .order_by(Holder.starts_on, Holder.id),
    )  # fmt: skip


def _seats() -> Listing:
    fields = (
        field(Classification.name, _("Classification"), _("The profession; one member each.")),
        field(Classification.sphere, _("Contact sphere"), _("Professions that refer each other.")),
        field(
            Classification.amount_hint,
            _("What to record"),
            _("What this business records as an amount of closed business."),
        ),
    )
    says = _("The professions of the chapter, held or open.")
    return Listing(
        "classifications", _("Classifications"), says, frozenset({"classification"}), fields,
        lambda asked: asked.order_by(Classification.name_key),
    )  # fmt: skip


def _visitors() -> Listing:
    fields = (
        _number(Visitor.id),
        field(Visitor.name, _("Name"), _("Of the guest.")),
        field(Visitor.profession, _("Profession"), _("As entered.")),
        field(Visitor.company, _("Company"), _("As entered.")),
        field(Visitor.phone, _("Phone"), _("As entered.")),
        field(Visitor.email, _("E-mail"), _("As entered.")),
        field(_Inviter.name, _("Invited by"), _("Who invited the guest first.")),
        field(Visitor.stage, _("Stage"), _("How far the guest has come on the way to a seat.")),
        field(_Member.name, _("Joined as"), _("The member the guest became.")),
        field(Visitor.note, _("Note"), _("Kept for officers.")),
    )
    says = _("Each guest once; each visit stands in Visits.")
    return Listing(
        "visitors", _("Visitors"), says, frozenset({"visitor"}), fields,
        lambda asked: asked.select_from(Visitor)
        .outerjoin(_Inviter, _Inviter.id == Visitor.inviter_id)
        .outerjoin(_Member, _Member.id == Visitor.joined_as_id)
        .order_by(Visitor.name_key, Visitor.id),
    )  # fmt: skip


def _spellings() -> Listing:
    fields = (
        field(Alias.name_key, _("Spelling"), _("As files wrote it, folded.")),
        field(Alias.chapter_key, _("Chapter"), _("Which stood beside it, folded.")),
        field(Person.name, _("Means"), _("Who is meant.")),
    )
    says = _("Spellings that were once said to mean somebody.")
    return Listing(
        "remembered-names", _("Remembered names"), says, frozenset({"alias"}), fields,
        lambda asked: asked.select_from(Alias)
        .join(Person, Person.id == Alias.person_id)
        .order_by(Alias.name_key, Alias.id),
    )  # fmt: skip


def _number(source: object) -> Field:
    return field(source, _("No."), _("The book's own number of it, which stays."), Form.NUMBER)
