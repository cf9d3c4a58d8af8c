"""A span of days against the book: how many meetings, who was there, who did what, the totals."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.queries.checking.evening import Evening, evening, the_mark
from app.queries.checking.findings import Finding, Subject
from app.queries.checking.spans import COUNTED, Span
from app.queries.official import MARKS, SLIPS
from app.queries.tallies import Tallies, tallies
from app.queries.what_is_off import missing_weeks
from app.rules.corrections import Correction, Cure
from app.rules.tally import NONE, added

_FOR_ALL = frozenset({"visitors", "closed_business", "education"})  # also who is no member


def of_span(
    session: Session, span: Span, names: Mapping[int, str], home: Collection[int]
) -> Iterator[Finding]:
    """Yield where the book says something else of some days than official lists do.

    ``home`` are those who count here: members, now or before.
    """
    own = tallies(session, span.period, drafts=True, thankers=False)
    held = own.held.counted
    if not held:
        return
    if span.told and held != span.told:
        yield _finding(span, Subject.MEETINGS, book=held, summary=span.told)
    compared = _Compared(
        span if held == span.told else replace(span, summary={}, total=None),
        own,
        cache(partial(evening, session, span, own)),  # asked for where something differs
        names,
        home,
    )
    yield from compared.findings()


def weeks(session: Session, weekday: int) -> Iterator[Finding]:
    """Yield the weeks between the first and the last meeting that have none."""
    last = session.scalar(select(func.max(Meeting.held_on)).where(Meeting.state.in_(COUNTED)))
    for day in missing_weeks(session, weekday, last) if last is not None else ():
        skip = Correction(Cure.SKIP_WEEK, day=day.isoformat())
        yield Finding(Subject.WEEK, day, day, correction=skip)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Some days in every list there is."""

    span: Span
    own: Tallies
    meeting: Callable[[], Evening | None]
    names: Mapping[int, str]
    home: Collection[int]

    def findings(self) -> Iterator[Finding]:
        """Yield what differs, member by member, then in the total row."""
        marks, slips = self._has(MARKS), self._has(SLIPS) or self.span.audit is not None
        for person_id in self._everybody():
            if marks and person_id in self.span.summary:
                yield from self._marks(person_id)
            if slips:
                yield from self._figures(person_id, SLIPS)
        if slips and self.span.total is not None:
            yield from self._totals()

    def _has(self, figures: tuple[str, ...]) -> bool:
        """Tell whether the book has any of some figures."""
        return any(getattr(one, name) for one in self.own.by_person.values() for name in figures)

    def _everybody(self) -> list[int]:
        known = {one for one in self.own.by_person if one in self.home}
        everybody = {*self.span.summary, *(self.span.audit or ()), *known}
        return sorted((one for one in everybody if one), key=lambda one: self.names.get(one, ""))

    def _marks(self, person_id: int) -> Iterator[Finding]:
        if self.own.held.counted != 1:
            yield from self._figures(person_id, MARKS)
            return
        told = the_mark(self.span.summary[person_id])
        mine = the_mark(self.own.of(person_id))
        meeting = None if told is mine else self.meeting()
        if told is not mine:
            yield self._of(
                person_id,
                Subject.MARK,
                book=mine.value if mine else "",
                summary=told.value if told else "",
                correction=None if meeting is None else meeting.marking(person_id, told),
            )

    def _figures(self, person_id: int, figures: tuple[str, ...]) -> Iterator[Finding]:
        audit = None if self.span.audit is None else self.span.audit.get(person_id, NONE)
        summary = self.span.summary.get(person_id)
        for figure in figures:
            book = getattr(self.own.of(person_id), figure)
            heard = None if audit is None or figure in MARKS else getattr(audit, figure)
            told = None if summary is None else getattr(summary, figure)
            if {heard, told} - {None, book}:
                yield self._differing(person_id, figure, book, heard, told)

    def _differing(
        self, person_id: int, figure: str, book: int, audit: int | None, summary: int | None
    ) -> Finding:
        correction, other = None, None
        meeting = self.meeting() if figure in SLIPS else None
        if meeting is not None:
            correction = meeting.settling(person_id, figure)
            other = meeting.partner(correction, person_id)
        return self._of(
            person_id,
            Subject.FIGURE,
            figure=figure,
            book=book,
            audit=audit,
            summary=summary,
            correction=correction,
            other_id=other,
            other=self.names.get(other or 0, ""),
        )

    def _totals(self) -> Iterator[Finding]:
        """Yield where the total row differs by more than its rows do, and than members who left.

        Referrals and one-to-ones count once for each member in them, all else for everybody.
        """
        known = added(tally for one, tally in self.own.by_person.items() if one in self.home)
        every = added(self.own.by_person.values())
        for figure in SLIPS:
            book = getattr(every if figure in _FOR_ALL else known, figure)
            told = getattr(self.span.total, figure)
            told_of_members = sum(
                getattr(tally, figure) - getattr(self.own.of(person_id), figure)
                for person_id, tally in self.span.summary.items()
            )
            rest = told - book - told_of_members
            if told != book and not 0 <= rest <= getattr(self.span.residual, figure):
                yield _finding(self.span, Subject.FIGURE, figure=figure, book=book, summary=told)

    def _of(self, person_id: int, subject: Subject, **said: object) -> Finding:
        name = self.names.get(person_id, "")
        return _finding(self.span, subject, person_id=person_id, name=name, **said)


def _finding(span: Span, subject: Subject, **said: object) -> Finding:
    return Finding(subject, span.period.start, span.period.end, **said)  # type: ignore[arg-type]  # fields by name
