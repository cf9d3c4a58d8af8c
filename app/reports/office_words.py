"""What the offices are called, on paper and screen."""

from app.i18n import _
from app.rules.people import Office


def office_words(office: Office) -> str:
    """Return what an office is called."""
    return {
        Office.PRESIDENT: _("President"),
        Office.VICE_PRESIDENT: _("Vice president"),
        Office.SECRETARY: _("Secretary"),
        Office.COMMITTEE: _("Membership committee"),
        Office.VISITOR_HOST: _("Visitor host"),
        Office.EDUCATION: _("Education"),
        Office.MENTOR: _("Mentor"),
        Office.EVENTS: _("Events"),
        Office.GROWTH: _("Growth"),
    }[office]
