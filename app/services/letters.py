"""Letters: what became of those that are due, and the chapter's own wording of them."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.committee import Letter
from app.models.letter_texts import LetterTemplate
from app.models.people import Person
from app.rules.letter_texts import checked
from app.rules.letters import LetterKey, LetterKind, LetterState
from app.rules.people import clean_text
from app.services import finding


def send(session: Session, *, letters: Mapping[LetterKey, Sequence[date]], on: date) -> None:
    """Note that letters were sent, each with the days it named.

    One that was sent before and named the same days stays as it was.
    """
    for key, days in letters.items():
        found, said = _letter(session, key, on), " ".join(day.isoformat() for day in days)
        if found.state is not LetterState.SENT or found.said != said:
            _decide(session, found, LetterState.SENT, on)
            found.said = said


def defer(session: Session, *, letter: LetterKey, on: date, until: date) -> None:
    """Put a letter off until a day, on which it is due again."""
    if until <= on:
        raise RuleError("letter_until_past", until=until)
    found = _letter(session, letter, on)
    _decide(session, found, LetterState.DEFERRED, on)
    found.until = until


def set_aside(session: Session, *, letter: LetterKey, on: date, reason: str) -> None:
    """Note that a letter will not be sent, and why."""
    if not clean_text(reason):
        raise RuleError("letter_reason_missing")
    found = _letter(session, letter, on)
    _decide(session, found, LetterState.NOT_APPLICABLE, on)
    found.reason = clean_text(reason)


def make_due(session: Session, *, letter: LetterKey) -> None:
    """Forget what became of a letter, so that it is due where the marks say so."""
    found = session.scalar(_by_key(letter))
    if found is not None:
        session.delete(found)


def write_own(session: Session, *, kind: LetterKind, step: int, subject: str, body: str) -> None:
    """Keep the chapter's own wording of a letter; a field nobody knows is refused."""
    text = checked(kind, subject, body)
    found = _template(session, kind, step)
    if found is None:
        found = LetterTemplate(kind=kind, step=step)
        session.add(found)
    found.subject, found.body = text.subject, text.body


def write_usual(session: Session, *, kind: LetterKind, step: int) -> None:
    """Go back to the usual wording of a letter."""
    found = _template(session, kind, step)
    if found is not None:
        session.delete(found)


def _template(session: Session, kind: LetterKind, step: int) -> LetterTemplate | None:
    return session.scalar(
        select(LetterTemplate).where(LetterTemplate.kind == kind, LetterTemplate.step == step)
    )


def _letter(session: Session, key: LetterKey, on: date) -> Letter:
    found = session.scalar(_by_key(key))
    if found is None:
        finding.record(session, Person, key.person_id)
        found = Letter(
            person_id=key.person_id,
            kind=key.kind,
            step=key.step,
            window_start=key.window.start,
            window_end=key.window.end,
            state=LetterState.DUE,
            decided_on=on,
        )
    return found


def _decide(session: Session, letter: Letter, state: LetterState, on: date) -> None:
    letter.state, letter.decided_on = state, on
    letter.until, letter.reason, letter.said = None, "", ""
    session.add(letter)


def _by_key(key: LetterKey) -> Select[Letter]:
    return select(Letter).where(
        Letter.person_id == key.person_id,
        Letter.kind == key.kind,
        Letter.step == key.step,
        Letter.window_start == key.window.start,
        Letter.window_end == key.window.end,
    )
