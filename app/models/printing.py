"""What was printed: kept beside the history, not in it, since nobody undoes a sheet of paper."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Printed(Base):
    """The last time a report with one choice left the program; ``known_at`` is its rows' moment."""

    __tablename__ = "printed"
    __table_args__ = (UniqueConstraint("report", "choice"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    report: Mapped[str]
    choice: Mapped[str]  # what was chosen for it, as JSON
    known_at: Mapped[datetime]
    author: Mapped[str]
