"""Everybody the slip line of one meeting may mean, and every guest it may offer."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.people import Visitor
from app.queries.roster import parties, seating
from app.rules.completion import Guest
from app.rules.matching import Known


@dataclass(frozen=True, slots=True)
class SlipPeople:
    """People with the seat numbers of the roll, in its order, then all others; guests by name."""

    known: tuple[Known, ...]
    guests: tuple[Guest, ...]


_GUESTS = select(Visitor.name, Visitor.profession).order_by(Visitor.name_key)


def slip_people(session: Session, on: date) -> SlipPeople:
    """Return who may stand on a slip of a day; members of that day are ``here``."""
    seats = {seat.person_id: seat.number for seat in seating(session, on)}
    known = tuple(
        Known(
            party.person_id,
            party.name,
            party.chapter,
            seats.get(party.person_id),
            here=party.person_id in seats,
            profession=party.classification,
        )
        for party in parties(session, on)
    )
    in_order = tuple(sorted(known, key=lambda one: one.seat or len(known) + 1))
    guests = tuple(Guest(name, profession) for name, profession in session.execute(_GUESTS))
    return SlipPeople(in_order, guests)
