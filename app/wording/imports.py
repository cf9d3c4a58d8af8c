"""What is said about taking files into the book."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "import_needs_date": _(
            "{file} does not say when its meeting was, so nothing was stored. "
            "Give the meeting's day with it (on the command line: --date 2026-11-17)."
        ),
        "import_meeting_closed": _(
            "{file} belongs to the meeting of {held_on}, which is {state} in this book, "
            "so nothing was stored. Reopen that meeting first."
        ),
        "import_other_chapter": _(
            "{file} comes from the chapter {chapter}, but this book is of {book}, so nothing was "
            "stored. Choose the right book, or allow it (on the command line: --other-chapter)."
        ),
        "import_chapter_differs": _("The file is of {chapter}, the book of {book}."),
        "import_own_date": _("The file says {day} itself, so that was taken and not {asked}."),
        "import_undated": _(
            "The file does not say which days it covers, so its figures are kept without a date."
        ),
        "import_not_listed": _("Members in the book, but not in this file ({count}): {names}."),
        "import_no_member_then": _(
            "As far as the book knows, some were no members at the time ({count}): {names}."
        ),
    }
