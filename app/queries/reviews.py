"""The reviews in the middle of a membership that wait to be held."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.queries.policy import policy_in_use
from app.queries.rulings import RulingRow, rulings
from app.queries.standings import MemberStanding
from app.rows import row
from app.rules.letters import RulingKind
from app.rules.periods import add_months
from app.rules.scoring.profile import Membership


@row(frozen=True, slots=True)
class ReviewDue:
    """Whom a review is about, and by when it has to be held."""

    name: str
    by: date


def reviews_due(
    session: Session, day: date, members: Iterable[MemberStanding]
) -> tuple[ReviewDue, ...]:
    """Return the reviews of some members that wait on a day."""
    rules, decided = policy_in_use(session, day).policy.membership, rulings(session)
    found = ((one.name, review_by(rules, one, decided, day)) for one in members)
    return tuple(ReviewDue(name, by) for name, by in found if by is not None)


def review_by(
    rules: Membership, one: MemberStanding, decided: Iterable[RulingRow], day: date
) -> date | None:
    """Return by when a member's review has to be held, if it waits on a day.

    It waits from months before the renewal until that is spoken of, unless it was held by then.
    """
    due = one.renewal_due
    if due is None:
        return None
    opens = add_months(due, -rules.review[0])
    closes = due - timedelta(days=max(rules.reminders))
    held = any(
        ruling.kind is RulingKind.REVIEW
        and ruling.person_id == one.person_id
        and ruling.starts_on >= opens
        for ruling in decided
    )
    waits = opens <= day < closes and not held
    return add_months(due, -rules.review[1]) if waits else None
