"""Reads a report of visitors who have registered for a meeting and may come to it."""

from app.exchange.guests import GuestList, read_guests
from app.exchange.lists import Field, Layout, Listing, named
from app.exchange.visitors_reading import GUEST_WORDS
from app.rules.exports import ReportKind


def _read(listing: Listing) -> GuestList:
    return read_guests(listing, expected=True)


LAYOUT = Layout(
    ReportKind.PROSPECTS,
    GUEST_WORDS,
    needed=named(Field.VISITED, Field.INVITED_BY, Field.FORMAT),
    read=_read,
)
