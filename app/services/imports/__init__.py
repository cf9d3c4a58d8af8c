"""Imports: storing what files of another program hold, all files of one import or none.

Rows go in by whole sets and not one object at a time, since a chapter that moves in brings years.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from app.exchange.reading import ReportKind
from app.exchange.sources import Progress, silent
from app.models.imports import ImportedFile, OfficialPeriod, OfficialRow
from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell, Visitor
from app.models.slips import Slip
from app.queries.imports import FilePlan, ImportPlan, as_of, plan_import
from app.queries.imports.naming import Naming
from app.queries.imports.people import NewPerson
from app.queries.imports.plans import PlannedMeeting, PlannedPeriod, PlannedSlip
from app.queries.imports.standing import FILE_CHAPTER
from app.rules import countries, names
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind, clean_text, sort_name
from app.rules.slips import SlipKind
from app.services import audited, bulk, chapter, finding, roster, spellings
from app.services.imports import facts
from app.services.imports.ids import Ids

Row = dict[str, Any]
Stored = TypeVar("Stored")
_TOLD_EVERY = 1000
_SLIP_COLUMNS = (
    "kind",
    "giver_id",
    "receiver_id",
    "visitor_id",
    "tier",
    "amount",
    "credits",
    "other_chapter",
    "giver_written",
    "receiver_written",
    "confirmed",
)
_KEPT_FIGURES = tuple(
    column.name
    for column in OfficialRow.__table__.columns
    if column.name not in {"id", "version", "period_id", "place", "person_id", "name_written"}
)


def found(
    session: Session, *, name: str, in_files: str = "", region: str = "", country: str = ""
) -> None:
    """Begin the book of the chapter that files come from, as they call it.

    ``name`` is used where they do not say. No file says what currency its amounts are in; where
    the country is known, its own is taken.
    """
    chapter.found(
        session,
        name=in_files or name,
        region=region,
        country=country,
        currency=countries.currency_of(country),
    )
    _remember(session, in_files=in_files, stand_in="" if in_files else name)


def store(
    session: Session,
    *,
    plan: ImportPlan,
    at: datetime,
    by: str = "",
    progress: Progress = silent,
) -> None:
    """Store what files add to the book; ``at`` and ``by`` sign the meetings this completes.

    Where the book has changed since the plan was made, it is made again first. All files are
    refused where one of them would be. ``progress`` is told rows done and rows in all; whatever
    it raises leaves the book as it was.
    """
    if as_of(session) != plan.as_of:
        plan = plan_import(
            session,
            files=plan.sources,
            other_chapter=plan.other_chapter,
            answers=plan.answers,
        )
    for refusal in plan.preview.refusals:
        raise refusal
    if not plan.preview.rows_new:
        _keep_audits(session, plan, Ids((), ()))
        return
    if plan.naming is not None:
        _call(session, plan.naming)
    for (name_key, chapter_key), person_id in plan.answers.items():
        spellings.teach(session, name_key, chapter_key, person_id)
    people = _enter_people(session, plan)
    visitors = _enter_visitors(session, plan, people)
    steps = _Steps(plan, progress)
    for file in plan.files:
        _store(session, file, people, visitors, steps, at=at, by=by)
    _keep_audits(session, plan, people)


def _call(session: Session, naming: Naming) -> None:
    """Keep how files call the chapter; a book that had no better name takes it for its own."""
    _remember(session, in_files=naming.name, stand_in="")
    if naming.renames:
        own = finding.chapter(session)
        own.name = naming.name
        if not own.country:
            own.currency = countries.currency_of(naming.country)
        own.region = own.region or clean_text(naming.region)
        own.country = own.country or clean_text(naming.country)


def _remember(session: Session, *, in_files: str, stand_in: str) -> None:
    value = {"in_files": in_files, "stand_in": stand_in}
    chapter.put_setting(session, name=FILE_CHAPTER, value=value)


def _enter_people(session: Session, plan: ImportPlan) -> Ids:
    seat = roster.last_seat(session)
    rows = []
    for person in plan.people:
        seat += person.seated
        rows.append(_person_row(person, seat if person.seated else None))
    ids = Ids((person.ref for person in plan.people), bulk.entered(session, Person, rows))
    session.add_all(
        Spell(person_id=ids.of(person.ref), joined_on=person.since, left_on=person.until)
        for person in plan.people
        if person.kind is PersonKind.MEMBER
    )
    _lengthen_spells(session, plan)
    for number, person_id in enumerate(plan.seats, start=seat + 1):
        finding.record(session, Person, person_id).seat = number
    return ids


def _person_row(person: NewPerson, seat: int | None) -> Row:
    return {
        "kind": person.kind,
        "name": person.name,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "sort_name": sort_name(person.given_name, person.family_name, person.name),
        "name_key": names.key(person.name),
        "home_chapter": person.chapter,
        "home_region": person.region,
        "home_country": person.country,
        "seat": seat,
    }


def _lengthen_spells(session: Session, plan: ImportPlan) -> None:
    for change in plan.spells:
        if change.spell_id is None:
            session.add(Spell(person_id=change.person_id, left_on=change.left_on))
        else:
            finding.record(session, Spell, change.spell_id).left_on = change.left_on


def _enter_visitors(session: Session, plan: ImportPlan, people: Ids) -> Ids:
    rows = [
        {
            "name": visitor.name,
            "name_key": names.key(visitor.name),
            "inviter_id": people.maybe(visitor.inviter),
            "stage": visitor.stage,
        }
        for visitor in plan.visitors
    ]
    return Ids((visitor.ref for visitor in plan.visitors), bulk.entered(session, Visitor, rows))


class _Steps:
    """Counts the rows that are stored, and tells of every thousandth and of each file."""

    def __init__(self, plan: ImportPlan, progress: Progress) -> None:
        self._total = plan.preview.rows_new
        self._progress = progress
        self._done = 0

    def walk(self, rows: Iterable[Stored]) -> Iterator[Stored]:
        """Yield rows, counting them."""
        for row in rows:
            yield row
            self._done += 1
            if self._done % _TOLD_EVERY == 0:
                self.tell()

    def tell(self) -> None:
        """Say how far storing has come."""
        self._progress(min(self._done, self._total), self._total)


def _store(
    session: Session,
    file: FilePlan,
    people: Ids,
    visitors: Ids,
    steps: _Steps,
    *,
    at: datetime,
    by: str,
) -> None:
    steps.tell()
    if not file.preview.rows_new:
        return
    filled = [_fill(session, one, people, visitors, steps, at=at, by=by) for one in file.meetings]
    meeting_id = filled[0] if file.only_meeting else None
    period_id = _keep_period(session, file.period, people) if file.period else None
    facts.keep(session, file.facts, people)
    facts.keep_of_guests(session, file.guest_facts, visitors, people)
    facts.train(session, file.trainings, people)
    session.add(
        ImportedFile(
            file_name=file.preview.name,
            kind=file.preview.kind.value,
            fingerprint=file.fingerprint,
            imported_at=at,
            meeting_id=meeting_id,
            period_id=period_id,
            rows_read=file.preview.rows_read,
            rows_added=file.preview.rows_new,
        )
    )


def _keep_audits(session: Session, plan: ImportPlan, people: Ids) -> None:
    """Keep what audits count of members, for checking; also where the book had every slip."""
    for file in plan.files:
        day = file.preview.day if file.preview.kind is ReportKind.SLIPS_AUDIT else None
        meeting = finding.meeting_on(session, day) if day else None
        if meeting is None or (not file.preview.rows_new and audited.knows(session, meeting.id)):
            continue
        audited.keep(
            session,
            meeting.id,
            {
                people.of(one.person.ref): one.figures
                for one in file.preview.members
                if one.person.home and (one.person.ref > 0 or plan.preview.rows_new)
            },
        )


def _fill(
    session: Session,
    planned: PlannedMeeting,
    people: Ids,
    visitors: Ids,
    steps: _Steps,
    *,
    at: datetime,
    by: str,
) -> int:
    """Enter slips and marks in the meeting of a day; return its id."""
    meeting_id = _meeting(session, planned.day, at, by).id
    slips = steps.walk(_slip_rows(planned.slips, people, visitors))
    same = {"meeting_id": meeting_id, "dated_on": planned.day, "imported": True}
    bulk.enter(session, Slip, _SLIP_COLUMNS, slips, **same)
    marks = ((people.of(person), mark.value) for person, mark in planned.marks)
    bulk.enter(session, Mark, ("person_id", "attendance"), marks, meeting_id=meeting_id)
    return meeting_id


def _meeting(session: Session, day: date, at: datetime, by: str) -> Meeting:
    """Return the meeting of a day; one that is new is completed, as all that is exported is."""
    meeting = finding.meeting_on(session, day)
    if meeting is None:
        meeting = Meeting(held_on=day, state=MeetingState.COMPLETED, completed_at=at)
        meeting.completed_by = clean_text(by)
        session.add(meeting)
        session.flush()
    return meeting


def _slip_rows(
    slips: Iterable[PlannedSlip], people: Ids, visitors: Ids
) -> Iterator[tuple[bulk.Plain, ...]]:
    for slip in slips:
        yield (
            slip.kind.value,
            people.maybe(slip.giver),
            people.maybe(slip.receiver),
            visitors.maybe(slip.visitor),
            slip.tier and slip.tier.value,
            slip.amount,
            slip.credits,
            slip.other_chapter,
            slip.giver_written,
            slip.receiver_written,
            int(slip.kind is SlipKind.VISITOR),  # an export lists confirmed visits only
        )


def _keep_period(session: Session, period: PlannedPeriod, people: Ids) -> int:
    _forget_periods(session, [ref for ref in period.replaces if ref > 0])
    kept = OfficialPeriod(
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        chapter_written=period.chapter,
        dropped_included=period.dropped_included,
        fingerprint=period.fingerprint,
    )
    session.add(kept)
    session.flush()
    columns = ("place", "person_id", "name_written", *_KEPT_FIGURES)
    rows = (
        (
            row.place,
            people.maybe(row.person),
            row.name_written,
            *(getattr(row.figures, name) for name in _KEPT_FIGURES),
        )
        for row in period.rows
    )
    bulk.enter(session, OfficialRow, columns, rows, period_id=kept.id)
    return kept.id


def _forget_periods(session: Session, period_ids: Sequence[int]) -> None:
    """Take out official figures that others replace; the files they came from stay known."""
    if not period_ids:
        return
    session.execute(
        update(ImportedFile)
        .where(ImportedFile.period_id.in_(period_ids))
        .values(period_id=None, version=ImportedFile.version + 1)
    )
    session.execute(delete(OfficialRow).where(OfficialRow.period_id.in_(period_ids)))
    session.execute(delete(OfficialPeriod).where(OfficialPeriod.id.in_(period_ids)))
