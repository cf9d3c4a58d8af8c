"""What is said about slips and visits."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "impossible_amount": _("This amount is not possible. Nothing was saved; enter it again."),
        "impossible_credits": _(
            "Enter 1 to {most} education units, not {units}. Nothing was saved."
        ),
        "slip_incomplete": _(
            "This line does not say a whole slip yet. Nothing was saved; go on typing."
        ),
        "slip_kind_stays": _(
            "A slip keeps its kind. Nothing was changed; remove it and enter another one instead."
        ),
        "same_person": _("Both sides are the same person. Nothing was saved."),
        "not_a_visit": _("Only a visit can be confirmed. Nothing was changed."),
        "not_a_referral": _("Only a referral has a state. Nothing was changed."),
    }
