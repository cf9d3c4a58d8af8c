"""Reads a chapter roster: the organisation's own, and a list somebody keeps in a spreadsheet."""

from app.exchange.lists import Field, Layout, Listing, named
from app.exchange.members import WORDS, Members, read_members
from app.rules.exports import ReportKind


def _read(listing: Listing) -> Members:
    return read_members(listing, complete=True, official=False)


LAYOUT = Layout(
    ReportKind.ROSTER,
    WORDS,
    needed=(
        *named(Field.PROFESSION, Field.COMPANY),
        *named(Field.PROFESSION, Field.PHONE),
        *named(Field.PROFESSION, Field.EMAIL),
        *named(Field.COMPANY, Field.JOINED),
    ),
    read=_read,
)
