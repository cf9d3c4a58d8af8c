"""A table with a row a member on its way down the pages, small type about its rules behind it."""

from app.i18n import _
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document
from app.reports.kit.fitting import draw_fitted, two_lines
from app.reports.kit.legend import LEADING, Meaning, legend, lines
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import INK, MUTED, RULE
from app.reports.kit.table import HEAD, Ruling
from app.reports.words import listed_by

TEXT = Style(8.2)
NUMBER = 17.0  # how wide the number of a row stands
NAME = NUMBER + 6  # where names begin, from the left margin
_NUMBER = Style(7, colour=MUTED)
_PITCH, _LEAST_PITCH, _RISE, _HEADS = 14.0, 12.2, 0.3, 22.0


class MemberTable:
    """Draws the number and the name of each row, page by page; subclasses draw the rest.

    ``below`` is the height that ``foot`` draws between the last row and the notes. Rows come
    closer together, as far as they can be read, where all then stand on the first page.
    """

    def __init__(
        self,
        document: Document,
        names: list[tuple[str, str]],
        notes: list[list[Meaning]],
        *,
        name_width: float,
        below: float = 0.0,
    ) -> None:
        self.document, self.names, self.notes = document, names, notes
        self.page, rule = document.turn()
        self.sheet = document.sheet
        self.name_width = name_width
        taken = sum(lines(self.page, note, self.sheet.inner) for note in notes)
        self.tail = LEADING * (taken + 1) + 8 + below
        self.y = rule + _HEADS
        fitting = (self.sheet.foot - self.y - self.tail) / max(len(names), 1)
        self.pitch = min(_PITCH, fitting) if fitting >= _LEAST_PITCH else _PITCH
        self.ruling = Ruling(self.pitch, self.pitch * _RISE, fifths=True)

    def head(self, line: float) -> None:
        """Draw the heads of the columns behind the names on a baseline."""

    def row(self, place: int, line: float) -> None:
        """Draw the cells of a row, counted from 0, on a baseline."""

    def foot(self) -> None:
        """Draw what stands between the last row and the notes, and move ``y`` below it."""

    def draw(self) -> None:
        """Draw everybody, then what stands below."""
        place = 0
        self._head()
        for number, count in enumerate(self._pages()):
            if number:
                self.page, rule = self.document.turn()
                self.y = rule + _HEADS
                self._head()
            for _one in range(count):
                self._row(place)
                place += 1
        self.page.rule(self.sheet.left, self.y, self.sheet.right, INK, RULE)
        self.foot()
        line = self.y + LEADING + 4
        for note in self.notes:
            line = legend(self.page, self.sheet.left, line, note, self.sheet.right) + LEADING

    def _pages(self) -> list[int]:
        later = self.sheet.foot - LATER_RULE - _HEADS
        first = self.sheet.foot - self.y
        return breaks(len(self.names), self.pitch, first=first, later=later, tail=self.tail)

    def _head(self) -> None:
        line = self.y - 4.4
        self.page.text(self.sheet.left + NAME, line, _("Member"), HEAD)
        self.head(line)
        self.page.rule(self.sheet.left, self.y, self.sheet.right, INK, RULE)

    def _row(self, place: int) -> None:
        left = self.sheet.left
        self.y += self.pitch
        line = self.y - self.ruling.rise
        self.page.text(left + NUMBER, line, str(place + 1), _NUMBER, Align.RIGHT)
        name = two_lines(self.page, listed_by(*self.names[place]), TEXT, self.name_width)
        draw_fitted(self.page, left + NAME, line, name)
        self.row(place, line)
        self.ruling.line(self.page, self.y, place + 1)
