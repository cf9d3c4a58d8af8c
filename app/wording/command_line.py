"""What is said about the command line."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "output_unwritable": _(
            "{path} could not be written: {cause}. The book is unchanged; choose another place."
        ),
        "output_no_space": _(
            "{path} could not be written: the disk is full. The book is unchanged, and a file of "
            "that name is as it was; free some space, or choose another disk."
        ),
        "system_refused": _("{path}: {cause}. Nothing was changed."),
        "stopped": _("Stopped; nothing was changed."),
        "member_unknown": _("Nobody in this book is called “{name}”. Nothing was made."),
        "member_unclear": _("“{name}” could be {names}. Nothing was made; write more of the name."),
    }
