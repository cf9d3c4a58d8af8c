"""What a member did in a span, each figure beside the median of the chapter's members.

Closed business is only ever a total of what somebody was thanked for; the room does not see it
where too few stand behind it, nor its median, which is one member's amount.
"""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from app.queries.ledger import Account, ledger
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.tally import NONE, Tally


class Counter(StrEnum):
    """What is counted of a member; closed business is in minor units, as credited to him."""

    GIVEN = "given"
    RECEIVED = "received"
    ONE_TO_ONES = "one_to_ones"
    VISITORS = "visitors"
    EDUCATION = "education"
    TESTIMONIALS = "testimonials"
    CLOSED_BUSINESS = "closed_business"

    def of(self, tally: Tally) -> int:
        """Return this count of a tally."""
        count: Callable[[Tally], int] = _COUNTS[self]
        return count(tally)


@dataclass(frozen=True, slots=True)
class Figure:
    """One count of the window beside the median of the current members; none where withheld."""

    counter: Counter
    value: int | None
    median: float | None


def figures(
    session: Session, person_id: int, window: Period, *, audience: Audience
) -> tuple[Figure, ...]:
    """Return the figures of a member, as far as an audience may see them."""
    found = ledger(session, window, audience)
    own = next((one for one in found.members if one.person_id == person_id), None)
    everybody = [one for one in found.members if one.left_on is None or one is own]
    return tuple(_figure(counter, own, everybody, audience) for counter in Counter)


def _figure(
    counter: Counter, own: Account | None, everybody: list[Account], audience: Audience
) -> Figure:
    money = counter is Counter.CLOSED_BUSINESS
    value = counter.of(own.tally if own else NONE)
    median = statistics.median([counter.of(one.tally) for one in everybody] or [0])
    return Figure(
        counter,
        None if money and own is not None and own.withheld else value,
        None if money and audience is not Audience.OFFICERS else float(median),
    )


_COUNTS: dict[Counter, Callable[[Tally], int]] = {
    Counter.GIVEN: lambda tally: tally.given,
    Counter.RECEIVED: lambda tally: tally.received,
    Counter.ONE_TO_ONES: lambda tally: tally.one_to_ones,
    Counter.VISITORS: lambda tally: tally.visitors,
    Counter.EDUCATION: lambda tally: tally.education,
    Counter.TESTIMONIALS: lambda tally: tally.testimonials,
    Counter.CLOSED_BUSINESS: lambda tally: tally.closed_business,
}
