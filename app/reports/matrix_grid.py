"""Matrices of members against members, as referral, one-to-one and combination all draw them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import SMALLEST, Fitted, fit, small
from app.reports.kit.legend import LEADING, Meaning, legend, lines
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import (
    ACCENT,
    DOT,
    FIFTH_LINE,
    FINE,
    INK,
    MUTED,
    PALE,
    QUIET,
    ROW_LINE,
    RULE,
    STEP,
    STRONG,
    THIN,
    WHITE,
    Colour,
)
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import FIFTH, HEAD
from app.reports.matrix_places import HEADS, NUMBER, SUM, Places, places

_NAME = Style(7.2)
_LABEL = Style(7.2, Weight.SEMIBOLD)
_HEAD = Style(7.4)
_TURNED = 66.0  # room for the turned names above their numbers
_BELOW = 10.4  # the height of a row of sums
_DARK, _MIDDLE = 3, 2
_BESIDE = 15.0  # from the number of the period before to that of this one
_LINE = 1.6  # below the number of an underlined cell


@dataclass(frozen=True, slots=True)
class Named:
    """A member as the rows and the turned heads call him."""

    name: str
    short: str


class Look(Enum):
    """How a cell stands out, so that it is told apart in black and white."""

    PLAIN = auto()
    UNDERLINED = auto()
    FRAMED = auto()
    MIDDLE = auto()
    DARK = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a cell; a dot where there is nothing to say."""

    text: str = ""
    look: Look = Look.PLAIN


NOTHING = Mark()


def counted(counts: Sequence[int]) -> tuple[Mark, ...]:
    """Return a row of counts: two stand out, three and more stand out most."""
    looks = {count: Look.MIDDLE if count >= _MIDDLE else Look.PLAIN for count in counts}
    looks |= {count: Look.DARK for count in counts if count >= _DARK}
    return tuple(Mark(str(count), looks[count]) if count else NOTHING for count in counts)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums at the right of rows or below columns; ``totals`` stand under those at the right.

    ``beside`` are those of the period before, shown smaller behind those at the right.
    """

    head: str
    values: tuple[int, ...]
    totals: tuple[str, ...] = ()
    strong: bool = False
    beside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix ready to be drawn: ``meanings`` explain it, ``empty`` is said of none."""

    members: tuple[Named, ...]
    cells: tuple[tuple[Mark, ...], ...]
    right: tuple[Sums, ...]
    below: tuple[Sums, ...]
    meanings: tuple[Meaning, ...]
    empty: str


def pdf(masthead: Masthead, grid: Grid, sheet: Sheet) -> bytes:
    """Draw a matrix on landscape pages: one up to some sixty members."""
    document = Document(sheet.turned(), masthead)
    page, rule = document.turn()
    if not grid.members:
        page.text(page.sheet.left, rule + 20, grid.empty, Style(9, colour=MUTED))
        return document.finish()
    names = (page.width(one.name, _NAME) for one in grid.members)
    wide = page.sheet.inner
    below = len(grid.below) * _BELOW + 8 + LEADING * (lines(page, grid.meanings, wide) + 0.5)
    at = places(
        document.sheet, len(grid.members), widest=max(names), sums=len(grid.right), below=below
    )
    _draw_parts(document, (page, rule), grid, at)
    return document.finish()


def _draw_parts(document: Document, begun: tuple[Page, float], grid: Grid, at: Places) -> None:
    """Draw all rows of the first columns, then all of the next: sums stand with the last."""
    page, rule = begun
    column = 0
    for part, columns in enumerate(at.columns):
        row = 0
        for turn, rows in enumerate(at.rows):
            if part or turn:
                page, rule = document.turn()
            part_drawn = _Part(page, grid, at, range(column, column + columns))
            y = part_drawn.head(rule + HEADS)
            y = part_drawn.rows(y, range(row, row + rows))
            row += rows
        y = part_drawn.sums(y)
        column += columns
    legend(page, page.sheet.left, y + LEADING + 2, grid.meanings, page.sheet.right)


class _Part:
    """Some columns of a matrix on one page."""

    def __init__(self, page: Page, grid: Grid, at: Places, columns: range) -> None:
        self.page = page
        self.grid = grid
        self.at = at
        self.columns = columns
        self.left = page.sheet.left
        self.first = self.left + at.lead
        self.last = columns.stop == len(grid.members)
        end = self.first + len(columns) * at.cell
        self.ends = [end + 4 + (n + 1) * SUM for n in range(len(grid.right))] if self.last else []
        self.to_x = self.ends[-1] if self.ends else end
        self.cell_end = end

    def head(self, line: float) -> float:
        """Draw the turned names, their numbers and the heads of the sums; return their line."""
        page = self.page
        size = min(_HEAD.size, self.at.cell * 0.84)
        style, number = Style(max(size, 5.8)), Style(max(5.8, size - 1.2), colour=MUTED)
        for place, column in enumerate(self.columns):
            middle = self.first + (place + 0.5) * self.at.cell
            name = _whole_words(page, self.grid.members[column].short, style)
            page.upright(middle + name.style.size * 0.33, line - 12, name.text, name.style)
            page.text(middle, line - 3.6, str(column + 1), number, Align.CENTRE)
        for end, sums in zip(self.ends, self.grid.right, strict=False):
            words = fit(page, sums.head, HEAD.sized(7.2), SUM - 2)
            page.text(end, line - 3.6, words.text, words.style, Align.RIGHT)
        page.rule(self.left, line, self.to_x, INK, RULE)
        return line

    def rows(self, y: float, rows: range) -> float:
        """Draw rows and the lines between them; return where the last ends."""
        top = y
        for row in rows:
            self._fills(y, row)
            y += self.at.row
        self._lines(top, rows)
        y = top
        for row in rows:
            y += self.at.row
            self._row(y - (self.at.row - self.at.size * 0.66) / 2, row)
        return y

    def _fills(self, y: float, row: int) -> None:
        for place, column in enumerate(self.columns):
            colour = _FILLS.get(self.grid.cells[row][column].look, STEP if row == column else None)
            if colour is not None:
                x = self.first + place * self.at.cell
                self.page.block(x, y, self.at.cell, self.at.row, colour)

    def _lines(self, top: float, rows: range) -> None:
        """Draw lines after tints, or the tints would swallow them."""
        page, at = self.page, self.at
        bottom = top + len(rows) * at.row
        for place, row in enumerate(rows, start=1):
            fifth = (row + 1) % FIFTH == 0
            colour, weight = (FIFTH_LINE, FINE) if fifth else (ROW_LINE, THIN)
            page.rule(self.left, top + place * at.row, self.to_x, colour, weight)
        for place, column in enumerate(self.columns, start=1):
            if (column + 1) % FIFTH == 0 or column + 1 == self.columns.stop:
                x = self.first + place * at.cell
                page.stem(x, top, bottom, FIFTH_LINE, FINE)
        page.stem(self.first, top, bottom, FIFTH_LINE, FINE)
        self._frames(top, rows)

    def _frames(self, top: float, rows: range) -> None:
        at = self.at
        for down, row in enumerate(rows):
            for place, column in enumerate(self.columns):
                if self.grid.cells[row][column].look is Look.FRAMED:
                    x, y = self.first + place * at.cell, top + down * at.row
                    self.page.frame(
                        x + 0.8, y + 0.8, at.cell - 1.6, at.row - 1.6, colour=MUTED, weight=FINE
                    )

    def _row(self, line: float, row: int) -> None:
        page, at = self.page, self.at
        text = Style(at.size)
        page.text(self.left + NUMBER - 4, line, str(row + 1), Style(5.8, colour=MUTED), Align.RIGHT)
        name = small(page, self.grid.members[row].name, text, at.name - 6)
        page.text(self.left + NUMBER, line, name.text, name.style)
        for place, column in enumerate(self.columns):
            x = self.first + (place + 0.5) * at.cell
            self._cell(x, line, self.grid.cells[row][column], diagonal=row == column)
        for end, sums in zip(self.ends, self.grid.right, strict=False):
            if sums.beside:
                before = Style(at.size * 0.85, colour=MUTED)
                page.text(end, line, str(sums.beside[row]), before, Align.RIGHT)
            at_x = end - _BESIDE if sums.beside else end
            page.text(at_x, line, str(sums.values[row]), _sum(sums, row, at.size), Align.RIGHT)

    def _cell(self, x: float, line: float, mark: Mark, *, diagonal: bool) -> None:
        page, size = self.page, self.at.size
        if mark.text:
            wide = page.text(x, line, mark.text, _STYLES[mark.look].sized(size), Align.CENTRE)
            if mark.look is Look.UNDERLINED:
                page.rule(x - wide / 2, line + _LINE, x + wide / 2, INK, FINE)
        elif not diagonal:
            self.page.block(x - 0.35, line - self.at.size * 0.33 - 0.35, 0.7, 0.7, DOT)

    def sums(self, y: float) -> float:
        """Draw the rows of sums below the last member; return where they end."""
        page = self.page
        page.rule(self.left, y, self.to_x, INK, STRONG)
        for sums in self.grid.below:
            y += _BELOW
            line = y - 3
            label = Style(_LABEL.size, Weight.SEMIBOLD if sums.strong else Weight.REGULAR)
            words = fit(
                page, sums.head, label if sums.strong else label.coloured(MUTED), self.at.name
            )
            page.text(self.left + NUMBER, line, words.text, words.style)
            size = min(7.2, self.at.size + 0.6, self.at.cell * 0.62)
            for place, column in enumerate(self.columns):
                x = self.first + (place + 0.5) * self.at.cell
                style = _sum(sums, column, max(size, 5.8))
                page.text(x, line, str(sums.values[column]), style, Align.CENTRE)
            for end, total in zip(self.ends, sums.totals, strict=False):
                page.text(end, line, total, Style(7.2, label.weight), Align.RIGHT)
        page.rule(self.left, y, self.to_x, INK, STRONG)
        return y


def _whole_words(page: Page, name: str, style: Style) -> Fitted:
    """Return as many words of a name as fit; its number leads to the row with all of them."""
    words = name.split(" ")
    for count in range(len(words), 1, -1):
        shown = " ".join(words[:count]).rstrip(",-")
        if page.width(shown, style) * SMALLEST <= _TURNED:
            return fit(page, shown, style, _TURNED)
    return small(page, words[0].rstrip(","), style, _TURNED)


_FILLS: dict[Look, Colour] = {Look.DARK: ACCENT, Look.MIDDLE: PALE}
_STYLES = {
    Look.PLAIN: Style(_NAME.size),
    Look.UNDERLINED: Style(_NAME.size),
    Look.FRAMED: Style(_NAME.size, colour=MUTED),
    Look.MIDDLE: Style(_NAME.size, Weight.BOLD),
    Look.DARK: Style(_NAME.size, Weight.BOLD, WHITE),
}


def _sum(sums: Sums, place: int, size: float) -> Style:
    if not sums.values[place]:
        return Style(size, colour=QUIET)
    return Style(size, Weight.SEMIBOLD if sums.strong else Weight.REGULAR)
