"""The combination matrix: 0 none, 1 one-to-one, 2 referral, 3 both, for every pair."""

from app.i18n import _
from app.queries.matrices import BOTH, MET, REFERRED, CombinationMatrix
from app.reports import matrix_grid
from app.reports.kit.legend import Meaning
from app.reports.kit.sheet import Sheet
from app.reports.matrix_grid import Grid, Sums, counted
from app.reports.matrix_words import left_out, masthead, named


def pdf(rows: CombinationMatrix, sheet: Sheet) -> bytes:
    """Draw the matrix, givers of referrals down."""
    says = _("Row met column (1), gave it a referral (2), or both (3); a dot is neither")
    return matrix_grid.pdf(masthead(rows, _("Combination matrix"), says), _grid(rows), sheet)


def _grid(rows: CombinationMatrix) -> Grid:
    lines = rows.lines
    return Grid(
        members=tuple(named(one.name, one.sort_name) for one in lines),
        cells=tuple(counted(one.cells) for one in lines),
        right=(
            Sums(_("Both"), tuple(one.both for one in lines), strong=True),
            Sums(_("Ref. only"), tuple(one.referred_only for one in lines)),
            Sums(_("1-2-1 only"), tuple(one.met_only for one in lines)),
            Sums(_("Neither"), tuple(one.neither for one in lines)),
        ),
        below=(
            _column(rows, _("Both"), BOTH, strong=True),
            _column(rows, _("Referral received only"), REFERRED),
            _column(rows, _("One-to-one only"), MET),
        ),
        meanings=tuple(_meanings(rows)),
        empty=_("Nobody was a member in this period."),
    )


def _column(rows: CombinationMatrix, head: str, wanted: int, *, strong: bool = False) -> Sums:
    columns = zip(*(line.cells for line in rows.lines), strict=True)
    values = tuple(column.count(wanted) for column in columns)
    return Sums(head, values, strong=strong)


def _meanings(rows: CombinationMatrix) -> list[Meaning]:
    return [
        Meaning(_("1"), _("one-to-one")),
        Meaning(_("2"), _("referral from row to column")),
        Meaning(_("3"), _("both")),
        Meaning(_("Sums"), _("count people, at the right by row, below by column")),
        *left_out(rows),
    ]
