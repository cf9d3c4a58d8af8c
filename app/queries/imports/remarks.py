"""Remarks on a file as a whole."""

from collections.abc import Sequence

from app.exchange.findings import Finding

_MOST_NAMED = 5


def about(reason: str, names: Sequence[str]) -> Finding:
    """Return one remark about several people, the first of them by name."""
    shown = ", ".join(names[:_MOST_NAMED]) + (" …" if names[_MOST_NAMED:] else "")
    return Finding(reason, None, {"count": len(names), "names": shown})
