"""The referral matrix: who gave how many referrals to whom, with sums and partners both ways."""

from collections.abc import Sequence

from app import formats
from app.i18n import _
from app.queries.matrices import Matrix, MatrixLine
from app.reports import matrix_grid
from app.reports.kit.legend import Meaning
from app.reports.kit.sheet import Sheet
from app.reports.matrix_grid import Grid, Sums, counted
from app.reports.matrix_words import left_out, listed, masthead, named


def pdf(rows: Matrix, sheet: Sheet) -> bytes:
    """Draw the matrix, givers down and receivers across."""
    says = _("Row gives to column; a dot is none, dark is three or more")
    return matrix_grid.pdf(masthead(rows, _("Referral matrix"), says), _grid(rows), sheet)


def _grid(rows: Matrix) -> Grid:
    lines = rows.lines
    return Grid(
        members=tuple(named(one.name, one.sort_name) for one in lines),
        cells=tuple(counted(one.counts) for one in lines),
        right=(
            Sums(_("Given"), tuple(one.given for one in lines), strong=True),
            Sums(_("People"), tuple(one.given_people for one in lines)),
            Sums(_("Outside"), tuple(one.given_away for one in lines)),
        ),
        below=(
            Sums(
                _("Received"),
                tuple(one.received for one in lines),
                (_count(rows, rows.total), "", _count(rows, sum(one.given_away for one in lines))),
                strong=True,
            ),
            Sums(
                _("from how many people"),
                tuple(one.received_people for one in lines),
                ("", _count(rows, rows.pairs)),
            ),
            Sums(
                _("from outside the matrix"),
                tuple(one.received_away for one in lines),
                (_count(rows, sum(one.received_away for one in lines)),),
            ),
        ),
        meanings=tuple(_meanings(rows)),
        empty=_("Nobody was a member in this period."),
    )


def _meanings(rows: Matrix) -> list[Meaning]:
    lines = rows.lines
    told = [
        Meaning(_("People"), _("different partners (unique)")),
        Meaning(_("Outside"), _("to people of other chapters and former members: in no column")),
        _pairs(rows, _("have referred at least once")),
        *_missing(_("No row:"), _("gave none"), [one for one in lines if not one.given]),
        *_missing(_("No column:"), _("received none"), [one for one in lines if not one.received]),
    ]
    return told + left_out(rows)


def _pairs(rows: Matrix, words: str) -> Meaning:
    """Return how many of all possible pairs have anything between them."""
    possible = len(rows.lines) * (len(rows.lines) - 1)
    share = round(100 * rows.pairs / possible) if possible else 0
    count = _("{count} of {possible} pairs").format(
        count=_count(rows, rows.pairs), possible=_count(rows, possible)
    )
    return Meaning(count, f"{words}, {share} %")


def _count(rows: Matrix, number: int) -> str:
    return formats.grouped(number, rows.money.grouping)


def _missing(sign: str, words: str, lines: Sequence[MatrixLine]) -> list[Meaning]:
    if not lines:
        return []
    names = listed(named(one.name, one.sort_name) for one in lines)
    return [Meaning(sign, f"{names} {words}")]
