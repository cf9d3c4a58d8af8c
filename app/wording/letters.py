"""What is said about letters and decisions of the committee."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "letter_empty": _("A letter needs a subject and a text. Nothing was saved; write both."),
        "letter_too_long": _(
            "This text has {length} signs; {limit} are the most. Nothing was saved; shorten it."
        ),
        "letter_field_unknown": _(
            "“{field}” is no field of this letter. Nothing was saved; the fields are: {names}."
        ),
        "letter_brace": _(
            "A brace stands alone. Nothing was saved; braces go round a field, one of: {names}."
        ),
        "letter_until_past": _(
            "A letter cannot be put off until {until}, which is not ahead. Nothing was saved."
        ),
        "letter_reason_missing": _(
            "Say in a few words why the letter is not sent. Nothing was saved."
        ),
        "letters_of_whom": _("These letters are a member’s own: name the member."),
        "ruling_by_missing": _("Say who decided it. Nothing was saved."),
        "approver_records": _(
            "{name} approves it, so somebody else records it. Nothing was saved."
        ),
    }
