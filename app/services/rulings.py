"""What the committee decides about a member: probation, an opened seat, leave, a review held."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.committee import Ruling
from app.models.people import Person
from app.rules import names
from app.rules.letters import RulingKind
from app.rules.people import check_span, clean_text
from app.services import finding

_EXCEPTIONS = (RulingKind.MEDICAL_LEAVE,)


def decide(
    session: Session,
    *,
    person_id: int,
    kind: RulingKind,
    starts_on: date,
    ends_on: date | None,
    decided_by: str,
    recorded_by: str,
    note: str = "",
) -> None:
    """Record a decision and who made it; who approves an exception may not record it himself."""
    finding.record(session, Person, person_id)
    check_span(starts_on, ends_on)
    _check_author(kind, decided_by, recorded_by)
    session.add(
        Ruling(
            person_id=person_id,
            kind=kind,
            starts_on=starts_on,
            ends_on=ends_on,
            decided_by=clean_text(decided_by),
            note=clean_text(note),
        )
    )


def end(session: Session, *, person_id: int, kind: RulingKind, on: date) -> None:
    """Let a decision hold until a day and no longer; one that begins later is taken back."""
    for ruling in session.scalars(
        select(Ruling).where(Ruling.person_id == person_id, Ruling.kind == kind)
    ):
        if ruling.starts_on > on:
            session.delete(ruling)
        elif ruling.ends_on is None or ruling.ends_on > on:
            ruling.ends_on = on


def _check_author(kind: RulingKind, decided_by: str, recorded_by: str) -> None:
    if not clean_text(decided_by):
        raise RuleError("ruling_by_missing")
    if kind in _EXCEPTIONS and names.key(decided_by) == names.key(recorded_by):
        raise RuleError("approver_records", name=clean_text(decided_by))
