"""When a report was last printed or saved, and when the book began."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.journal import Entry
from app.models.printing import Printed


@dataclass(frozen=True, slots=True)
class LastPrint:
    """The moment whose rows were printed, and who printed them."""

    known_at: datetime
    author: str


def last_print(session: Session, *, report: str, choice: str) -> LastPrint | None:
    """Return the last print of a report with a choice, None where there was none."""
    found = session.execute(
        select(Printed.known_at, Printed.author).where(
            Printed.report == report, Printed.choice == choice
        )
    ).first()
    return None if found is None else LastPrint(*found)


def began(session: Session) -> datetime | None:
    """Return the moment of the book's first entry."""
    return session.scalar(select(func.min(Entry.made_at)))
