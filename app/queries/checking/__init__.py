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

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.checking import AcceptedDifference
from app.models.people import Person
from app.queries.chapter import chapter_details
from app.queries.checking.comparing import of_span, weeks
from app.queries.checking.doubles import doubles
from app.queries.checking.findings import Checked, Finding, Former, Subject
from app.queries.checking.spans import Span, spans
from app.rules.people import PersonKind

__all__ = ["Checked", "Finding", "Former", "Subject", "checked", "unsettled"]


def checked(session: Session) -> Checked:
    """Hold the book against all official lists that were brought in."""
    chapter = chapter_details(session)
    lists = spans(session)
    found = [
        *_differences(session, lists),
        *weeks(session, chapter.weekday),
        *doubles(session),
    ]
    reasons = _reasons(session)
    decided = [one.decided(reasons.get(one.key)) for one in found]
    return Checked(
        findings=tuple(sorted(decided, key=lambda one: one.place)),
        former=tuple(span.former for span in lists if span.former is not None),
        summaries=sum(1 for span in lists if span.told),
        audits=sum(1 for span in lists if span.audit is not None),
        money=chapter.money,
    )


def unsettled(session: Session, since: date) -> int:
    """Return how many differences from the official lists of late nobody has decided about."""
    lists = spans(session, since)
    if not lists:
        return 0  # most books: nothing to add up
    reasons = _reasons(session)
    return sum(1 for one in _differences(session, lists) if one.key not in reasons)


def _differences(session: Session, lists: Sequence[Span]) -> Iterator[Finding]:
    people = session.execute(select(Person.id, Person.name, Person.kind)).all()
    names = {person_id: name for person_id, name, _kind in people}
    home = {person_id for person_id, _name, kind in people if kind is PersonKind.MEMBER}
    for span in lists:
        yield from of_span(session, span, names, home)


def _reasons(session: Session) -> dict[str, str]:
    accepted = select(AcceptedDifference.key, AcceptedDifference.reason)
    return dict(session.execute(accepted).all())
