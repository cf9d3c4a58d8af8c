"""The kinds of slip, and the life of a referral."""

from datetime import date
from enum import IntEnum, StrEnum

from app.errors import RuleError

LARGEST_AMOUNT = 10**13  # minor units; above any real thank-you, below what a typo makes of one
MOST_CREDITS = 500


class SlipKind(StrEnum):
    """What is handed in at a meeting."""

    REFERRAL = "referral"
    ONE_TO_ONE = "one_to_one"
    CLOSED_BUSINESS = "closed_business"
    VISITOR = "visitor"
    EDUCATION = "education"
    TESTIMONIAL = "testimonial"


class Tier(IntEnum):
    """Inside: the giver buys himself. Outside: a third person. Third: a referral's own referral."""

    INSIDE = 1
    OUTSIDE = 2
    THIRD = 3


class ReferralState(StrEnum):
    """How far a referral has come."""

    PASSED = "passed"
    CONTACTED = "contacted"
    QUOTED = "quoted"
    WON = "won"
    LOST = "lost"


OPEN_STATES = (ReferralState.PASSED, ReferralState.CONTACTED, ReferralState.QUOTED)


def check_amount(amount: int) -> int:
    """Return an amount in minor units, or refuse what no thank-you can be."""
    if not 0 < amount <= LARGEST_AMOUNT:
        raise RuleError("impossible_amount", amount=amount)
    return amount


def check_credits(units: int) -> int:
    """Return a count of education units, or refuse an impossible one."""
    if not 0 < units <= MOST_CREDITS:
        raise RuleError("impossible_credits", units=units, most=MOST_CREDITS)
    return units


def age_in_days(since: date, today: date) -> int:
    """Return how many days a state has lasted; never below zero."""
    return max((today - since).days, 0)
