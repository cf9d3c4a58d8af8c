"""Everything the book keeps about one person, on upright pages, record by record."""

from collections.abc import Iterable

from app import formats
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.person_data import DataRecord, Datum, PersonData
from app.reports.kit.document import Document, Masthead
from app.reports.kit.fitting import draw_lines, wrap
from app.reports.kit.flow import Flow
from app.reports.kit.page import Style
from app.reports.kit.palette import HAIRLINE, MUTED, THIN
from app.reports.kit.sheet import Sheet
from app.reports.words import for_whom
from app.wording.records import field_word, table_word, value_word

_TEXT = Style(8.6)
_QUIET = Style(8.6, colour=MUTED)
_LEADING = 11.2
_HIMSELF = "person"
_AMOUNTS = {"amount", "closed_business", "year_fee", "entry_fee", "meeting_cost", "lead_cost"}
_BETWEEN = 5.0


def pdf(rows: PersonData, sheet: Sheet) -> bytes:
    """Draw it, a section for each kind of record."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    for table in rows.tables:
        count = ngettext("{n} record", "{n} records", len(table.records))
        flow.section(table_word(table.table), count, above=24, below=30)
        for record in table.records:
            _draw(flow, _told(record, rows.money), _TEXT)
    flow.section(_("History of this record"), above=24, below=30)
    for entry in rows.history:
        words = f"{formats.moment(entry.made_at)} · {entry.label} · {entry.author}"
        _draw(flow, words.split(" "), _QUIET)
    return document.finish()


def _masthead(rows: PersonData) -> Masthead:
    count = sum(len(table.records) for table in rows.tables)
    return Masthead(
        title=rows.name,
        subtitle=_("What this book keeps about you"),
        chapter=rows.chapter,
        span=ngettext("{n} record", "{n} records", count),
        audience=for_whom(rows.audience, rows.name),
    )


def _told(record: DataRecord, money: Money) -> list[str]:
    told = (_field(datum, money) for datum in record.fields if datum.field != _HIMSELF)
    return " · ".join(told).split(" ")


def _field(datum: Datum, money: Money) -> str:
    said = value_word(datum.value)
    if datum.withheld:
        said = _("withheld, as it is somebody else's")
    elif datum.field in _AMOUNTS and isinstance(datum.value, int):
        said = f"{money.currency} {money.exact(datum.value)}"
    return f"{field_word(datum.field)}: {said}"


def _draw(flow: Flow, words: Iterable[str], style: Style) -> None:
    lines = wrap(flow.page, list(words), style, flow.sheet.inner)
    flow.need(min(len(lines), 6) * _LEADING + _BETWEEN)
    while lines:
        fitting = max(1, int((flow.room - _BETWEEN) / _LEADING))
        part, lines = lines[:fitting], lines[fitting:]
        draw_lines(
            flow.page, flow.sheet.left, flow.y + _LEADING, part, style=style, leading=_LEADING
        )
        flow.y += len(part) * _LEADING
        if lines:
            flow.turn()
    flow.y += _BETWEEN
    flow.page.rule(flow.sheet.left, flow.y, flow.sheet.right, HAIRLINE, THIN)
