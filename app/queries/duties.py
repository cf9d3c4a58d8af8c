"""Which duties the chapter gives out: its own list, or the usual one."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.schedules import OwnDuty
from app.rules.duties import DutyLine
from app.wording.schedules import usual_duties

_OWN = select(OwnDuty.key, OwnDuty.title, OwnDuty.kind).order_by(OwnDuty.place, OwnDuty.id)


def duties(session: Session) -> tuple[DutyLine, ...]:
    """Return the duties in their order."""
    own = tuple(DutyLine(key, title, kind) for key, title, kind in session.execute(_OWN))
    return own or usual_duties()
