"""Old against new: the referral matrix of a period, each cell marked by what became of the pair."""

from app import formats
from app.i18n import _, ngettext
from app.queries.matrix_change import ChangeLine, MatrixChange, Turn, turn
from app.reports import matrix_grid
from app.reports.kit.legend import Meaning
from app.reports.kit.sheet import Sheet
from app.reports.matrix_grid import NOTHING, Grid, Look, Mark, Sums
from app.reports.matrix_words import left_out, masthead, named
from app.reports.words import span

_LOOKS = {
    Turn.NEW: Look.DARK,
    Turn.MORE: Look.MIDDLE,
    Turn.SAME: Look.PLAIN,
    Turn.FEWER: Look.UNDERLINED,
    Turn.GONE: Look.FRAMED,
}


def pdf(rows: MatrixChange, sheet: Sheet) -> bytes:
    """Draw the matrix, givers down and receivers across."""
    says = _("Row gives to column, against {before}").format(before=span(rows.before))
    head = masthead(rows, _("Referrals, old against new"), says)
    return matrix_grid.pdf(head, _grid(rows), sheet)


def _grid(rows: MatrixChange) -> Grid:
    lines, total = rows.lines, rows.total
    given, got = [one.given for one in lines], [one.received for one in lines]
    return Grid(
        members=tuple(named(one.name, one.sort_name) for one in lines),
        cells=tuple(_cells(one) for one in lines),
        right=(
            Sums(
                _("Given"),
                tuple(one.now for one in given),
                strong=True,
                beside=tuple(one.before for one in given),
            ),
            Sums(
                _("People"),
                tuple(one.people for one in given),
                beside=tuple(one.people_before for one in given),
            ),
            Sums(_("New"), tuple(one.new for one in given)),
            Sums(_("Gone"), tuple(one.gone for one in given)),
        ),
        below=(
            Sums(
                _("Received"),
                tuple(one.now for one in got),
                _counts(rows, total.now, total.people, total.new, total.gone),
                strong=True,
            ),
            Sums(
                _("the period before"),
                tuple(one.before for one in got),
                _counts(rows, total.before, total.people_before),
            ),
            Sums(_("from how many people"), tuple(one.people for one in got)),
            Sums(_("the period before"), tuple(one.people_before for one in got)),
        ),
        meanings=tuple(_meanings(rows)),
        empty=_("Nobody was a member in either period."),
    )


def _cells(line: ChangeLine) -> tuple[Mark, ...]:
    return tuple(
        _mark(now, before) for now, before in zip(line.counts, line.counts_before, strict=True)
    )


def _mark(now: int, before: int) -> Mark:
    found = turn(now, before)
    return Mark(str(now or before), _LOOKS[found]) if found else NOTHING


def _meanings(rows: MatrixChange) -> list[Meaning]:
    """Explain how cells look, and tell how many pairs look so."""
    looks = {
        Turn.NEW: (_("Dark"), _("new")),
        Turn.MORE: (_("Bold"), _("more than before")),
        Turn.SAME: (_("Plain"), _("as many")),
        Turn.FEWER: (_("Underlined"), _("fewer")),
        Turn.GONE: (_("Framed"), _("gone, with the number of the period before")),
    }
    told = []
    for one in rows.turns:
        sign, words = looks[one.turn]
        pairs = ngettext("{n} pair", "{n} pairs", one.pairs)
        told.append(Meaning(sign, f"{words}: {pairs}"))
    meetings = ngettext("{n} meeting", "{n} meetings", rows.held.counted)
    compared = _("{now}, the period before had {before}").format(
        now=meetings, before=rows.held_before.counted
    )
    people = Meaning(_("People"), _("different partners (unique); grey is the period before"))
    return [*told, people, Meaning(_("Compared:"), compared), *left_out(rows)]


def _counts(rows: MatrixChange, *numbers: int) -> tuple[str, ...]:
    return tuple(formats.grouped(number, rows.money.grouping) for number in numbers)
