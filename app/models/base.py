"""The declarative base: naming that migrations rely on, strictness, and versions."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from app.models.types import Day, Flag, Instant, Whole


class Base(DeclarativeBase):
    """Base of every stored record."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: Whole,
        bool: Flag,
        date: Day,
        datetime: Instant,
    }
    __table_args__: Any = {"sqlite_strict": True}  # noqa: RUF012  declared so by SQLAlchemy


class Versioned:
    """A record that two officers may edit at once: a stale version is refused."""

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Count every update, and refuse one that started from an older count."""
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]  # set by the mapper


ADDING = "adding"
"""What a session's ``info`` has for bulk entry: a context in which a table is only added to."""
