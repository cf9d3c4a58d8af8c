"""Reads a membership length report: since when somebody is a member, all told and without a gap."""

from app.exchange.lists import Field, Layout, Listing, named, words
from app.exchange.members import WORDS, Members, read_members
from app.rules.exports import ReportKind

_WORDS = WORDS | words(
    {
        Field.OTHER: "Cumulative Start Date|Date de début cumulée|Date de début cumulative",
        Field.LENGTH: (
            "Cumulative Length|Durée cumulée|Durée cumulative|Recent Length|Durée récente"
        ),
        Field.JOINED: "Recent Start Date|Date de début récente",
    }
)


def _read(listing: Listing) -> Members:
    return read_members(listing, complete=False)


LAYOUT = Layout(ReportKind.LENGTH, _WORDS, needed=named(Field.LENGTH, Field.JOINED), read=_read)
