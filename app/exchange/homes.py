"""Guesses who is a member where a file has lost its bold type, as CSV does."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from app.exchange.findings import Finding, Notebook
from app.exchange.parties import Party
from app.exchange.slips import SlipRow, SlipsAudit
from app.rules import names
from app.rules.people import PersonKind
from app.rules.slips import SlipKind

_PEOPLE = {PersonKind.MEMBER, PersonKind.EXTERNAL}
_OURS = {"note_bold_unknown", "note_home_unsure"}


def _nobody(_name: str) -> bool:
    return False


def settle(audit: SlipsAudit, is_member: Callable[[str], bool] = _nobody) -> SlipsAudit:
    """Return the audit with each party at home or not; unchanged where bold type told it.

    A slip with a chapter beside it has one outsider. Who stands in slips without one is a member,
    and so is whom ``is_member`` knows by name; where that tells nothing, the giver is taken for
    the member, and the row is noted.
    """
    if audit.bold_known:
        return audit
    notebook = Notebook()
    notebook.note("note_bold_unknown")
    at_home = _Homes(audit.rows, is_member, notebook)
    rows = tuple(map(at_home.settle, audit.rows))
    kept = tuple(finding for finding in audit.findings if not _is_ours(finding))
    return replace(audit, rows=rows, findings=kept + notebook.findings())


def _is_ours(finding: Finding) -> bool:
    return finding.reason in _OURS or finding.facts.get("of") in _OURS


class _Homes:
    def __init__(
        self, rows: Iterable[SlipRow], is_member: Callable[[str], bool], notebook: Notebook
    ) -> None:
        at_home = {party.name for row in rows for party in _surely_home(row)}
        self._known = set(map(names.key, at_home))
        self._is_member = is_member
        self._answers: dict[str, bool] = {}
        self._placed: dict[tuple[str, bool], Party] = {}
        self._notebook = notebook

    def settle(self, row: SlipRow) -> SlipRow:
        """Return a row with its parties at home or not."""
        one, two = row.giver, row.receiver
        first, second = self._decide(row)
        if _stands(one, home=first) and _stands(two, home=second):
            return row
        return replace(
            row, giver=self._place(one, home=first), receiver=self._place(two, home=second)
        )

    def _decide(self, row: SlipRow) -> tuple[bool, bool]:
        one, two = self._at_home(row.giver), self._at_home(row.receiver)
        if row.origin is None:
            return True, True
        if row.kind is SlipKind.CLOSED_BUSINESS or row.receiver is None:
            return True, two  # three in ten thanks come from a hidden earner elsewhere
        if one == two:
            self._notebook.note("note_home_unsure", row.number)
            return True, False
        return one, two

    def _at_home(self, party: Party | None) -> bool:
        if party is None:
            return False
        if party.name not in self._answers:
            known = names.key(party.name) in self._known or self._is_member(party.name)
            self._answers[party.name] = known
        return self._answers[party.name]

    def _place(self, party: Party | None, *, home: bool) -> Party | None:
        if party is None or party.kind not in _PEOPLE:
            return replace(party, home=False) if party else None
        kind = PersonKind.MEMBER if home else PersonKind.EXTERNAL
        shared = self._placed.get((party.written, home))
        if shared is None:
            shared = self._placed[party.written, home] = replace(party, home=home, kind=kind)
        return shared


def _surely_home(row: SlipRow) -> Iterator[Party]:
    if row.origin is None:
        yield from (p for p in (row.giver, row.receiver) if p and p.kind in _PEOPLE)


def _stands(party: Party | None, *, home: bool) -> bool:
    """Tell whether a party is already where it belongs."""
    return party is None or party.home == (home and party.kind in _PEOPLE)
