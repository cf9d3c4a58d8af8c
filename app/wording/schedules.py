"""What duties and the items of an agenda are usually called, and what is said about them."""

from app.i18n import _
from app.rules.agenda import AgendaLine
from app.rules.duties import DutyKind, DutyLine
from app.rules.people import Duty


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "duty_title_missing": _("A duty needs a name. Nothing was changed."),
        "duty_twice": _("There is a duty called {title} already. Nothing was changed."),
        "title_too_long": _(
            "That is {length} letters long, {limit} fit. Nothing was changed; shorten it."
        ),
        "topic_of_nobody": _("Say first who speaks, then about what. Nothing was changed."),
        "agenda_title_missing": _("An item of the agenda needs a name. Nothing was changed."),
        "agenda_minute": _(
            "Enter the minute from the start of the meeting, from 0 to {latest}. "
            "Nothing was changed."
        ),
        "no_member_called": _("No member is called {name}. Nothing was changed."),
        "nobody_to_propose": _(
            "Every member speaks already in these weeks, or has no training yet. "
            "Nothing was changed."
        ),
    }


def usual_duties() -> tuple[DutyLine, ...]:
    """Return the duties of a chapter that has not decided on its own."""
    return (
        DutyLine(Duty.FEATURE_TALK, _("Feature talk"), DutyKind.TALK),
        DutyLine(Duty.EDUCATION, _("Education"), DutyKind.LESSON),
        DutyLine(Duty.VISITOR_HOST, _("Visitor host")),
        DutyLine(Duty.GREETER, _("Greeter")),
        DutyLine(Duty.TIMER, _("Timer")),
        DutyLine(Duty.REALITY_CHECK, _("Reality check")),
    )


def usual_agenda() -> tuple[AgendaLine, ...]:
    """Return the agenda of a chapter that has not decided on its own: ninety minutes."""
    president, secretary = _("President"), _("Secretary")
    return (
        AgendaLine(0, _("Open networking"), Duty.VISITOR_HOST, remark=_("visitors are received")),
        AgendaLine(15, _("Welcome"), who=president),
        AgendaLine(17, _("What the chapter is for"), who=president),
        AgendaLine(18, _("Education"), Duty.EDUCATION),
        AgendaLine(21, _("Recognition"), who=president),
        AgendaLine(24, _("New members"), who=president),
        AgendaLine(26, _("Weekly presentations"), Duty.TIMER, remark=_("30 to 60 seconds each")),
        AgendaLine(49, _("Visitors introduce themselves"), Duty.VISITOR_HOST),
        AgendaLine(51, _("Two-minute report"), who=_("Vice president")),
        AgendaLine(52, _("Membership committee"), who=_("Vice president")),
        AgendaLine(53, _("Speakers ahead"), who=secretary),
        AgendaLine(54, _("Feature talk"), Duty.FEATURE_TALK),
        AgendaLine(64, _("Referrals and testimonials"), who=_("Everybody")),
        AgendaLine(82, _("Reality check"), Duty.REALITY_CHECK, remark=_("two slips by lot")),
        AgendaLine(86, _("Treasurer"), who=secretary),
        AgendaLine(88, _("Announcements"), who=president),
        AgendaLine(90, _("Close"), who=president),
    )
