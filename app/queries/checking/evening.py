"""One meeting as the book has it: its slips, and what would settle its differences."""

from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.people import Person
from app.models.slips import Slip
from app.queries.checking.spans import COUNTED, Span
from app.queries.official import MARKS, SLIPS
from app.queries.tallies import Tallies
from app.rules.attendance import Attendance
from app.rules.corrections import Correction, Cure, Lacks, SlipSeen, proposed
from app.rules.people import PersonKind
from app.rules.tally import NONE, Tally

_MARK_OF = dict(zip(MARKS, Attendance, strict=True))


@dataclass(frozen=True, slots=True)
class Evening:
    """A meeting with its slips, and what each member lacks of the official list."""

    meeting_id: int
    slips: tuple[SlipSeen, ...]
    lacks: Lacks

    def settling(self, person_id: int, figure: str) -> Correction | None:
        """Return what would settle a figure of somebody, if anything."""
        found = proposed(person_id, figure, self.lacks, self.slips)
        return None if found is None else replace(found, meeting_id=self.meeting_id)

    def marking(self, person_id: int, mark: Attendance | None) -> Correction:
        """Return what would make a mark the official one."""
        return Correction(Cure.TAKE_MARK, self.meeting_id, giver_id=person_id, mark=mark)

    def partner(self, correction: Correction | None, person_id: int) -> int | None:
        """Return who else stands on the slip of a correction."""
        if correction is None:
            return None
        sides = (correction.giver_id, correction.receiver_id)
        if correction.slip_id is not None:
            slip = next(one for one in self.slips if one.slip_id == correction.slip_id)
            sides = (slip.written_giver, slip.written_receiver)
        return next((one for one in sides if one not in (None, person_id)), None)


def evening(session: Session, span: Span, own: Tallies) -> Evening | None:
    """Return the one meeting of some days; None where there are more, or none."""
    ids = session.scalars(
        select(Meeting.id).where(
            Meeting.held_on.between(span.period.start, span.period.end), Meeting.state.in_(COUNTED)
        )
    ).all()
    if len(ids) != 1:
        return None
    return Evening(ids[0], _slips(session, ids[0]), _lacks(span, own))


def the_mark(tally: Tally) -> Attendance | None:
    """Return the one mark of a member in one meeting; none where it is blank."""
    return next((mark for name, mark in _MARK_OF.items() if getattr(tally, name)), None)


def _slips(session: Session, meeting_id: int) -> tuple[SlipSeen, ...]:
    home = set(session.scalars(select(Person.id).where(Person.kind == PersonKind.MEMBER)))
    return tuple(
        SlipSeen(
            one.id,
            one.kind,
            one.giver_id if one.giver_id in home else None,
            one.receiver_id if one.receiver_id in home else None,
            one.tier,
            one.amount or 0,
            one.credits or 0,
            one.confirmed,
            one.giver_id,
            one.receiver_id,
        )
        for one in session.execute(_SLIPS, {"meeting_id": meeting_id})
    )


_SLIPS = (
    select(
        Slip.id,
        Slip.kind,
        Slip.giver_id,
        Slip.receiver_id,
        Slip.tier,
        Slip.amount,
        Slip.credits,
        Slip.confirmed,
    )
    .where(Slip.meeting_id == bindparam("meeting_id"))
    .order_by(Slip.id)
)


def _lacks(span: Span, own: Tallies) -> dict[int, dict[str, int]]:
    """Return what each member lacks of the audit, or where there is none, of the summary."""
    official = span.summary if span.audit is None else span.audit
    everybody = {*official, *(own.by_person if span.audit is not None else ())} - {None}
    return {
        person_id: {
            figure: getattr(official.get(person_id, NONE), figure)
            - getattr(own.of(person_id), figure)
            for figure in SLIPS
        }
        for person_id in everybody
        if person_id is not None
    }
