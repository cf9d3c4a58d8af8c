"""A change that met somebody else's: what was meant, what is stored, and how mine is stored yet."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any

from app.errors import ConflictError
from app.queries.clashes import Clash, Others, Sight, clash, others_since
from app.services import anyway
from app.ui.gateway import Attempt, Store

_SIGHT = frozenset({"version", "seen"})  # by which a deed knows what its editor had looked at
_NOTHING = Others({}, ())
_NONE = object()  # what no fact is


@dataclass(frozen=True, slots=True)
class Both:
    """An attempt that met something stored meanwhile, and what stands on either side.

    What the editor had left as it was follows what is stored by now.
    """

    attempt: Attempt
    clash: Clash

    def anyway(self) -> Attempt:
        """Return the deed that stores it all the same, unless there is a third change by then."""
        facts = {
            "deed": self.attempt.deed,
            "facts": self.attempt.facts,
            "tables": {one.table for one in self.clash.changes},
            "looked_at": self.clash.latest,
        }
        return replace(self.attempt, deed=anyway.store, facts=facts)


def compare(store: Store, attempt: Attempt, error: ConflictError) -> Both:
    """Return both versions of what an attempt was refused for; the book stays as it is."""
    sight = _sight(error)
    others = _NOTHING if sight is None else store.read(others_since, sight)
    facts = _upon(attempt.facts, others)
    if error.facts.get("seen") is not None:
        facts = _on_top(facts, error.facts["seen"], error.facts["now"])
    meant = replace(attempt, facts=facts)
    found = store.rehearse(partial(clash, others=others), meant.deed, **meant.facts)
    return Both(meant, found)


def _sight(error: ConflictError) -> Sight | None:
    match error.facts:
        case {"table": str(table), "row_id": int(row_id), "version": int(version)}:
            return Sight(table, row_id, version)
    return None


def _upon(facts: Mapping[str, Any], others: Others) -> dict[str, Any]:
    """Return facts that say of a field nobody meant to change what is stored of it by now."""
    return {
        name: _upon(fact, others) if isinstance(fact, Mapping) else _now(name, fact, others)
        for name, fact in facts.items()
        if name not in _SIGHT
    }


def _now(name: str, fact: object, others: Others) -> object:
    before, now = others.fields.get(name, (None, None))
    return now if name in others.fields and fact == before else fact


def _on_top(facts: Mapping[str, Any], seen: object, now: object) -> dict[str, Any]:
    """Return the same of what was seen as a whole: a list of lines, or some figures."""
    if isinstance(seen, tuple):
        return {name: _merged(fact, seen, now) for name, fact in facts.items()}
    if not is_dataclass(seen):
        return dict(facts)
    return {
        name: _merged(fact, getattr(seen, name, _NONE), getattr(now, name, _NONE))
        for name, fact in facts.items()
    }


def _merged(mine: Any, seen: Any, now: Any) -> Any:  # noqa: ANN401  facts of any deed
    """Return what is stored by now wherever mine is what was seen; a line is told by its place."""
    if mine == seen:
        return now
    if type(mine) is tuple and type(seen) is tuple and len(mine) == len(seen) == len(now):
        return tuple(map(_merged, mine, seen, now))
    if is_dataclass(mine) and type(mine) is type(seen) is type(now):
        names = [one.name for one in fields(mine)]
        parts = [_merged(*(getattr(one, name) for one in (mine, seen, now))) for name in names]
        kind: Any = type(mine)
        return kind(*parts)
    return mine
