"""What the chapter has decided of its evenings: which duties there are, what comes when."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned
from app.models.types import Word
from app.rules.duties import DutyKind


class OwnDuty(Versioned, Base):
    """A duty of the chapter's own list; without any row the usual ones are given out."""

    __tablename__ = "duty"
    __table_args__ = (UniqueConstraint("key"), {"sqlite_strict": True})

    key: Mapped[str]  # what holders of it refer to
    title: Mapped[str]
    kind: Mapped[DutyKind] = mapped_column(Word(DutyKind))
    place: Mapped[int]  # in the list, from 1


class AgendaItem(Versioned, Base):
    """An item of the chapter's own agenda; without any row the usual one holds."""

    __tablename__ = "agenda_item"
    __table_args__ = ({"sqlite_strict": True},)

    minute: Mapped[int]  # from the start of the meeting
    title: Mapped[str]
    duty: Mapped[str] = mapped_column(default="")  # the key of the duty whose holder leads it
    who: Mapped[str] = mapped_column(default="")
    remark: Mapped[str] = mapped_column(default="")
    place: Mapped[int]  # in the list, from 1
