"""The committee of the demo chapter: letters of earlier weeks are sent, some leave is approved."""

from datetime import date, timedelta
from itertools import groupby

from sqlalchemy.orm import Session

from app.queries.letters import letter_queue
from app.queries.standings import standings
from app.rules.letters import LetterState, RulingKind
from app.services import letters, rulings

_WAITED = timedelta(weeks=4)  # letters younger than that still wait
_POSTED = timedelta(days=2)


def work_through(session: Session, today: date) -> None:
    """Send the letters of weeks ago, two days after they became due, and approve earlier leave."""
    _approve(session, today)
    queue = letter_queue(session, today)
    waiting = [one for one in queue if one.state is LetterState.DUE and one.on <= today - _WAITED]
    for on, due in groupby(waiting, key=lambda one: one.on):
        letters.send(session, letters={one.key: one.days for one in due}, on=on + _POSTED)


def _approve(session: Session, today: date) -> None:
    absent = [one for one in standings(session, today) if one.standing.unapproved]
    for one in absent[:-1]:
        days = one.standing.unapproved
        rulings.decide(
            session,
            person_id=one.person_id,
            kind=RulingKind.MEDICAL_LEAVE,
            starts_on=days[0],
            ends_on=days[-1],
            decided_by="Siân Prosser",
            recorded_by="Wanda Zielińska",
        )
