"""The front door: reads one file of another program, whatever it is called and however packed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from app.errors import UnreadableFileError
from app.exchange import (
    attendance_reading,
    database_reading,
    delimited,
    dues_reading,
    homes,
    length_reading,
    lights_reading,
    own_lists,
    pdf,
    prospects_reading,
    roster_reading,
    slips_reading,
    sponsors_reading,
    spreadsheetml,
    summary_reading,
    trainings_reading,
    visitors_reading,
    xls,
    xlsx,
)
from app.exchange.attendance_sheet import AttendanceSheet
from app.exchange.findings import Finding
from app.exchange.guests import GuestList
from app.exchange.headers import PREAMBLE_ROWS
from app.exchange.lights import Lights
from app.exchange.lists import Layout
from app.exchange.members import Members
from app.exchange.own_lists import Explanations, OwnSlips
from app.exchange.sheets import Row, Sheet
from app.exchange.slips import SlipsAudit
from app.exchange.sniffing import Container, sniff
from app.exchange.sources import Progress, Source, open_source, silent
from app.exchange.summary import Summary
from app.exchange.trainings import Trainings
from app.rules.exports import ReportKind
from app.rules.people import level

__all__ = ["ReadFile", "Report", "ReportKind", "read"]

Report = (
    SlipsAudit | Summary | AttendanceSheet | Members | GuestList | Trainings | OwnSlips | Lights
)

_ANYWHERE = {"file_damaged", "file_cut_off"}  # refusals that know their row only sometimes

_READERS: dict[Container, Callable[[Source], Iterator[Sheet]]] = {
    Container.SPREADSHEETML: spreadsheetml.sheets,
    Container.XLSX: xlsx.sheets,
    Container.XLS: xls.sheets,
    Container.DELIMITED: delimited.sheets,
}


# The first whose columns are there is taken, so those that ask for most stand first.
_LAYOUTS: tuple[Layout[Report], ...] = (
    sponsors_reading.LAYOUT,
    trainings_reading.LAYOUT,
    prospects_reading.LAYOUT,
    visitors_reading.LAYOUT,
    length_reading.LAYOUT,
    database_reading.LAYOUT,
    dues_reading.LAYOUT,
    roster_reading.LAYOUT,
    lights_reading.LAYOUT,
)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file as read: what it holds, how it was recognised, and what was noticed on the way."""

    name: str
    kind: ReportKind
    container: Container
    encoding: str
    sheet: str
    header_row: int
    report: Report

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what was noticed."""
        return self.report.findings


def read(
    origin: Path | bytes,
    name: str = "",
    *,
    decimals: int = 2,
    progress: Progress = silent,
    explained: Explanations | None = None,
) -> ReadFile:
    """Read an export from a path or from bytes; amounts in minor units of ``decimals`` places.

    ``explained`` are lists of the chapter's own whose columns somebody has explained.
    Raises UnreadableFileError with the file's name, and the row where it is known, when the file
    holds no export that can be understood. Whatever ``progress`` raises ends the reading.
    """
    shown = level(name or (origin.name if isinstance(origin, Path) else ""))
    try:
        return _read(open_source(origin, progress), shown, decimals, explained or {})
    except UnreadableFileError as error:
        _locate(error, shown)
        raise


def look(origin: Path | bytes) -> own_lists.OwnTable:
    """Return the first table of a file whose columns nobody knows."""
    source = open_source(origin)
    reader = _READERS.get(sniff(source))
    for sheet in map(_level, reader(source)) if reader else ():
        if (found := own_lists.first_table(sheet.rows)) is not None:
            return found
    raise own_lists.no_table(origin)


def _read(source: Source, name: str, decimals: int, explained: Explanations) -> ReadFile:
    container = sniff(source)
    if container is Container.PDF:
        lights = lights_reading.read_lines(pdf.lines(source))
        return ReadFile(name, ReportKind.LIGHTS, container, "", "", lights.rows[0].number, lights)
    titles: list[str] = []
    for sheet in map(_level, _READERS[container](source)):
        found = _read_sheet(sheet, decimals, titles, explained)
        if found is not None:
            kind, header_row, report = found
            return ReadFile(
                name=name,
                kind=kind,
                container=container,
                encoding=sheet.encoding,
                sheet=sheet.name,
                header_row=header_row,
                report=_with_encoding(report, container, sheet.encoding),
            )
    raise _unknown(titles)


def _level(sheet: Sheet) -> Sheet:
    """Return a sheet in which no text turns what it is written beside."""
    return replace(sheet, rows=map(_level_row, sheet.rows))


def _level_row(row: Row) -> Row:
    if "".join(row.texts).isascii():
        return row
    return row._replace(texts=tuple(map(level, row.texts)))


def _read_sheet(
    sheet: Sheet, decimals: int, titles: list[str], explained: Explanations
) -> tuple[ReportKind, int, Report] | None:
    """Read a sheet as the first export whose header row is found in it."""
    rows = iter(sheet.rows)
    head = list(islice(rows, PREAMBLE_ROWS))
    titles.extend(text for row in head[:1] for _, text in row.filled()[:1])
    for place, row in enumerate(head):
        above, below = head[:place], chain(head[place + 1 :], rows)
        if known := explained.get(own_lists.header_key(row)):
            kind, report = own_lists.read_own(above, known, below, decimals=decimals)
            return kind, row.number, report
        if slips := slips_reading.find_columns(head, place):
            audit = slips_reading.read_slips_audit(
                above, slips, below, decimals=decimals, bold_known=sheet.bold_known
            )
            return ReportKind.SLIPS_AUDIT, row.number, homes.settle(audit)
        if figures := summary_reading.find_columns(head, place):
            summary = summary_reading.read_summary(above, figures, below, decimals=decimals)
            return ReportKind.SUMMARY, row.number, summary
        if meetings := attendance_reading.find_columns(row):
            marks = attendance_reading.read_attendance(above, meetings, below)
            return ReportKind.ATTENDANCE, row.number, marks
        for layout in _LAYOUTS:
            if columns := layout.columns(row):
                listing = layout.gather(above, columns, below)
                return layout.kind, row.number, layout.read(listing)
    return None


def _locate(error: UnreadableFileError, file: str) -> None:
    """Say which file and, where it is known, which row; such a sentence is another one."""
    error.facts.setdefault("file", file)
    if error.facts.get("row") is None:
        error.facts.pop("row", None)
    elif error.reason in _ANYWHERE:
        error.reason += "_at_row"


def _with_encoding(report: Report, container: Container, encoding: str) -> Report:
    """Note letters that were not what the file declared."""
    if container is not Container.SPREADSHEETML or encoding.startswith("utf"):
        return report
    noted = Finding("note_encoding", None, {"encoding": encoding})
    return replace(report, findings=(*report.findings, noted))


def _unknown(titles: Iterable[str]) -> UnreadableFileError:
    title = next(iter(titles), "")
    reason = "file_report_unknown" if title else "file_without_rows"
    return UnreadableFileError(reason, title=title[:80])
