"""What is said about meetings and their marks."""

from app.i18n import _
from app.rules.meetings import MeetingState


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "no_meeting_yet": _("This book has no meeting yet. Put one on the calendar first."),
        "meeting_exists": _("There is a meeting on {held_on} already. Nothing was changed."),
        "meeting_not_draft": _(
            "The meeting of {held_on} is {state}, so nothing in it was changed. "
            "Reopen it with a reason, or record this for the next meeting."
        ),
        "meeting_state": _("A meeting that is {old} cannot become {new}. Nothing was changed."),
        "reason_missing": _("Say why, in a few words; the reason is kept. Nothing was changed."),
        "negative_total": _("A total cannot be below zero. Nothing was saved."),
        "impossible_total": _("This total is not possible. Nothing was saved; enter it again."),
        "holiday_with_slips": _(
            "This meeting has slips, so it is no holiday. Nothing was changed; discard it instead."
        ),
    }


def state_words(state: MeetingState) -> str:
    """Return what a meeting is, as it follows “is”."""
    return {
        MeetingState.DRAFT: _("a draft"),
        MeetingState.COMPLETED: _("completed"),
        MeetingState.HOLIDAY: _("a holiday"),
        MeetingState.DISCARDED: _("discarded"),
    }[state]
