"""The tables about the book itself: chapter, settings, what was imported, what was done."""

from sqlalchemy import func, select

from app.exchange.outgoing.tables import Form
from app.i18n import _
from app.models.chapter import Chapter, Setting
from app.models.imports import ImportedFile, OfficialPeriod, OfficialRow
from app.models.journal import Entry, EntryRow
from app.models.meetings import Meeting
from app.models.people import Person
from app.queries.outgoing.listing import Field, Listing, field

_TOUCHED = (
    select(func.count(EntryRow.id.distinct()))
    .where(EntryRow.entry_id == Entry.id)
    .correlate(Entry)
    .scalar_subquery()
)


def listings() -> tuple[Listing, ...]:
    """Return them."""
    return _chapter(), _settings(), _official(), _files(), _history()


def _chapter() -> Listing:
    fields = (
        field(Chapter.name, _("Name"), _("Of the chapter.")),
        field(Chapter.region, _("Region"), _("As entered.")),
        field(Chapter.country, _("Country"), _("As entered.")),
        field(Chapter.weekday, _("Weekday"), _("0 Monday to 6 Sunday."), Form.NUMBER),
        field(Chapter.starts_at, _("Begins"), _("Hours and minutes.")),
        field(Chapter.place, _("Place"), _("Where it meets.")),
        field(Chapter.currency, _("Currency"), _("Of every amount; three letters.")),
        field(Chapter.currency_decimals, _("Decimals"), _("Of every amount."), Form.NUMBER),
    )
    says = _("The one chapter whose book this is.")
    return Listing(
        "chapter", _("Chapter"), says, frozenset({"chapter"}), fields,
        lambda asked: asked.order_by(Chapter.id),
    )  # fmt: skip


def _settings() -> Listing:
    fields = (
        field(Setting.name, _("Setting"), _("Its name inside the program.")),
        field(Setting.value, _("Value"), _("As JSON.")),
    )
    says = _("What the chapter has decided otherwise than most.")
    return Listing(
        "settings", _("Settings"), says, frozenset({"setting"}), fields,
        lambda asked: asked.order_by(Setting.name),
    )  # fmt: skip


def _official() -> Listing:
    fields = (
        field(OfficialPeriod.starts_on, _("From"), _("First day; empty: not told."), Form.DAY),
        field(OfficialPeriod.ends_on, _("To"), _("Last day; empty: not told."), Form.DAY),
        field(OfficialPeriod.chapter_written, _("Chapter"), _("As the file has it.")),
        field(OfficialRow.place, _("Row"), _("Member, visitors, organisation or total.")),
        field(
            func.coalesce(Person.name, OfficialRow.name_written), _("Name"), _("Whose row it is.")
        ),
        *(_counter(source, title) for source, title in _counters()),
        field(
            OfficialRow.closed_business, _("Closed business"), _("Credited to who referred."),
            Form.MONEY,
        ),
    )  # fmt: skip
    says = _("Summaries that were kept as official figures, row by row.")
    of = frozenset({"official_period", "official_row"})
    return Listing(
        "official-figures", _("Official figures"), says, of, fields,
        lambda asked: asked.select_from(OfficialRow)
        .join(OfficialPeriod, OfficialPeriod.id == OfficialRow.period_id)
        .outerjoin(Person, Person.id == OfficialRow.person_id)
        .order_by(OfficialPeriod.starts_on, OfficialPeriod.id, OfficialRow.id),
    )  # fmt: skip


def _counters() -> tuple[tuple[object, str], ...]:
    return (
        (OfficialRow.present, _("Present")),
        (OfficialRow.absent, _("Absent")),
        (OfficialRow.late, _("Late")),
        (OfficialRow.medical, _("Medical")),
        (OfficialRow.substitute, _("Substitute")),
        (OfficialRow.given_inside, _("Given inside")),
        (OfficialRow.given_outside, _("Given outside")),
        (OfficialRow.received_inside, _("Received inside")),
        (OfficialRow.received_outside, _("Received outside")),
        (OfficialRow.visitors, _("Visitors")),
        (OfficialRow.one_to_ones, _("One-to-ones")),
        (OfficialRow.education, _("Education units")),
        (OfficialRow.testimonials, _("Testimonials")),
    )


def _counter(source: object, title: str) -> Field:
    return field(source, title, _("As counted in the summary."), Form.NUMBER)


def _files() -> Listing:
    fields = (
        field(ImportedFile.file_name, _("File"), _("Its name.")),
        field(ImportedFile.kind, _("Kind"), _("Which report it was.")),
        field(
            ImportedFile.imported_at, _("Imported"), _("In this machine's own time."), Form.MOMENT
        ),
        field(Meeting.held_on, _("Meeting"), _("The meeting it filled, if one."), Form.DAY),
        field(ImportedFile.rows_read, _("Rows read"), _("In the file."), Form.NUMBER),
        field(ImportedFile.rows_added, _("Rows added"), _("New to the book."), Form.NUMBER),
    )
    says = _("Each file that was brought in.")
    return Listing(
        "imported-files", _("Imported files"), says, frozenset({"imported_file"}), fields,
        lambda asked: asked.select_from(ImportedFile)
        .outerjoin(Meeting, Meeting.id == ImportedFile.meeting_id)
        .order_by(ImportedFile.id),
    )  # fmt: skip


def _history() -> Listing:
    fields = (
        field(Entry.id, _("No."), _("Counts on with every change."), Form.NUMBER),
        field(Entry.made_at, _("When"), _("In this machine's own time."), Form.MOMENT),
        field(Entry.author, _("Who"), _("Who made it.")),
        field(Entry.kind, _("Kind"), _("A deed, an undo, a redo, or a taking back.")),
        field(Entry.label, _("What"), _("As the history says it.")),
        field(Entry.reverts_id, _("Takes back"), _("The entry it took back."), Form.NUMBER),
        field(_TOUCHED, _("Records"), _("How many images of records it kept."), Form.NUMBER),
    )
    says = _("Every change ever made; the records themselves stand in the JSON document.")
    of = frozenset({"journal_entry", "journal_row"})
    return Listing(
        "history", _("History"), says, of, fields, lambda asked: asked.order_by(Entry.id)
    )
