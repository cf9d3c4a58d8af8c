"""The one-to-one matrix: who met whom how often; it reads the same both ways."""

from app import formats
from app.i18n import _
from app.queries.matrices import Matrix
from app.reports import matrix_grid
from app.reports.kit.legend import Meaning
from app.reports.kit.sheet import Sheet
from app.reports.matrix_grid import Grid, Sums, counted
from app.reports.matrix_words import left_out, listed, masthead, named


def pdf(rows: Matrix, sheet: Sheet) -> bytes:
    """Draw the matrix."""
    says = _("One-to-ones, the same in row and column; a dot is none, dark is three or more")
    return matrix_grid.pdf(masthead(rows, _("One-to-one matrix"), says), _grid(rows), sheet)


def _grid(rows: Matrix) -> Grid:
    lines = rows.lines
    together = tuple(one.given for one in lines)
    people = tuple(one.given_people for one in lines)
    grouping = rows.money.grouping
    total = formats.grouped(rows.total // 2, grouping)
    away = formats.grouped(sum(one.given_away for one in lines), grouping)
    return Grid(
        members=tuple(named(one.name, one.sort_name) for one in lines),
        cells=tuple(counted(one.counts) for one in lines),
        right=(
            Sums(_("Met"), together, strong=True),
            Sums(_("People"), people),
            Sums(_("Outside"), tuple(one.given_away for one in lines)),
        ),
        below=(
            Sums(_("Met"), together, (total, "", away), strong=True),
            Sums(_("how many people"), people, ("", str(rows.pairs // 2))),
        ),
        meanings=tuple(_meanings(rows)),
        empty=_("Nobody was a member in this period."),
    )


def _meanings(rows: Matrix) -> list[Meaning]:
    possible = len(rows.lines) * (len(rows.lines) - 1) // 2
    share = round(100 * (rows.pairs // 2) / possible) if possible else 0
    count = _("{count} of {possible} pairs").format(count=rows.pairs // 2, possible=possible)
    nobody = [named(one.name, one.sort_name) for one in rows.lines if not one.given]
    told = [
        Meaning(_("People"), _("different partners (unique)")),
        Meaning(_("Outside"), _("with people of other chapters and former members")),
        Meaning(_("Totals"), _("each one-to-one and each pair once")),
        Meaning(count, _("have met, {share} %").format(share=share)),
    ]
    if nobody:
        told.append(Meaning(_("Met no member:"), listed(nobody)))
    return told + left_out(rows)
