"""What is said about people, seats and memberships."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "still_a_member": _(
            "{name} is a member. End the membership first; only then can the person be erased."
        ),
        "name_missing": _("A name is missing. Nothing was saved; enter one."),
        "name_too_long": _(
            "This name has {length} characters; {limit} is the most. Nothing was saved; shorten it."
        ),
        "ends_before_start": _(
            "This would end on {end}, before it begins on {start}. Nothing was saved."
        ),
        "classification_taken": _(
            "The seat “{name}” belongs to {holder}. Nothing was saved; choose another one."
        ),
        "classification_exists": _("“{name}” is on the list already. Nothing was saved."),
        "day_unclear": _(
            "“{words}” is no day. Nothing was saved; enter one such as 24.11.2026 or 24 nov."
        ),
        "no_profession": _(
            "{name} has no classification yet, so there is nothing to put into a contact sphere. "
            "Enter the classification first."
        ),
        "memberships_overlap": _(
            "These days would run into another membership of the same person. Nothing was saved; "
            "correct that one first."
        ),
        "own_sponsor": _(
            "Nobody is his own sponsor or mentor. Nothing was saved; choose another member."
        ),
        "only_membership": _(
            "This is the only membership, so it stays. Correct its days, or end it."
        ),
        "visitor_came": _(
            "{name} has visited the chapter, so nothing was removed. Take the visits out first, "
            "or set the visitor to declined."
        ),
        "not_a_member": _("This person is no member at the moment. Nothing was changed."),
        "already_a_member": _("This person is a member already. Nothing was changed."),
        "external_known": _("{name} of {chapter} is in the book already. Nothing was saved."),
        "is_a_member": _("{name} is a member of this chapter. Nothing was changed."),
        "merge_not_two_people": _(
            "Only two different people can be made one. Nothing was changed."
        ),
        "merge_keep_member": _(
            "{name} is a member of this chapter, so that record must stay. Nothing was changed; "
            "merge the other way round."
        ),
        "merge_slip_between": _(
            "{kept} and {gone} stand on one slip of {held_on}, so they are two people. Nothing "
            "was changed; correct that slip first if it is wrong."
        ),
        "merge_both_members": _(
            "{kept} and {gone} were members at the same time. Nothing was changed; say whose "
            "membership counts."
        ),
        "merge_both_in_summary": _(
            "{kept} and {gone} both stand in the official figures from {start} to {end}. Nothing "
            "was changed; say whose row counts."
        ),
        "merge_both_marked": _(
            "{kept} and {gone} both have an entry for the meeting of {held_on}. Nothing was "
            "changed; say whose entry counts."
        ),
        "merge_clash": _(
            "{kept} and {gone} both have an entry in the same place. Nothing was changed; say "
            "whose entry counts."
        ),
        "join_by_admitting": _("To join, a visitor is admitted as a member. Nothing was changed."),
    }
