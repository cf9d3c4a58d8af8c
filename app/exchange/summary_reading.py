"""Reads a summary from the rows of a sheet, in every layout and language seen."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.errors import UnreadableFileError
from app.exchange import figures, labels
from app.exchange.amounts import Amounts
from app.exchange.findings import Finding, Notebook
from app.exchange.headers import columns_of, read_preamble
from app.exchange.labels import Column, Pseudo
from app.exchange.parties import checked_name
from app.exchange.sheets import Row
from app.exchange.summary import Figures, Summary, SummaryRow
from app.rules import names
from app.rules.attendance import Attendance
from app.rules.people import PersonKind, clean_text

Columns = dict[Column, int]
Texts = dict[Column, str]

_PARTS = {Column.GIVEN_NAME, Column.FAMILY_NAME}
_NAMES = {*_PARTS, Column.NAME}
_MONEY = {Column.CLOSED_BUSINESS, Column.RECEIVED}
_ACTIVITY = {Column.GIVEN_INSIDE, Column.VISITORS, Column.ONE_TO_ONES, Column.CLOSED_BUSINESS}
_MARKED = {
    Attendance.PRESENT: "present",
    Attendance.ABSENT: "absent",
    Attendance.LATE: "late",
    Attendance.MEDICAL: "medical",
    Attendance.SUBSTITUTE: "substitute",
}
_NOTHING = {"", "-", "–", "—"}
_SHORT = 10  # digits of a column whose meaning each region sets for itself
_KINDS = {Pseudo.ORGANISATION: PersonKind.ORGANISATION, Pseudo.VISITORS: PersonKind.VISITORS}


def find_columns(head: Sequence[Row], place: int) -> Columns | None:
    """Return the columns when the row at ``place`` heads a summary."""
    columns = columns_of(head[place], labels.summary_column)
    attendance = Column.MARK in columns or {Column.PRESENT, Column.ABSENT} <= columns.keys()
    if attendance and columns.keys() & _NAMES and columns.keys() & _ACTIVITY:
        return columns
    return None


def read_summary(
    above: Sequence[Row], columns: Columns, rows: Iterable[Row], *, decimals: int
) -> Summary:
    """Read the figures below a header row; money in minor units of ``decimals`` places."""
    notebook = Notebook()
    preamble = read_preamble(above, notebook)
    for flag in preamble.flags:
        if not labels.includes_dropped(flag):
            notebook.note("note_flag_unknown", text=flag)
    table = _Table(columns, decimals, notebook)
    listed = tuple(rows)
    table.look_at_money(listed)
    for row in listed:
        table.take(row)
    return Summary(
        chapter=preamble.chapter,
        region=preamble.region,
        country=preamble.country,
        starts_on=preamble.starts_on,
        ends_on=preamble.ends_on,
        run_at=preamble.run_at,
        dropped_included=any(map(labels.includes_dropped, preamble.flags)),
        columns=frozenset(columns) - _NAMES,
        rows=tuple(table.members),
        visitors_row=table.pseudo.get(Pseudo.VISITORS),
        organisation_row=table.pseudo.get(Pseudo.ORGANISATION),
        total_row=table.pseudo.get(Pseudo.TOTAL),
        findings=table.finish(),
    )


class _Table:
    """Takes the rows one by one; after the totals there is nothing more to come."""

    def __init__(self, columns: Columns, decimals: int, notebook: Notebook) -> None:
        self._columns = columns
        self._amounts = Amounts(decimals)
        self._notebook = notebook
        self._seen: set[str] = set()
        self.members: list[SummaryRow] = []
        self.pseudo: dict[Pseudo, SummaryRow] = {}

    def look_at_money(self, rows: Iterable[Row]) -> None:
        """See how amounts are written before any is read."""
        columns = [column for label, column in self._columns.items() if label in _MONEY]
        for row in rows:
            for column in columns:
                self._amounts.note(row.text(column))

    def take(self, row: Row) -> None:
        """Read one row into the table; note or refuse what is none."""
        texts = {label: row.text(column) for label, column in self._columns.items()}
        if not any(text for label, text in texts.items() if label not in _NAMES):
            self._leave_out(row)
        elif Pseudo.TOTAL in self.pseudo:
            self._notebook.note("note_row_after_total", row.number)
        elif labels.summary_column(texts.get(Column.PRESENT, "")) is not Column.PRESENT:
            self._read(row, texts)

    def finish(self) -> tuple[Finding, ...]:
        """Return what was noticed, the whole table seen."""
        if not self.members:
            self._notebook.note("note_no_rows")
        return self._notebook.findings()

    def _read(self, row: Row, texts: Texts) -> None:
        found = self._name(row, texts)
        if not found.name:
            self._leave_out(row)
            return
        found = replace(found, figures=self._figures(row.number, texts))
        pseudo = None if found.given and found.family else labels.pseudo(found.written)
        if pseudo is None:
            self._add_member(found)
        elif pseudo in self.pseudo:
            self._notebook.note("note_row_left_out", row.number, text=found.name)
        else:
            self.pseudo[pseudo] = replace(found, kind=_KINDS.get(pseudo))

    def _add_member(self, member: SummaryRow) -> None:
        key = names.key(member.name)
        if key in self._seen:
            self._notebook.note("note_same_name", member.number, name=member.name)
        self._seen.add(key)
        self.members.append(member)

    def _leave_out(self, row: Row) -> None:
        cells = row.filled()
        if cells:
            self._notebook.note("note_row_left_out", row.number, text=cells[0][1][:40])

    def _name(self, row: Row, texts: Texts) -> SummaryRow:
        given, family = texts.get(Column.GIVEN_NAME, ""), texts.get(Column.FAMILY_NAME, "")
        parts = (text for label, text in texts.items() if label in _PARTS and text)
        written = texts.get(Column.NAME, "") or " ".join(parts)  # in the order of the columns
        name = checked_name(written, row.number, self._notebook)
        if Column.NAME in self._columns:
            given, family = names.split(name)
        elif given and family:
            name = names.display(clean_text(given), clean_text(family))
        return SummaryRow(
            number=row.number,
            kind=PersonKind.MEMBER,
            given=clean_text(given),
            family=clean_text(family),
            name=name,
            written=written,
            figures=Figures(),
        )

    def _figures(self, row: int, texts: Texts) -> Figures:
        read: dict[str, int | None] = {}
        for label, text in texts.items():
            if label in _NAMES:
                continue
            try:
                self._figure(read, label, text, row)
            except UnreadableFileError as error:
                error.facts.update(row=row, column=str(label))
                raise
        return Figures(**read)  # type: ignore[arg-type]  # every label is a field; None only where one may be

    def _figure(self, read: dict[str, int | None], label: Column, text: str, row: int) -> None:
        if label is Column.MARK:
            mark = labels.mark(text)
            if mark is not None:
                read[_MARKED[mark]] = 1
        elif label in _MONEY:
            read[label] = 0 if text in _NOTHING else self._money(text)
        elif label is Column.CUSTOM:
            read[label] = int(text) if text.isdecimal() and len(text) < _SHORT else None
        elif label is not Column.EDUCATION:
            read[label] = figures.count(text)
        else:
            read[label], exact = figures.near_count(text)
            if not exact:
                self._notebook.note("note_count_rounded", row, text=text[:40], count=read[label])

    def _money(self, text: str) -> int:
        amount = self._amounts.read(text)
        return self._amounts.settle(text) if amount is None else amount
