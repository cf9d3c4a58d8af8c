"""A small chapter for tests of lists: Tuesdays in 2026, people called by their given names."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.people import Person, Visitor
from app.models.slips import Slip
from app.rules import names
from app.rules.attendance import Attendance
from app.rules.identifiers import MeetingId, PersonId, SlipId, VisitorId
from app.services import attendance, chapter, meetings, roster, slips
from app.storage import Change, Store

P = ParamSpec("P")
T = TypeVar("T")

TODAY = date(2026, 11, 23)  # a Monday
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class SmallBook:
    """A book with Riverside, meeting on Tuesdays, and what a test puts into it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Begin the book in a folder."""
        store = Store.create(folder / "riverside.chapter", author="Wanda", clock=lambda: NOON)
        book = cls(store)
        book.write(chapter.found, name="Riverside", weekday=1)
        return book

    def write(
        self, deed: Callable[Concatenate[Any, P], None], *args: P.args, **kwargs: P.kwargs
    ) -> Change:
        """Do something."""
        return self.store.write("test", deed, *args, **kwargs)

    def ask(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask something."""
        return self.store.read(query, *args, **kwargs)

    def member(
        self, name: str, classification: str = "", *, joined_on: date = date(2024, 1, 2)
    ) -> PersonId:
        """Admit a member called by one full name."""
        given, _, family = name.partition(" ")
        self.write(
            roster.admit,
            given_name=given,
            family_name=family,
            joined_on=joined_on,
            classification=classification,
        )
        return self.person(name)

    def external(self, name: str, of: str = "Harbour") -> PersonId:
        """Enter a person of another chapter."""
        self.write(roster.add_external, name=name, chapter=of)
        return self.person(name)

    def meeting(self, held_on: date) -> MeetingId:
        """Put a draft on the calendar."""
        self.write(meetings.schedule, held_on=held_on)
        return MeetingId(self._id(select(Meeting.id).where(Meeting.held_on == held_on)))

    def complete(self, meeting_id: int) -> None:
        """Complete a meeting."""
        self.write(meetings.complete, meeting_id=meeting_id, at=NOON, by="Wanda")

    def mark(self, meeting_id: int, letter: str, *person_ids: int) -> None:
        """Mark some people alike."""
        for person_id in person_ids:
            self.write(
                attendance.mark,
                meeting_id=meeting_id,
                person_id=person_id,
                attendance=Attendance(letter),
            )

    def referral(self, giver_id: int, receiver_id: int, on: date, **more: Any) -> SlipId:  # noqa: ANN401  handed on as given
        """Pass a referral and return it."""
        self.write(
            slips.pass_referral, dated_on=on, giver_id=giver_id, receiver_id=receiver_id, **more
        )
        return self.last_slip()

    def one_to_one(self, member_id: int, partner_id: int, on: date, **more: Any) -> SlipId:  # noqa: ANN401  handed on as given
        """Record a one-to-one and return it."""
        self.write(
            slips.record_one_to_one,
            dated_on=on,
            member_id=member_id,
            partner_id=partner_id,
            **more,
        )
        return self.last_slip()

    def thanks(
        self,
        earner_id: int | None,
        giver_id: int,
        amount: int,
        on: date,
        **more: Any,  # noqa: ANN401  handed on as given
    ) -> SlipId:
        """Record closed business and return it."""
        self.write(
            slips.thank,
            dated_on=on,
            earner_id=earner_id,
            giver_id=giver_id,
            amount=amount,
            **more,
        )
        return self.last_slip()

    def visit(self, name: str, inviter_id: int | None, on: date, **more: Any) -> VisitorId:  # noqa: ANN401  handed on as given
        """Welcome a guest and return him."""
        self.write(slips.welcome, dated_on=on, inviter_id=inviter_id, name=name, **more)
        return VisitorId(self._id(select(Visitor.id).where(Visitor.name_key == names.key(name))))

    def person(self, name: str) -> PersonId:
        """Return somebody by name."""
        return PersonId(self._id(select(Person.id).where(Person.name == name)))

    def last_slip(self) -> SlipId:
        """Return the slip handed in last."""
        return SlipId(self._id(select(Slip.id).order_by(Slip.id.desc()).limit(1)))

    def _id(self, statement: Select[int]) -> int:
        def one(session: Session) -> int:
            return int(session.scalars(statement).one())

        return self.store.read(one)
