"""What can be counted in what was read, and whether the files agree with themselves and each other.

The rule by which slips add up to a summary is the one real files follow: whoever stands in plain
type is a member and is counted, whoever stands in bold is counted where he belongs.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from app.exchange.findings import Finding
from app.exchange.labels import Column
from app.exchange.parties import Party
from app.exchange.reading import Report
from app.exchange.slips import SlipRow, SlipsAudit
from app.exchange.summary import Figures, Summary, SummaryRow
from app.rules.slips import SlipKind, Tier

Who = tuple[str, str]
"""A name, and the chapter it belongs to if that is another one."""

_ADDED = {
    Column.GIVEN_INSIDE,
    Column.GIVEN_OUTSIDE,
    Column.RECEIVED_INSIDE,
    Column.RECEIVED_OUTSIDE,
    Column.VISITORS,
    Column.ONE_TO_ONES,
    Column.CLOSED_BUSINESS,
    Column.EDUCATION,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A column in which slips and summary of one meeting disagree."""

    column: Column
    slips: int
    summary: int


def kinds(audit: SlipsAudit) -> dict[SlipKind, int]:
    """Return how many slips of each kind there are."""
    found = Counter(row.kind for row in audit.rows)
    return {kind: found[kind] for kind in SlipKind}


def tiers(audit: SlipsAudit) -> dict[Tier | None, int]:
    """Return how many referrals of each tier there are."""
    return dict(Counter(row.tier for row in audit.rows if row.kind is SlipKind.REFERRAL))


def slip_totals(audit: SlipsAudit) -> Figures:
    """Return what the row of totals says in the summary of the same single meeting."""
    added: Counter[Column] = Counter()
    for row in audit.rows:
        for _party, column, count in _credits(row):
            added[column] += count
    return Figures(**{str(column): added[column] for column in _ADDED})


def member_totals(audit: SlipsAudit) -> dict[str, Figures]:
    """Return the counters of each member of this chapter by name, in the order of the names."""
    added: dict[str, Counter[Column]] = {}
    for row in audit.rows:
        for party, column, count in _credits(row):
            if party is not None and party.home:
                added.setdefault(party.name, Counter())[column] += count
    return {
        name: Figures(**{str(column): added[name][column] for column in _ADDED})
        for name in sorted(added)
    }


def referral_matrix(audit: SlipsAudit) -> dict[tuple[Who, Who], int]:
    """Return how many referrals went from whom to whom."""
    return _pairs(audit, SlipKind.REFERRAL)


def one_to_one_matrix(audit: SlipsAudit) -> dict[tuple[Who, Who], int]:
    """Return how many one-to-ones who logged with whom; the other side may log them again."""
    return _pairs(audit, SlipKind.ONE_TO_ONE)


def repeated_rows(audit: SlipsAudit) -> int:
    """Return how many slips equal an earlier one in every respect; all of them count."""
    return len(audit.rows) - len({_slip_content(row) for row in audit.rows})


def residual(summary: Summary) -> dict[Column, int]:
    """Return what the row of totals holds beyond the rows listed: the former members' share.

    Exactly zero in every column where former members are listed. Attendance of visitors and
    organisation only repeats the number of meetings and is in no total.
    """
    if summary.total_row is None:
        return {}
    left: dict[Column, int] = {}
    for column in _counted(summary):
        rows = list(summary.rows)
        if column is not Column.PRESENT:
            rows += [row for row in (summary.visitors_row, summary.organisation_row) if row]
        left[column] = _figure(summary.total_row, column) - sum(
            _figure(row, column) for row in rows
        )
    return left


def summary_findings(summary: Summary) -> tuple[Finding, ...]:
    """Return where a summary's own total cannot be: below its rows, or beyond all of them."""
    return tuple(
        Finding("note_total_disagrees", None, {"column": column, "difference": difference})
        for column, difference in residual(summary).items()
        if difference < 0 or (difference and summary.dropped_included)
    )


def differences(audit: SlipsAudit, summary: Summary) -> tuple[Difference, ...]:
    """Return where slips and summary of the same single meeting disagree."""
    if summary.total_row is None:
        return ()
    totals = slip_totals(audit)
    pairs = (
        Difference(column, getattr(totals, column), _figure(summary.total_row, column))
        for column in Column
        if column in _ADDED and column in summary.columns
    )
    return tuple(pair for pair in pairs if pair.slips != pair.summary)


def fingerprint(report: Report) -> str:
    """Return what two files share exactly when their rows say the same, whatever their bytes.

    Neither the order of rows matters nor what stands above them, so an export with headings and
    one without agree; how often a slip is repeated does matter. Two meetings may agree by chance:
    compare only within one date, or one period.
    """
    if isinstance(report, SlipsAudit):
        rows = sorted(map(_slip_content, report.rows))
    elif isinstance(report, Summary):
        rows = sorted(map(_summary_content, _all_rows(report)))
    else:
        rows = sorted(repr(replace(row, number=0)) for row in report.rows)
    digest = hashlib.sha256(type(report).__name__.encode())
    for row in rows:
        digest.update(row.encode())
    return digest.hexdigest()


def _credits(row: SlipRow) -> Iterator[tuple[Party | None, Column, int]]:
    """Yield who is credited with what, as the organisation's program counts."""
    if row.kind is SlipKind.REFERRAL:
        inside = row.tier is Tier.INSIDE
        if row.giver and row.giver.home:
            yield row.giver, Column.GIVEN_INSIDE if inside else Column.GIVEN_OUTSIDE, 1
        if row.receiver and row.receiver.home:
            yield row.receiver, Column.RECEIVED_INSIDE if inside else Column.RECEIVED_OUTSIDE, 1
    elif row.kind is SlipKind.ONE_TO_ONE:
        for party in (row.giver, row.receiver):
            if party and party.home:
                yield party, Column.ONE_TO_ONES, 1
    elif row.kind is SlipKind.VISITOR:
        yield row.giver, Column.VISITORS, 1
    elif row.kind is SlipKind.CLOSED_BUSINESS:
        yield row.giver, Column.CLOSED_BUSINESS, row.amount or 0
    elif row.kind is SlipKind.EDUCATION:
        yield row.giver, Column.EDUCATION, row.credits or 0


def _pairs(audit: SlipsAudit, kind: SlipKind) -> dict[tuple[Who, Who], int]:
    found: Counter[tuple[Who, Who]] = Counter()
    for row in audit.rows:
        if row.kind is kind and row.giver and row.receiver:
            found[_who(row, row.giver), _who(row, row.receiver)] += 1
    return dict(found)


def _who(row: SlipRow, party: Party) -> Who:
    return party.name, "" if party.home or row.origin is None else row.origin.chapter


def _counted(summary: Summary) -> Iterator[Column]:
    names = {field.name for field in fields(Figures)}
    return (column for column in Column if column in summary.columns and str(column) in names)


def _figure(row: SummaryRow, column: Column) -> int:
    return getattr(row.figures, column) or 0


def _all_rows(summary: Summary) -> Iterable[SummaryRow]:
    pseudo = (summary.visitors_row, summary.organisation_row, summary.total_row)
    return [*summary.rows, *filter(None, pseudo)]


def _slip_content(row: SlipRow) -> str:
    giver, receiver = (party.name if party else "" for party in (row.giver, row.receiver))
    origin = row.origin.written if row.origin else ""
    facts = (row.kind, giver, receiver, row.visitor, row.tier, row.amount, row.credits, origin)
    return repr(tuple(map(str, facts)))


def _summary_content(row: SummaryRow) -> str:
    return repr((row.name, str(row.kind), row.figures))
