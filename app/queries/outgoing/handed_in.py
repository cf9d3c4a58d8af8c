"""The tables about slips, one for each kind."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlalchemy.orm import aliased

from app.exchange.outgoing.tables import Form
from app.i18n import _
from app.models.meetings import Meeting
from app.models.people import Person, Visitor
from app.models.slips import Slip
from app.queries.outgoing.listing import Field, Listing, field
from app.rules.slips import SlipKind

_Giver, _Receiver = aliased(Person), aliased(Person)


def listings() -> tuple[Listing, ...]:
    """Return them."""
    return (
        _referrals(),
        _one_to_ones(),
        _closed_business(),
        _visits(),
        _education(),
        _testimonials(),
    )


def _referrals() -> Listing:
    fields = (
        *_when(),
        *_sides(_("Who passed it."), _("Who gets the business.")),
        _tier(),
        field(Slip.contact, _("Contact"), _("The third person; for giver and receiver only.")),
        field(Slip.state, _("State"), _("Passed, contacted, quoted, won or lost.")),
        field(Slip.state_on, _("State since"), _("The day of the last change."), Form.DAY),
        _note(),
    )
    says = _("Each referral.")
    return _of(SlipKind.REFERRAL, "referrals", _("Referrals"), says, fields)


def _one_to_ones() -> Listing:
    fields = (*_when(), *_sides(_("Who logged it."), _("Whom he met.")), _note())
    says = _("Each one-to-one as it was logged; both may have logged the same.")
    return _of(SlipKind.ONE_TO_ONE, "one-to-ones", _("One-to-ones"), says, fields)


def _closed_business() -> Listing:
    fields = (
        *_when(),
        *_sides(_("Who is thanked."), _("Who earned it; empty: not known.")),
        field(Slip.amount, _("Amount"), _("What was earned."), Form.MONEY),
        field(Slip.repeat, _("Repeat"), _("Business of an old customer."), Form.FLAG),
        _tier(),
        field(Slip.other_chapter, _("Other chapter"), _("Where an unknown earner belongs.")),
        _note(),
    )
    says = _("Each thank-you for closed business.")
    return _of(SlipKind.CLOSED_BUSINESS, "closed-business", _("Closed business"), says, fields)


def _visits() -> Listing:
    fields = (
        *_when(),
        field(_person(_Giver.name, Slip.giver_written), _("Invited by"), _("Who gets the credit.")),
        field(Visitor.name, _("Visitor"), _("The guest.")),
        field(Slip.confirmed, _("Confirmed"), _("Whether an officer confirmed it."), Form.FLAG),
        _note(),
    )
    return _of(SlipKind.VISITOR, "visits", _("Visits"), _("Each visit of each guest."), fields)


def _education() -> Listing:
    fields = (
        *_when(),
        field(_person(_Giver.name, Slip.giver_written), _("Member"), _("Who learned.")),
        field(Slip.credits, _("Units"), _("About an hour each."), Form.NUMBER),
        _note(),
    )
    says = _("Education units as handed in.")
    return _of(SlipKind.EDUCATION, "education", _("Education"), says, fields)


def _testimonials() -> Listing:
    fields = (*_when(), *_sides(_("Who wrote it."), _("Whom it praises.")), _note())
    says = _("Each written recommendation.")
    return _of(SlipKind.TESTIMONIAL, "testimonials", _("Testimonials"), says, fields)


def _of(kind: SlipKind, name: str, title: str, says: str, fields: Sequence[Field]) -> Listing:
    return Listing(
        name, title, says, frozenset({"slip"}), fields,
        lambda asked: asked.select_from(Slip)
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .outerjoin(_Giver, _Giver.id == Slip.giver_id)
        .outerjoin(_Receiver, _Receiver.id == Slip.receiver_id)
        .outerjoin(Visitor, Visitor.id == Slip.visitor_id)
        .where(Slip.kind == kind)
        .order_by(Meeting.held_on, Slip.id),
    )  # fmt: skip


def _when() -> tuple[Field, ...]:
    return (
        field(Slip.id, _("No."), _("The book's own number of it, which stays."), Form.NUMBER),
        field(Meeting.held_on, _("Meeting"), _("The meeting it counts to."), Form.DAY),
        field(Slip.dated_on, _("Date"), _("On the slip itself."), Form.DAY),
    )


def _sides(giver: str, receiver: str) -> tuple[Field, ...]:
    elsewhere = _("The chapter of that person, where it is another one.")
    return (
        field(_person(_Giver.name, Slip.giver_written), _("From"), giver),
        field(_Giver.home_chapter, _("From chapter"), elsewhere),
        field(_person(_Receiver.name, Slip.receiver_written), _("To"), receiver),
        field(_Receiver.home_chapter, _("To chapter"), elsewhere),
    )


def _person(name: object, written: object) -> object:
    """Return a name as the book has it, or where nobody is known, as the slip has it."""
    return func.coalesce(name, written)


def _tier() -> Field:
    says = _("1 inside: the giver buys himself. 2 outside: a third person. 3: of a referral.")
    return field(Slip.tier, _("Tier"), says, Form.NUMBER)


def _note() -> Field:
    return field(Slip.note, _("Note"), _("What the slip says."))
