"""The shapes a book goes out in, as the page offers them."""

from dataclasses import dataclass

from app.i18n import _
from app.queries.outgoing.writing import Shape


@dataclass(frozen=True, slots=True)
class Way:
    """One shape: its sign, what it is called, what it is good for, and what its files end in."""

    shape: Shape
    icon: str
    words: str
    hint: str
    suffix: str = ""
    kind: str = ""


def ways() -> tuple[Way, ...]:
    """Return all of them; those of the whole book first."""
    return (
        Way(
            Shape.WORKBOOK, "scoreboard", _("A workbook"),
            _("Members, meetings, attendance, each kind of slip: a sheet each, for Excel."),
            ".xlsx", _("Excel workbook (*.xlsx)"),
        ),
        Way(
            Shape.FOLDER, "folder", _("A folder of CSV files"),
            _("The same tables, a file each, for any program that reads text."),
        ),
        Way(
            Shape.DOCUMENT, "document", _("One document that comes back in"),
            _("Every field of every record as JSON; Import makes a new book of it, without loss."),
            ".json", _("JSON document (*.json)"),
        ),
        Way(
            Shape.CALENDAR, "calendar", _("The calendar"),
            _("Meetings and talks, and the next half-year of weeks, for calendar programs."),
            ".ics", _("Calendar (*.ics)"),
        ),
        Way(
            Shape.CARDS, "person", _("The members’ cards"),
            _("How every member of today is reached, for telephones. For members only."),
            ".vcf", _("Cards (*.vcf)"),
        ),
    )  # fmt: skip
