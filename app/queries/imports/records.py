"""What is known of every member while files are taken in, and which professions are taken."""

from collections.abc import Iterator
from datetime import date

from app.exchange.members import MemberRow
from app.queries.imports.entries import key
from app.queries.imports.facts import Fact, Facts
from app.queries.imports.people import Ref
from app.queries.imports.standing import Standing

_DETAILS = ("company", "phone", "email", "website", "address")


class Records:
    """What is known of every member, and which professions are taken."""

    def __init__(self, standing: Standing) -> None:
        self.facts = Facts()
        self._seats: dict[str, Ref] = {}
        self._first_marks = standing.first_marks
        for person in standing.people:
            ref = person.person_id
            for field in (*_DETAILS, "profession", "sponsor_id"):
                self.facts.know(ref, field, getattr(person, field))
            latest = person.spells[-1] if person.spells else None
            if latest is not None and latest.left_on is None:
                self.facts.know(ref, "joined_on", latest.joined_on)
                self.facts.know(ref, "renewal_due", latest.renewal_due)
                self._seats.setdefault(key(person.profession), ref)

    def told(self, ref: Ref, row: MemberRow, *, current: bool) -> Iterator[Fact | None]:
        """Yield what a line says of somebody that was not known."""
        for field in _DETAILS:
            yield self.facts.tell(ref, field, getattr(row, field))
        if current:
            yield self.facts.tell(ref, "renewal_due", row.renewal_due, later=True)
            yield self._joined(ref, row.joined_on)

    def _joined(self, ref: Ref, day: date | None) -> Fact | None:
        """Return since when somebody is a member, unless the book has him there before."""
        first = self._first_marks.get(ref)
        if day is None or (first is not None and first < day):
            return None
        return self.facts.tell(ref, "joined_on", day)

    def seated(self, ref: Ref, row: MemberRow) -> Fact | None:
        """Return somebody's profession, unless a member has it already."""
        if not row.profession or self._seats.setdefault(key(row.profession), ref) != ref:
            return None
        return self.facts.tell(ref, "profession", row.profession)

    def is_taken(self, ref: Ref, row: MemberRow) -> bool:
        """Tell whether somebody else has the profession a line names."""
        return bool(row.profession) and self._seats.get(key(row.profession), ref) != ref
