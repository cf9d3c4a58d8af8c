"""What is said about documents."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "no_such_report": _("There is no report called “{name}”. There are: {names}."),
        "no_such_stack": _("There is no stack called “{name}”. There are: {names}."),
        "not_for_audience": _("This report is not made for that audience. It is for: {audiences}."),
        "no_meeting_in_period": _(
            "There is no meeting from {start} to {end} to report on. Choose another period."
        ),
    }
