"""What is counted of a member in a period, and how counts are added."""

from collections.abc import Iterable
from operator import attrgetter

from app.rows import row


@row(frozen=True, slots=True)
class Tally:
    """Counts of one person or of many; closed business in minor units, credited to the giver."""

    present: int = 0
    absent: int = 0
    late: int = 0
    medical: int = 0
    substitute: int = 0
    given_inside: int = 0
    given_outside: int = 0
    received_inside: int = 0
    received_outside: int = 0
    visitors: int = 0
    one_to_ones: int = 0
    education: int = 0
    testimonials: int = 0
    closed_business: int = 0

    @property
    def weeks(self) -> int:
        """How many meetings have a mark: the divisor of every weekly average."""
        return self.present + self.absent + self.late + self.medical + self.substitute

    @property
    def given(self) -> int:
        """All referrals given."""
        return self.given_inside + self.given_outside

    @property
    def received(self) -> int:
        """All referrals received."""
        return self.received_inside + self.received_outside


NONE = Tally()
COUNTED = tuple(Tally.__dataclass_fields__)
_figures = attrgetter(*COUNTED)  # as astuple, but without its deep copies


def added(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    rows = [_figures(tally) for tally in tallies]
    return Tally(*map(sum, zip(*rows, strict=True))) if rows else NONE


def missing(whole: Tally, part: Tally) -> Tally:
    """Return what a part lacks of a whole; where it has more, nothing."""
    pairs = zip(_figures(whole), _figures(part), strict=True)
    return Tally(*(max(one - other, 0) for one, other in pairs))
