"""What is said about oddities in files that can be read."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "note_and_more": _("And {count} more of this."),
        "note_encoding": _(
            "Its letters were {encoding}, not what the file says; check some names."
        ),
        "note_bold_unknown": _(
            "This file has lost its bold type, so who is a guest was worked out from the "
            "chapters beside."
        ),
        "note_home_unsure": _("Which of the two is the guest is a guess."),
        "note_nobody_home": _("Every name is a guest's: is this another chapter's file?"),
        "note_no_rows": _("There are no rows in it."),
        "note_day_before_month": _("Dates were read day first: {start} to {end}."),
        "note_month_before_day": _("The date makes sense only month first: {day}."),
        "note_row_left_out": _("“{text}” was left out."),
        "note_row_after_total": _("This stands below the total and was left out."),
        "note_kind_inferred": _("The kind “{text}” is unknown and was told by its figures."),
        "note_giver_missing": _("Nobody to credit is named."),
        "note_receiver_missing": _("It does not say to whom."),
        "note_same_person": _("Both sides are {name}."),
        "note_both_outside": _("Both sides are guests."),
        "note_no_chapter": _("{name} is a guest without a chapter."),
        "note_odd_chapter": _("“{text}” is not chapter, region and country."),
        "note_tier_missing": _("Inside or outside is not clear (“{text}”)."),
        "note_amount_missing": _("There is no amount."),
        "note_huge_amount": _("The amount is unusually high; look at it once more."),
        "note_credits_missing": _("There are no education units."),
        "note_many_credits": _("{units} education units are unusually many."),
        "note_digits_for_name": _("“{name}” is a number, not a name."),
        "note_markup_in_name": _("“{name}” holds markup; it is kept as text."),
        "note_total_for_name": _("“{name}” stands where a name should."),
        "note_same_name": _("{name} stands there twice."),
        "note_flag_unknown": _("What “{text}” means is not known."),
        "note_total_disagrees": _("The total of {column} differs from its rows by {difference}."),
        "note_day_unclear": _("“{text}” is no date and was left out."),
        "note_mark_unknown": _("“{text}” is no mark and was left out."),
        "note_count_rounded": _("{text} is no whole number and was counted as {count}."),
    }
