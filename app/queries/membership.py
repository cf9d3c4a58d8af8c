"""Who is a member on a day."""

from datetime import date

from sqlalchemy import Select, or_, select

from app.models.people import Spell


def member_on(day: date) -> Select[int]:
    """Return a statement for the ids of those who are members on a day."""
    return select(Spell.person_id).where(
        or_(Spell.joined_on.is_(None), Spell.joined_on <= day),
        or_(Spell.left_on.is_(None), Spell.left_on > day),
    )
