"""Reads a chapter visitor report: who came to which meeting, substitutes among them."""

from app.exchange.guests import GuestList, read_guests
from app.exchange.lists import Field, Layout, Listing, named, words
from app.exchange.members import WORDS
from app.rules.exports import ReportKind

GUEST_WORDS = WORDS | words(
    {
        Field.VISITED: "Visit Date|Date of Visit|Date de visite|Besuchsdatum|來訪日期|Ngày tham dự",
        Field.INVITED_BY: "Invited By|Invited By:|Invité par|Eingeladen von|邀請人",
        Field.SPECIALTY: "Specialty|Speciality",
        Field.FORMAT: "Meeting Format|Product/Service Description",
    }
)


def _read(listing: Listing) -> GuestList:
    return read_guests(listing, expected=False)


LAYOUT = Layout(
    ReportKind.VISITORS,
    GUEST_WORDS,
    needed=named(Field.VISITED, Field.INVITED_BY),
    read=_read,
    barred=frozenset({Field.FORMAT}),
)
