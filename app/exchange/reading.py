"""The front door: reads one file of another program, whatever it is called and however packed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path

from app.errors import UnreadableFileError
from app.exchange import (
    delimited,
    homes,
    slips_reading,
    spreadsheetml,
    summary_reading,
    xls,
    xlsx,
)
from app.exchange.findings import Finding
from app.exchange.headers import PREAMBLE_ROWS
from app.exchange.sheets import Sheet
from app.exchange.slips import SlipsAudit
from app.exchange.sniffing import Container, sniff
from app.exchange.sources import Progress, Source, open_source, silent
from app.exchange.summary import Summary

Report = SlipsAudit | Summary

_ANYWHERE = {"file_damaged", "file_cut_off"}  # refusals that know their row only sometimes

_READERS: dict[Container, Callable[[Source], Iterator[Sheet]]] = {
    Container.SPREADSHEETML: spreadsheetml.sheets,
    Container.XLSX: xlsx.sheets,
    Container.XLS: xls.sheets,
    Container.DELIMITED: delimited.sheets,
}


class ReportKind(StrEnum):
    """Which export a file holds."""

    SLIPS_AUDIT = "slips_audit"
    SUMMARY = "summary"


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
    origin: Path | bytes, name: str = "", *, decimals: int = 2, progress: Progress = silent
) -> ReadFile:
    """Read an export from a path or from bytes; amounts in minor units of ``decimals`` places.

    Raises UnreadableFileError with the file's name, and the row where it is known, when the file
    holds no export that can be understood. Whatever ``progress`` raises ends the reading.
    """
    shown = name or (origin.name if isinstance(origin, Path) else "")
    try:
        return _read(open_source(origin, progress), shown, decimals)
    except UnreadableFileError as error:
        _locate(error, shown)
        raise


def _read(source: Source, name: str, decimals: int) -> ReadFile:
    container = sniff(source)
    titles: list[str] = []
    for sheet in _READERS[container](source):
        found = _read_sheet(sheet, decimals, titles)
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


def _read_sheet(
    sheet: Sheet, decimals: int, titles: list[str]
) -> tuple[ReportKind, int, Report] | None:
    """Read a sheet as the first export whose header row is found in it."""
    rows = iter(sheet.rows)
    head = list(islice(rows, PREAMBLE_ROWS))
    titles.extend(text for row in head[:1] for _, text in row.filled()[:1])
    for place, row in enumerate(head):
        above, below = head[:place], chain(head[place + 1 :], rows)
        if slips := slips_reading.find_columns(head, place):
            audit = slips_reading.read_slips_audit(
                above, slips, below, decimals=decimals, bold_known=sheet.bold_known
            )
            return ReportKind.SLIPS_AUDIT, row.number, homes.settle(audit)
        if figures := summary_reading.find_columns(head, place):
            summary = summary_reading.read_summary(above, figures, below, decimals=decimals)
            return ReportKind.SUMMARY, row.number, summary
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
