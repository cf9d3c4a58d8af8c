"""The chapter's own profiles: scores and rules of attendance it has written itself."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Base, Versioned


class OwnProfile(Versioned, Base):
    """One dated profile as its text; of a name the one valid on a day is the latest before it."""

    __tablename__ = "own_profile"
    __table_args__ = (UniqueConstraint("name", "valid_from"), {"sqlite_strict": True})

    name: Mapped[str]
    valid_from: Mapped[date]
    text: Mapped[str]
