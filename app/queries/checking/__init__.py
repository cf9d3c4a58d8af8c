"""The own book beside slips audits beside summaries: where they differ, and what would settle it.

Per member and meeting, or per member and period where a summary covers more than one meeting. A
summary is only held against days of which the book has all meetings; what only one of them has
(marks alone, slips alone) is not compared. Whom a summary counts in its total only, former
members, is shown as that and is no difference.

``findings``   what is told
``spans``      what official lists say, by days
``evening``    one meeting as the book has it, and what would settle its differences
``comparing``  a span against the book
``doubles``    records that may be one person
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import AcceptedDifference, AuditedFigures, OfficialPeriod, Person
from app.queries.chapter import chapter_details
from app.queries.checking.comparing import of_span, weeks
from app.queries.checking.doubles import doubles
from app.queries.checking.findings import Checked, Finding, Former, Subject
from app.queries.checking.spans import spans

__all__ = ["Checked", "Finding", "Former", "Subject", "checked", "unsettled"]


def checked(session: Session) -> Checked:
    """Hold the book against all official lists that were brought in."""
    chapter = chapter_details(session)
    lists = spans(session)
    names = dict(session.execute(select(Person.id, Person.name)).all())
    found = [
        *(one for span in lists for one in of_span(session, span, names)),
        *weeks(session, chapter.weekday),
        *doubles(session),
    ]
    accepted = select(AcceptedDifference.key, AcceptedDifference.reason)
    reasons = dict(session.execute(accepted).all())
    decided = [one.decided(reasons.get(one.key)) for one in found]
    return Checked(
        findings=tuple(sorted(decided, key=lambda one: one.place)),
        former=tuple(span.former for span in lists if span.former is not None),
        summaries=sum(1 for span in lists if span.told),
        audits=sum(1 for span in lists if span.audit is not None),
        money=chapter.money,
    )


def unsettled(session: Session) -> int:
    """Return how many differences from official lists nobody has decided about."""
    told = {Subject.MEETINGS, Subject.MARK, Subject.FIGURE}
    if not any(
        session.scalar(select(table.id).limit(1)) for table in (OfficialPeriod, AuditedFigures)
    ):
        return 0  # most books: nothing to add up
    return sum(1 for one in checked(session).open if one.subject in told)
