"""Reads a sponsor report: who brought whom into which chapter."""

from app.exchange.lists import Field, Layout, Line, Listing, one_of, words
from app.exchange.members import MemberRow, Members, full_name
from app.rules.exports import ReportKind
from app.rules.people import clean_text

_WORDS = words(
    {
        Field.SPONSOR_GIVEN: "Sponsor First Name|Prénom du parrain",
        Field.SPONSOR_FAMILY: "Sponsor Last Name|Nom du parrain",
        Field.LENGTH: "Total Number Sponsored",
        Field.GIVEN: "Sponsored First Name|Prénom du parrainé",
        Field.FAMILY: "Sponsored Last Name|Nom du parrainé",
        Field.REGION: "Sponsored Region",
        Field.CHAPTER: "Sponsored Chapter",
        Field.OTHER: "Application Date",
    }
)


def _read(listing: Listing) -> Members:
    rows: list[MemberRow] = []
    sponsor = ""
    for line in listing.lines:
        sponsor = _sponsor(listing, line) or sponsor  # named once above several lines
        name, given, family, written = full_name(line, listing)
        if name:
            chapter = clean_text(line.text(Field.CHAPTER))
            rows.append(
                MemberRow(line.number, name, given, family, written, chapter, sponsor=sponsor)
            )
    above = listing.preamble
    return Members(
        chapter=above.chapter,
        told_chapter="",
        region=above.region,
        country=above.country,
        run_at=above.run_at,
        complete=False,
        rows=tuple(rows),
        officers=(),
        findings=listing.notebook.findings(),
    )


def _sponsor(listing: Listing, line: Line) -> str:
    return full_name(
        line, listing, whole=Field.SPONSOR, given=Field.SPONSOR_GIVEN, family=Field.SPONSOR_FAMILY
    )[0]


LAYOUT = Layout(
    ReportKind.SPONSORS,
    _WORDS,
    needed=one_of({Field.SPONSOR_GIVEN, Field.SPONSOR_FAMILY, Field.GIVEN, Field.FAMILY}),
    read=_read,
)
