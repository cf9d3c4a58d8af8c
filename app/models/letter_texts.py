"""The letters of the committee in the chapter's own words."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned
from app.models.types import Word
from app.rules.letters import LetterKind


class LetterTemplate(Versioned, Base):
    """A chapter's own wording of a kind of letter; without a row the usual one is used."""

    __tablename__ = "letter_template"
    __table_args__ = (UniqueConstraint("kind", "step"), {"sqlite_strict": True})

    kind: Mapped[LetterKind] = mapped_column(Word(LetterKind))
    step: Mapped[int]
    subject: Mapped[str]
    body: Mapped[str]
