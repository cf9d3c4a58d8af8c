"""What all matrices say: their heads, how members are called in them, and what was left out."""

from collections.abc import Iterable

from app.i18n import _
from app.queries.matrices import CombinationMatrix, Matrix
from app.queries.matrix_change import MatrixChange
from app.reports.kit.document import Masthead
from app.reports.kit.legend import Meaning
from app.reports.matrix_grid import Named
from app.reports.words import for_whom, held_in_words, listed_by, span

_SIGNS = 110  # what fits one line of small print


def masthead(rows: Matrix | CombinationMatrix | MatrixChange, title: str, says: str) -> Masthead:
    """Return the head of a matrix."""
    held = held_in_words(rows.held, (), 0)
    return Masthead(
        title=title,
        subtitle=f"{says} · {held}",
        chapter=rows.chapter,
        span=span(rows.period),
        audience=for_whom(rows.audience),
        mark=_("Provisional") if rows.held.provisional else "",
    )


def named(name: str, sort_name: str) -> Named:
    """Return how a member is called: in full in his row, with an initial above his column."""
    full = listed_by(name, sort_name)
    family, comma, given = full.partition(", ")
    return Named(full, f"{family}, {given[:1]}." if comma else full)


def left_out(rows: Matrix | CombinationMatrix | MatrixChange) -> list[Meaning]:
    """Return the remark on official figures, which name no pairs."""
    if not rows.official:
        return []
    spans = ", ".join(map(span, rows.official))
    words = _("official figures of {spans}: they name no pairs").format(spans=spans)
    return [Meaning(_("Left out"), words)]


def listed(names: Iterable[Named]) -> str:
    """Return names as they stand above the columns, of many the first ones and a count."""
    known = [one.short.rpartition(", ")[0] or one.short for one in names]
    shown = known[:1]
    while len(shown) < len(known) and len(", ".join(known[: len(shown) + 1])) <= _SIGNS:
        shown = known[: len(shown) + 1]
    words = ", ".join(shown)
    if len(shown) == len(known):
        return words
    return _("{names} and {count} more").format(names=words, count=len(known) - len(shown))
