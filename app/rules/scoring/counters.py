"""What can be counted of a member and of a chapter, by the names profiles use."""

from collections.abc import Mapping

from app.rules.tally import COUNTED, Tally

MARKS = ("present", "absent", "late", "medical", "substitute")
MEMBER = (*COUNTED, "given", "received", "sponsored")
CHAPTER = (
    "meetings",
    "members",
    "members_at_start",
    "stayed",
    "joined",
    "left",
    "growth",
    "guests",
    "guests_joined",
    "member_weeks",
    *MARKS,
    "given",
    "visitors",
    "one_to_ones",
    "education",
    "testimonials",
    "closed_business",
)
MONEY = "closed_business"

Counts = Mapping[str, int]


def counts_of(tally: Tally, sponsored: int = 0) -> dict[str, int]:
    """Return the counters of a member by name; closed business in minor units."""
    found = {name: getattr(tally, name) for name in COUNTED}
    return found | {"given": tally.given, "received": tally.received, "sponsored": sponsored}
