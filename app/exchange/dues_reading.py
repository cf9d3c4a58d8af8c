"""Reads a membership dues report: tables of current, new, late and dropped members in one sheet.

Each table has its own header and may have its own columns; a member who has expired can be in
none of them, so such a list is not the whole chapter.
"""

from app.exchange.lists import Field, Layout, Listing, named
from app.exchange.members import WORDS, Members, read_members
from app.rules.exports import ReportKind


def _read(listing: Listing) -> Members:
    return read_members(listing, complete=False)


LAYOUT = Layout(
    ReportKind.DUES,
    WORDS,
    needed=(*named(Field.STATUS, Field.RENEWAL), *named(Field.RENEWAL, Field.TYPE)),
    read=_read,
    barred=frozenset({Field.COMPANY, Field.EMAIL, Field.PHONE}),
)
