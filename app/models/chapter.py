"""The chapter itself and its settings."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned
from app.models.types import TimeOfDay, Within


class Chapter(Versioned, Base):
    """The one chapter whose book this is; always the row with id 1."""

    __tablename__ = "chapter"

    name: Mapped[str]
    region: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    weekday: Mapped[int] = mapped_column(Within(6), default=1)  # 0 Monday to 6 Sunday
    starts_at: Mapped[str] = mapped_column(TimeOfDay, default="")  # HH:MM
    place: Mapped[str] = mapped_column(default="")
    currency: Mapped[str] = mapped_column(default="GBP")
    currency_decimals: Mapped[int] = mapped_column(Within(3), default=2)


class Setting(Versioned, Base):
    """One setting of the chapter, as JSON text."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("name"), {"sqlite_strict": True})

    name: Mapped[str]
    value: Mapped[str]
