"""Keeping in mind what was printed, beside the history: it is no deed, and nothing to undo."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.printing import Printed


def keep(session: Session, *, report: str, choice: str, known_at: datetime, author: str) -> None:
    """Put the print of a report in place of its last one with the same choice."""
    found = session.scalars(
        select(Printed).where(Printed.report == report, Printed.choice == choice)
    ).first()
    if found is None:
        session.add(Printed(report=report, choice=choice, known_at=known_at, author=author))
    else:
        found.known_at, found.author = known_at, author
