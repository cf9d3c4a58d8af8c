"""Where slips are handed in: one evening's meeting, and who is there."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.demo.cast import Part
from app.demo.roll import Roll
from app.demo.story import Story


@dataclass(frozen=True, slots=True)
class Desk:
    """What every slip of one evening needs."""

    session: Session
    story: Story
    meeting_id: int
    day: date
    roll: Roll

    @property
    def here(self) -> list[Part]:
        """Members whose slips are handed in tonight."""
        return [part for part in self.story.current if self.roll.took_part(part)]

    def id_of(self, name: str) -> int:
        """Return who a name stands for."""
        return self.story.ids[name]
