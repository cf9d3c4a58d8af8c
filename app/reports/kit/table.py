"""Lists with a head, hairlines and page breaks between rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, two_lines
from app.reports.kit.flow import Flow
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import FIFTH_LINE, FINE, HAIRLINE, INK, ROW_LINE, RULE, THIN

HEAD = Style(8, Weight.SEMIBOLD)
FIFTH = 5


class Cell(NamedTuple):
    """One text of a row and how it looks."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, where it begins and how wide it is, in points from the left margin."""

    head: str
    start: float
    width: float
    align: Align = Align.LEFT

    @property
    def end(self) -> float:
        """Where the column ends."""
        return self.start + self.width

    @property
    def anchor(self) -> float:
        """Where its texts are placed."""
        if self.align is Align.CENTRE:
            return self.start + self.width / 2
        return self.end if self.align is Align.RIGHT else self.start


@dataclass(frozen=True, slots=True)
class Ruling:
    """The height of rows, at least 14 points, where baselines lie, which lines are drawn."""

    pitch: float
    rise: float  # of the baseline above the row's lower line
    fifths: bool = False

    def line(self, page: Page, y: float, number: int) -> None:
        """Draw the line under the row of a number, counted from 1."""
        sheet = page.sheet
        if self.fifths and number % FIFTH == 0:
            page.rule(sheet.left, y, sheet.right, FIFTH_LINE, FINE)
        else:
            page.rule(sheet.left, y, sheet.right, ROW_LINE if self.fifths else HAIRLINE, THIN * 2)


def head(page: Page, y: float, columns: Sequence[Column]) -> None:
    """Draw the heads of columns on a baseline, aligned as their figures."""
    for column in columns:
        page.text(page.sheet.left + column.anchor, y, column.head, HEAD, column.align)


def row(page: Page, y: float, columns: Sequence[Column], cells: Sequence[Cell]) -> None:
    """Draw the texts of a row on a baseline; what is too long is shrunk or takes two lines."""
    left = page.sheet.left
    for column, cell in zip(columns, cells, strict=True):
        lines = two_lines(page, cell.text, cell.style, column.width)
        draw_fitted(page, left + column.anchor, y, lines, column.align)


def table(
    flow: Flow,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    ruling: Ruling,
    *,
    tail: float = 0,
) -> None:
    """Draw a table with its head on every page; ``tail`` points must fit behind its last row."""
    pages = breaks(
        len(rows),
        ruling.pitch,
        first=flow.room - _HEAD,
        later=flow.sheet.foot - LATER_RULE - _HEAD,
        tail=tail,
    )
    number = 0
    for place, count in enumerate(pages):
        if place:
            flow.turn()
        if count:
            _head_line(flow, columns)
        for cells in rows[number : number + count]:
            number += 1
            flow.y += ruling.pitch
            row(flow.page, flow.y - ruling.rise, columns, cells)
            ruling.line(flow.page, flow.y, number)


_HEAD = 15.6


def _head_line(flow: Flow, columns: Sequence[Column]) -> None:
    if not any(column.head for column in columns):
        return
    head(flow.page, flow.y + 10.4, columns)
    flow.y += _HEAD
    flow.page.rule(flow.sheet.left, flow.y, flow.sheet.right, INK, RULE)
