"""Reads a region's database export: the members of one chapter or of many, one line each."""

from app.exchange.lists import Field, Layout, Listing, named
from app.exchange.members import WORDS, Members, read_members
from app.rules.exports import ReportKind


def _read(listing: Listing) -> Members:
    return read_members(listing, complete=True)


LAYOUT = Layout(
    ReportKind.DATABASE,
    WORDS,
    needed=named(Field.CHAPTER, Field.STATUS, Field.JOINED, Field.POSTCODE),
    read=_read,
)
