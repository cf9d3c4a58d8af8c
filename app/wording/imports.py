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
        "import_needs_last_date": _(
            "{file} does not say of which year its meetings are, so nothing was stored. "
            "Give the day of its last meeting with it (on the command line: --date 2026-11-17)."
        ),
        "import_gone_by_list": _(
            "Gone by this file, but members in the book ({count}): {names}. If they have left, "
            "end their memberships on the Members page."
        ),
        "import_applicants": _("Applicants are not taken in ({count}): {names}."),
        "import_profession_taken": _(
            "Another member has this profession already, so it was left out ({count}): {names}."
        ),
        "import_unknown_in_list": _("Nobody in the book has these names ({count}): {names}."),
        "import_sponsor_unknown": _("No member has these sponsors' names ({count}): {names}."),
        "import_details_differ": _(
            "The book says otherwise and stays as it is, for {count}: {names}."
        ),
        "import_of_others": _("Lines of other chapters were left out ({count})."),
        "import_officers": _("It names officers; enter them on the Members page: {names}."),
        "import_substitutes": _("Substitutes are no guests and were left out ({count}): {names}."),
        "import_inviter_unknown": _("Not members, so nobody's guests ({count}): {names}."),
        "import_visits_without_meeting": _(
            "Some visits are of meetings the book does not have (visits: {count}, meetings: "
            "{meetings}); the guests are entered, the visits are not counted."
        ),
        "import_closed_meetings": _(
            "Some meetings took place by this file, but are holidays or discarded in the book "
            "({count}); their marks were left out (the first: {day})."
        ),
        "import_years_unclear": _(
            "It covers more than a year and names days without one, so look at the dates."
        ),
        "import_scores_differ": _(
            "Scores apart, there and by the book's own profile ({count}): {names}."
        ),
        "import_weeks_missing": _(
            "Weeks between the first and the last without a file ({count}): {names}."
        ),
        "import_periods_overlap": _(
            "The periods of summaries overlap ({count}): {names}. Each is kept as it is."
        ),
        "import_copies": _("The same content twice, stored once ({count}): {names}."),
        "import_stopped": _("Stopped. Nothing was stored."),
    }
