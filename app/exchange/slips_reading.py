"""Reads a slips audit from the rows of a sheet, with or without headings above it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from statistics import median

from app.errors import UnreadableFileError
from app.exchange import figures, labels
from app.exchange.amounts import Amounts
from app.exchange.findings import Notebook
from app.exchange.headers import Preamble, columns_of, read_preamble
from app.exchange.labels import SlipColumn
from app.exchange.parties import Parties, Party, checked_name
from app.exchange.sheets import Row
from app.exchange.slips import SlipRow, SlipsAudit
from app.rules.people import PersonKind
from app.rules.slips import LARGEST_AMOUNT, MOST_CREDITS, SlipKind, Tier

MANY_CREDITS = 50
LARGE_AMOUNT = 10_000_000  # major units
_LARGE_TIMES = 20  # the usual amount of the same file
_FEW_AMOUNTS = 5
_REQUIRED = {SlipColumn.GIVER, SlipColumn.RECEIVER, SlipColumn.KIND}
_PAIRED = {SlipKind.REFERRAL, SlipKind.ONE_TO_ONE}

Columns = dict[SlipColumn, int]


def find_columns(head: Sequence[Row], place: int) -> Columns | None:
    """Return the columns when the row at ``place`` heads a slips audit."""
    columns = columns_of(head[place], labels.slip_column)
    if columns.keys() >= _REQUIRED:
        return columns
    return _columns_by_order(head, place)


def _columns_by_order(head: Sequence[Row], place: int) -> Columns | None:
    """Take seven labels in a language not known yet in their order, if the slips below fit.

    The order is the same in every export seen, in whatever columns and language.
    """
    cells = head[place].filled()
    if len(cells) != len(SlipColumn):
        return None
    columns = {label: column for label, (column, _) in zip(SlipColumn, cells, strict=True)}
    kinds = [row.text(columns[SlipColumn.KIND]) for row in head[place + 1 :]]
    return columns if any(map(labels.slip_kind, kinds)) else None


def read_slips_audit(
    above: Sequence[Row],
    columns: Columns,
    rows: Iterable[Row],
    *,
    decimals: int,
    bold_known: bool,
) -> SlipsAudit:
    """Read the slips below a header row; amounts in minor units of ``decimals`` places."""
    notebook = Notebook()
    preamble = read_preamble(above, notebook)
    held_on = _meeting_date(preamble, notebook)
    reader = _SlipReader(columns, decimals, notebook)
    slips = tuple(reader.settle(tuple(reader.read_all(rows))))
    _look_over(slips, decimals, notebook)
    return SlipsAudit(
        chapter=preamble.chapter,
        region=preamble.region,
        country=preamble.country,
        meeting_date=held_on,
        run_at=preamble.run_at,
        bold_known=bold_known,
        rows=slips,
        findings=notebook.findings(),
    )


def of_day(audit: SlipsAudit, day: date | None) -> SlipsAudit:
    """Return an audit of a day that stands elsewhere."""
    return replace(audit, meeting_date=day)


def _meeting_date(preamble: Preamble, notebook: Notebook) -> date | None:
    """Return the date in the title, written day first, or the one day of the period."""
    if held_on := figures.day(preamble.title):
        if figures.is_month_first(preamble.title):
            notebook.note("note_month_before_day", day=held_on)
        return held_on
    return preamble.starts_on if preamble.starts_on == preamble.ends_on else None


class _SlipReader:
    """Reads rows one after the other and remembers what texts mean."""

    def __init__(self, columns: Columns, decimals: int, notebook: Notebook) -> None:
        width = max(columns.values())
        self._blanks = ("",) * (width + 1)
        # A column the file lacks is read from the blank behind the last one.
        self._places = [columns.get(label, width + 1) - 1 for label in SlipColumn]
        self._pick = itemgetter(*self._places)
        self._amounts = Amounts(decimals)
        self._unclear: dict[int, str] = {}
        self._notebook = notebook
        self._parties = Parties(notebook)
        self._kinds: dict[str, SlipKind | None] = {}
        self._tiers: dict[str, Tier | None] = {}

    def settle(self, slips: Iterable[SlipRow]) -> Iterator[SlipRow]:
        """Yield the slips with the amounts that only the whole column tells."""
        for slip in slips:
            text = self._unclear.get(slip.number)
            if text is None:
                yield slip
                continue
            try:
                yield replace(slip, amount=self._amounts.settle(text))
            except UnreadableFileError as error:
                error.facts.setdefault("row", slip.number)
                raise

    def read_all(self, rows: Iterable[Row]) -> Iterator[SlipRow]:
        """Yield the slips; a row that is none is noted, one that cannot be is refused."""
        for row in rows:
            try:
                slip = self._read(row)
            except UnreadableFileError as error:
                error.facts.setdefault("row", row.number)
                raise
            if slip is not None:
                yield slip

    def _read(self, row: Row) -> SlipRow | None:
        texts = row.texts + self._blanks[len(row.texts) :]
        one, two, kind_text, tier_text, amount_text, credits_text, detail = self._pick(texts)
        kind = self._kind(kind_text)
        if kind is None:
            kind = self._infer(row, kind_text, tier_text, amount_text, credits_text)
            if kind is None:
                return None
        giver, receiver, visitor = self._sides(row, kind, one, two)
        slip = SlipRow(
            row.number,
            kind,
            giver,
            receiver,
            visitor,
            self._tier(kind, tier_text, row.number),
            self._amount(kind, amount_text, row.number),
            self._credits(kind, credits_text, row.number),
            self._parties.origin(detail, row.number) if detail else None,
        )
        self._check_sides(slip)
        return slip

    def _kind(self, text: str) -> SlipKind | None:
        if text not in self._kinds:
            self._kinds[text] = labels.slip_kind(text)
        return self._kinds[text]

    def _infer(self, row: Row, text: str, tier: str, amount: str, units: str) -> SlipKind | None:
        """Tell the kind by what only this kind carries; else leave the row out, and say so."""
        if labels.slip_column(text) is SlipColumn.KIND:
            return None  # the header once more
        kind = None
        if amount.strip():
            kind = SlipKind.CLOSED_BUSINESS
        elif tier.strip():
            kind = SlipKind.REFERRAL
        elif units.strip():
            kind = SlipKind.EDUCATION
        reason = "note_kind_inferred" if kind else "note_row_left_out"
        self._notebook.note(reason, row.number, text=text.strip()[:40])
        return kind

    def _sides(
        self, row: Row, kind: SlipKind, one: str, two: str
    ) -> tuple[Party | None, Party | None, str]:
        """Return giver, receiver and guest; the column ``To`` holds the thanked and the guest."""
        giver_place, receiver_place = self._places[:2]
        first = second = None
        if one:
            first = self._parties.party(one, row.number, home=giver_place + 1 not in row.bold)
        if kind is SlipKind.VISITOR:
            return first, None, checked_name(two, row.number, self._notebook)
        if two:
            second = self._parties.party(two, row.number, home=receiver_place + 1 not in row.bold)
        if kind is SlipKind.CLOSED_BUSINESS:
            return second, first, ""
        return first, second, ""

    def _tier(self, kind: SlipKind, text: str, row: int) -> Tier | None:
        if text not in self._tiers:
            self._tiers[text] = labels.tier(text)
        found = self._tiers[text]
        if found is None and kind is SlipKind.REFERRAL:
            self._notebook.note("note_tier_missing", row, text=text.strip()[:40])
        return found

    def _amount(self, kind: SlipKind, text: str, row: int) -> int | None:
        if not text or not text.strip():
            if kind is SlipKind.CLOSED_BUSINESS:
                self._notebook.note("note_amount_missing", row)
            return None
        self._amounts.note(text)
        amount = self._amounts.read(text)
        if amount is None:
            self._unclear[row] = text
            return None
        if amount > LARGEST_AMOUNT:
            raise UnreadableFileError("file_amount_absurd", text=text)
        if amount == 0 and kind is SlipKind.CLOSED_BUSINESS:
            self._notebook.note("note_amount_missing", row)
        return amount

    def _credits(self, kind: SlipKind, text: str, row: int) -> int | None:
        if not text or not text.strip():
            if kind is SlipKind.EDUCATION:
                self._notebook.note("note_credits_missing", row)
            return None
        units, exact = figures.near_count(text)
        if not exact:
            self._notebook.note("note_count_rounded", row, text=text.strip()[:40], count=units)
        if units > MOST_CREDITS:
            raise UnreadableFileError("file_count_absurd", text=text)
        if units >= MANY_CREDITS:
            self._notebook.note("note_many_credits", row, units=units)
        return units

    def _check_sides(self, slip: SlipRow) -> None:
        giver, receiver = slip.giver, slip.receiver
        if giver is None:
            self._notebook.note("note_giver_missing", slip.number)
        if slip.kind in _PAIRED:
            self._check_pair(slip, giver, receiver)
        for party in (giver, receiver):
            if party and party.kind is PersonKind.EXTERNAL and slip.origin is None:
                self._notebook.note("note_no_chapter", slip.number, name=party.name)

    def _check_pair(self, slip: SlipRow, giver: Party | None, receiver: Party | None) -> None:
        if receiver is None:
            self._notebook.note("note_receiver_missing", slip.number)
        elif giver is not None:
            if not (giver.home or receiver.home):
                self._notebook.note("note_both_outside", slip.number)
            if giver.name == receiver.name and giver.home == receiver.home:
                self._notebook.note("note_same_person", slip.number, name=giver.name)


def _look_over(slips: Sequence[SlipRow], decimals: int, notebook: Notebook) -> None:
    """Note what only the whole file shows."""
    if not slips:
        notebook.note("note_no_rows")
    elif not any(p.home for slip in slips for p in (slip.giver, slip.receiver) if p):
        notebook.note("note_nobody_home")
    amounts = [slip.amount for slip in slips if slip.amount]
    usual = median(amounts) if len(amounts) >= _FEW_AMOUNTS else 0
    limit = max(LARGE_AMOUNT * 10**decimals, _LARGE_TIMES * usual)
    for slip in slips:
        if slip.amount and slip.amount >= limit:
            notebook.note("note_huge_amount", slip.number, amount=slip.amount)
