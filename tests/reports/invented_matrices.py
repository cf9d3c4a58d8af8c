"""Invented matrices: any number of members, counts that look like chance and are none."""

from app.formats import Money
from app.queries.matrices import CombinationLine, CombinationMatrix, Matrix, MatrixLine
from app.queries.matrix_change import ChangeLine, MatrixChange, Side, Turn, TurnCount
from app.rules.identifiers import PersonId
from app.rules.privacy import Audience
from tests.reports.invented import BEFORE, HELD, NAMES, PERIOD, names

_OFTEN = (0, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 4, 0, 12)


def counts(count: int, *, symmetric: bool = False) -> list[list[int]]:
    """Return rows of counts with an empty diagonal."""

    def cell(row: int, column: int) -> int:
        if symmetric:
            row, column = min(row, column), max(row, column)
        return 0 if row == column else _OFTEN[(row * 31 + column * 17 + row * column) % len(_OFTEN)]

    return [[cell(row, column) for column in range(count)] for row in range(count)]


def matrix(count: int = 40, *, first: tuple[str, ...] = NAMES, symmetric: bool = False) -> Matrix:
    """Return a matrix of that many members."""
    cells = counts(count, symmetric=symmetric)
    columns = list(zip(*cells, strict=True))
    return Matrix(
        "Riverside Chapter",
        PERIOD,
        Audience.ROOM,
        Money(),
        HELD,
        (),
        tuple(
            MatrixLine(
                PersonId(number),
                name,
                name,
                tuple(cells[number]),
                sum(cells[number]),
                sum(1 for one in cells[number] if one),
                number % 5,
                sum(columns[number]),
                sum(1 for one in columns[number] if one),
                number % 4,
            )
            for number, name in enumerate(names(count, first))
        ),
    )


def combination(count: int = 40, *, first: tuple[str, ...] = NAMES) -> CombinationMatrix:
    """Return a combination matrix of that many members."""
    cells = [[min(one, 3) for one in row] for row in counts(count)]
    return CombinationMatrix(
        "Riverside Chapter",
        PERIOD,
        Audience.ROOM,
        Money(),
        HELD,
        (),
        tuple(
            CombinationLine(
                PersonId(number),
                name,
                name,
                tuple(cells[number]),
                cells[number].count(0) - 1,
                cells[number].count(1),
                cells[number].count(2),
                cells[number].count(3),
            )
            for number, name in enumerate(names(count, first))
        ),
    )


def change(count: int = 40, *, first: tuple[str, ...] = NAMES) -> MatrixChange:
    """Return a matrix of that many members beside another one."""
    now, before = counts(count), counts(count, symmetric=True)
    side = Side(12, 9, 8, 7, 4, 3)
    return MatrixChange(
        "Riverside Chapter",
        PERIOD,
        BEFORE,
        Audience.ROOM,
        Money(),
        HELD,
        HELD,
        (),
        side,
        tuple(TurnCount(turn, 3) for turn in Turn),
        tuple(
            ChangeLine(PersonId(n), name, name, tuple(now[n]), tuple(before[n]), side, side)
            for n, name in enumerate(names(count, first))
        ),
    )
