"""What is said about what a check of the book found."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "check_file": _("The file is damaged: {said}. Go back to a copy from before."),
        "check_orphan": _("Record {row} of {table} refers to a {parent} that is not there."),
        "check_empty_entry": _("Entry {entry} of the history says nothing."),
        "check_journal_gap": _("The history of record {row} of {table} has a gap."),
        "check_unlike_journal": _(
            "Record {row} of {table} is not as the history left it: it was changed by another "
            "program."
        ),
        "check_no_chapter": _("The book has no chapter yet. Begin one, or import its files."),
        "check_holiday_slips": _("{held_on} is a holiday, but has slips: {slips}."),
        "check_slip_closed_business": _(
            "On {held_on}, thanks for closed business have no amount: {slips}."
        ),
        "check_slip_education": _("On {held_on}, education slips have no units: {slips}."),
        "check_slip_visitor": _("On {held_on}, visits have no visitor: {slips}."),
        "check_slip_referral": _("On {held_on}, referrals are neither in nor outside: {slips}."),
        "check_mark_of_stranger": _(
            "{name} is marked on {held_on}, but was no member then. Correct the membership's days."
        ),
        "check_member_twice": _("{name} is a member twice over. End one of the memberships."),
        "nothing_to_correct": _("This says too little to correct anything. Nothing was changed."),
        "check_official": _(
            "{name}, {figure}: the official figures from {start} to {end} say {official}, "
            "the book has {book}."
        ),
    }
