"""The visitors of the book and those to come, and what a list of visitors adds about them."""

from collections.abc import Iterable

from app.exchange.guests import GuestRow
from app.queries.imports.entries import key
from app.queries.imports.facts import Fact, Facts
from app.queries.imports.people import Ref
from app.queries.imports.plans import NewVisitor
from app.queries.imports.standing import GuestStanding
from app.rules.people import VisitorStage

_KEPT = ("profession", "company", "phone", "email")


class Guests:
    """Each name is one guest; ``facts`` are what is known of them."""

    def __init__(self, known: Iterable[GuestStanding]) -> None:
        self._known: dict[str, int] = {}
        self._stages: dict[Ref, VisitorStage] = {}
        self.facts = Facts()
        self.new: list[NewVisitor] = []
        for guest in known:
            self._known.setdefault(guest.name_key, guest.visitor_id)
            self._stages[guest.visitor_id] = guest.stage
            for field in _KEPT:
                self.facts.know(guest.visitor_id, field, getattr(guest, field))
            self.facts.know(guest.visitor_id, "inviter_id", guest.inviter_id)

    def ref(
        self, name: str, inviter: Ref | None, stage: VisitorStage = VisitorStage.ATTENDED
    ) -> Ref | None:
        """Return who a guest's name stands for; nobody where none is written."""
        name_key = key(name)
        if not name_key:
            return None
        found = self._known.get(name_key)
        if found is None:
            found = self._known[name_key] = -1 - len(self.new)
            self._stages[found] = stage
            self.facts.know(found, "inviter_id", inviter)
            self.new.append(NewVisitor(found, name, inviter, stage))
        return found

    def told(self, guest: Ref, row: GuestRow, inviter: Ref | None) -> tuple[Fact, ...]:
        """Return what a line says of a guest that was not known."""
        facts = [self.facts.tell(guest, field, getattr(row, field)) for field in _KEPT]
        facts.append(self.facts.tell(guest, "inviter_id", inviter))
        return tuple(fact for fact in facts if fact is not None)

    def came(self, guest: Ref) -> Fact | None:
        """Return that somebody invited has come, unless that is known."""
        if self._stages[guest] is not VisitorStage.INVITED:
            return None
        self._stages[guest] = VisitorStage.ATTENDED
        return Fact(guest, "stage", VisitorStage.ATTENDED.value)
