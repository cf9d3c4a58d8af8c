"""The seats of the chapter, one for each profession."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned


class Classification(Versioned, Base):
    """A profession: one seat, one member. The sphere groups seats that refer to each other."""

    __tablename__ = "classification"
    __table_args__ = (UniqueConstraint("name_key"), {"sqlite_strict": True})

    name: Mapped[str]
    name_key: Mapped[str]
    sphere: Mapped[str] = mapped_column(default="")
    amount_hint: Mapped[str] = mapped_column(default="")  # what this business records as an amount
