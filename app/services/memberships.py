"""Memberships: correcting when somebody belonged to the chapter."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.people import Spell
from app.rules.people import check_span
from app.services import finding, roster


def correct(
    session: Session,
    *,
    spell_id: int,
    joined_on: date | None,
    left_on: date | None,
    renewal_due: date | None,
    version: int | None = None,
) -> None:
    """Correct the dates of one membership; it must not run into another of the same person.

    ``left_on`` is the first day the person was no member any more. A stale version is refused.
    """
    for end in (left_on, renewal_due):
        check_span(joined_on, end)
    spell = finding.record(session, Spell, spell_id, version)
    _check_apart(session, spell, joined_on, left_on)
    if left_on is None and spell.left_on is not None:
        roster.check_seat_free(session, spell.person_id)
    spell.joined_on = joined_on
    spell.left_on = left_on
    spell.renewal_due = renewal_due


def strike(session: Session, *, spell_id: int, version: int | None = None) -> None:
    """Take a membership off the list, as if it had never been; the only one stays."""
    spell = finding.record(session, Spell, spell_id, version)
    if not _others(session, spell):
        raise RuleError("only_membership")
    session.delete(spell)


def _check_apart(
    session: Session, spell: Spell, joined_on: date | None, left_on: date | None
) -> None:
    start, end = joined_on or date.min, left_on or date.max
    for other in _others(session, spell):
        if start < (other.left_on or date.max) and (other.joined_on or date.min) < end:
            raise RuleError("memberships_overlap")


def _others(session: Session, spell: Spell) -> Sequence[Spell]:
    return session.scalars(
        select(Spell).where(Spell.person_id == spell.person_id, Spell.id != spell.id)
    ).all()
