"""How one member stands with the committee: absences, letters, decisions, as he may see it."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.queries.letters import QueuedLetter, letter_queue
from app.queries.rulings import RulingRow, rulings
from app.queries.standings import standings
from app.rules.attendance_policy import Standing
from app.rules.letters import LetterState, RulingKind
from app.rules.privacy import Audience


@dataclass(frozen=True, slots=True)
class MemberLetters:
    """A member's standing, letters and decisions in force; nothing at all for the room."""

    audience: Audience
    standing: Standing | None = None
    letters: tuple[QueuedLetter, ...] = ()
    rulings: tuple[RulingRow, ...] = ()


def member_letters(
    session: Session, person_id: int, day: date, *, audience: Audience
) -> MemberLetters:
    """Return how a member stands; his own page has letters once they are sent, and no notes."""
    if audience is Audience.ROOM:
        return MemberLetters(audience)
    members = [one for one in standings(session, day) if one.person_id == person_id]
    letters = letter_queue(session, day, members=members)
    decided = [one for one in rulings(session, day) if one.person_id == person_id]
    if audience is Audience.OWN:
        letters = tuple(replace(one, reason="") for one in letters if one.state is LetterState.SENT)
        decided = [replace(one, note="") for one in decided]
    return MemberLetters(
        audience,
        members[0].standing if members else None,
        letters,
        tuple(one for one in decided if one.kind is not RulingKind.REVIEW),
    )
