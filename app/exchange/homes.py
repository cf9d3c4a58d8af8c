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
        self._known = {names.key(party.name) for row in rows for party in _surely_home(row)}
        self._is_member = is_member
        self._notebook = notebook

    def settle(self, row: SlipRow) -> SlipRow:
        """Return a row with its parties at home or not."""
        one, two = row.giver, row.receiver
        first, second = self._decide(row)
        return replace(row, giver=_placed(one, home=first), receiver=_placed(two, home=second))

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
        return party is not None and (
            names.key(party.name) in self._known or self._is_member(party.name)
        )


def _surely_home(row: SlipRow) -> Iterator[Party]:
    if row.origin is None:
        yield from (p for p in (row.giver, row.receiver) if p and p.kind in _PEOPLE)


def _placed(party: Party | None, *, home: bool) -> Party | None:
    if party is None:
        return None
    if party.kind not in _PEOPLE:
        return replace(party, home=False)
    return replace(party, home=home, kind=PersonKind.MEMBER if home else PersonKind.EXTERNAL)
