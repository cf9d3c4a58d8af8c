"""The tables about meetings: the weeks, who was there, who did what."""

from app.exchange.outgoing.tables import Form
from app.i18n import _
from app.models.meetings import DutyHolder, Mark, Meeting
from app.models.people import Person
from app.queries.outgoing.listing import Listing, field


def listings() -> tuple[Listing, ...]:
    """Return them."""
    return _meetings(), _attendance(), _duties()


def _meetings() -> Listing:
    aloud = _("As read aloud in the meeting; empty: not read.")
    fields = (
        field(Meeting.held_on, _("Date"), _("The day of the meeting."), Form.DAY),
        field(
            Meeting.state,
            _("State"),
            _("Draft is provisional, completed counts, holiday and discarded count for nothing."),
        ),
        field(Meeting.reason, _("Reason"), _("Of the last reopening, holiday or discarding.")),
        field(Meeting.completed_at, _("Completed"), _("In this machine's own time."), Form.MOMENT),
        field(Meeting.completed_by, _("Completed by"), _("Who.")),
        field(Meeting.note, _("Note"), _("Of the recording officer.")),
        field(Meeting.read_referrals, _("Referrals read"), aloud, Form.NUMBER),
        field(Meeting.read_one_to_ones, _("One-to-ones read"), aloud, Form.NUMBER),
        field(Meeting.read_closed_business, _("Closed business read"), aloud, Form.MONEY),
        field(Meeting.read_visitors, _("Visitors read"), aloud, Form.NUMBER),
        field(Meeting.read_education, _("Education units read"), aloud, Form.NUMBER),
        field(Meeting.read_testimonials, _("Testimonials read"), aloud, Form.NUMBER),
    )
    says = _("Each week.")
    return Listing(
        "meetings", _("Meetings"), says, frozenset({"meeting"}), fields,
        lambda asked: asked.order_by(Meeting.held_on),
    )  # fmt: skip


def _attendance() -> Listing:
    fields = (
        field(Meeting.held_on, _("Date"), _("The day of the meeting."), Form.DAY),
        field(Person.name, _("Member"), _("Who.")),
        field(
            Mark.attendance,
            _("Attendance"),
            _("P present, A absent, L late, M medical, S substitute. No row: not recorded."),
        ),
        field(Mark.substitute, _("Substitute"), _("Who sat in the seat.")),
        field(Mark.note, _("Note"), _("Such as when somebody arrived.")),
    )
    says = _("Each mark of each member.")
    return Listing(
        "attendance", _("Attendance"), says, frozenset({"mark"}), fields,
        lambda asked: asked.select_from(Mark)
        .join(Meeting, Meeting.id == Mark.meeting_id)
        .join(Person, Person.id == Mark.person_id)
        .order_by(Meeting.held_on, Person.sort_name, Mark.id),
    )  # fmt: skip


def _duties() -> Listing:
    fields = (
        field(Meeting.held_on, _("Date"), _("The day of the meeting."), Form.DAY),
        field(DutyHolder.duty, _("Duty"), _("Such as the feature talk.")),
        field(Person.name, _("Member"), _("Who has it.")),
        field(DutyHolder.topic, _("Topic"), _("What it is about.")),
    )
    says = _("Who had which duty at which meeting.")
    return Listing(
        "duties", _("Duties"), says, frozenset({"duty_holder"}), fields,
        lambda asked: asked.select_from(DutyHolder)
        .join(Meeting, Meeting.id == DutyHolder.meeting_id)
        .join(Person, Person.id == DutyHolder.person_id)
        .order_by(Meeting.held_on, DutyHolder.id),
    )  # fmt: skip
