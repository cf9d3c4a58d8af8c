"""Members down, twelve months across: each total on the tint of its colour, beside its shape."""

from fractions import Fraction

from app import formats
from app.i18n import _
from app.queries.heat_map import HeatMap
from app.queries.monthly_lights import MemberMonths
from app.reports.criteria import points
from app.reports.criteria_foot import notes, profile_in_words
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, two_lines
from app.reports.kit.legend import LEADING, legend, lines
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import INK, MUTED, QUIET, RULE
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD, Ruling
from app.reports.light_marks import draw_light, name_of
from app.reports.words import for_whom, listed_by, sentence
from app.rules.scoring.profile import Light

_TEXT = Style(8.2)
_SMALL = Style(7.4, colour=MUTED)
_TOTAL = Style(8.2)
_LAST = Style(8.2, Weight.BOLD)
_PITCH, _LEAST_PITCH, _RISE, _HEADS = 14.0, 12.2, 0.3, 22.0
_COUNTS = 11.0
_NUMBER, _NAME = 17.0, 130.0


def pdf(rows: HeatMap, sheet: Sheet) -> bytes:
    """Draw everybody's months, the latest in bold, then how many have each colour."""
    document = Document(sheet, _masthead(rows))
    _Map(document, rows).draw()
    return document.finish()


def _masthead(rows: HeatMap) -> Masthead:
    return Masthead(
        title=_("Lights by month"),
        subtitle=sentence(profile_in_words(rows.profile)),
        chapter=rows.chapter,
        span=_("to {month}").format(month=formats.month(rows.months[-1])),
        audience=for_whom(rows.audience),
    )


class _Map:
    """The map on its way down the pages."""

    def __init__(self, document: Document, rows: HeatMap) -> None:
        self.document, self.rows = document, rows
        self.page, rule = document.turn()
        self.sheet = document.sheet
        self.first = self.sheet.left + _NUMBER + 6 + _NAME
        self.step = (self.sheet.right - self.first) / len(rows.months)
        self.notes = notes(rows.profile, rows.money)
        taken = sum(lines(self.page, note, self.sheet.inner) for note in self.notes)
        self.tail = LEADING * (taken + 2) + len(Light) * _COUNTS + 8
        self.y = self._head(rule)
        self.pitch = self._pitch()
        self.ruling = Ruling(self.pitch, self.pitch * _RISE, fifths=True)

    def draw(self) -> None:
        """Draw everybody page by page, then the counts and criteria."""
        number = 0
        for place, count in enumerate(self._pages()):
            if place:
                self.page, rule = self.document.turn()
                self.y = self._head(rule)
            for row in self.rows.members[number : number + count]:
                number += 1
                self._row(number, row)
        self.page.rule(self.sheet.left, self.y, self.sheet.right, INK, RULE)
        if self.rows.members:
            self._counts()
        line = self.y + LEADING + 6
        for note in self.notes:
            line = legend(self.page, self.sheet.left, line, note, self.sheet.right) + LEADING

    def _pitch(self) -> float:
        count = max(len(self.rows.members), 1)
        fitting = (self.sheet.foot - self.y - self.tail) / count
        return min(_PITCH, fitting) if fitting >= _LEAST_PITCH else _PITCH

    def _pages(self) -> list[int]:
        later = self.sheet.foot - LATER_RULE - _HEADS
        first = self.sheet.foot - self.y
        return breaks(len(self.rows.members), self.pitch, first=first, later=later, tail=self.tail)

    def _head(self, rule: float) -> float:
        page, line = self.page, rule + _HEADS - 4.4
        page.text(self.sheet.left + _NUMBER + 6, line, _("Member"), HEAD)
        for place, month in enumerate(self.rows.months):
            name = formats.month(month).partition(" ")[0][:3]
            page.text(self._middle(place), line, name, HEAD, Align.CENTRE)
        page.rule(self.sheet.left, rule + _HEADS, self.sheet.right, INK, RULE)
        return rule + _HEADS

    def _middle(self, place: int) -> float:
        return self.first + (place + 0.5) * self.step

    def _row(self, number: int, row: MemberMonths) -> None:
        page, left = self.page, self.sheet.left
        self.y += self.pitch
        line = self.y - self.ruling.rise
        page.text(left + _NUMBER, line, str(number), Style(7, colour=MUTED), Align.RIGHT)
        name = two_lines(page, listed_by(row.name, row.sort_name), _TEXT, _NAME - 4)
        draw_fitted(page, left + _NUMBER + 6, line, name)
        last = len(row.totals) - 1
        for place, (total, light) in enumerate(zip(row.totals, row.lights, strict=True)):
            self._cell(place, line, total, light, strong=place == last)
        self.ruling.line(page, self.y, number)

    def _cell(
        self, place: int, line: float, total: Fraction | None, light: Light | None, *, strong: bool
    ) -> None:
        page, end = self.page, self._middle(place) + 9
        if total is None or light is None:
            page.text(end, line, formats.DASH, _TOTAL.coloured(QUIET), Align.RIGHT)
            return
        draw_light(page, end - 21, line - 2.9, light, 5.6)
        shown = points(total, self.rows.profile)
        page.text(end, line, shown, _LAST if strong else _TOTAL, Align.RIGHT)

    def _counts(self) -> None:
        """Draw how many had each colour in each month."""
        page = self.page
        for light in Light:
            self.y += _COUNTS
            line = self.y - _COUNTS * _RISE + 2
            draw_light(page, self.sheet.left + _NUMBER + 6, line - 2.9, light, 5.6)
            name = name_of(light, self.rows.profile.terms)
            page.text(self.sheet.left + _NUMBER + 16, line, name, _SMALL)
            for place in range(len(self.rows.months)):
                count = sum(one.lights[place] is light for one in self.rows.members)
                style = _TEXT if count else _TEXT.coloured(QUIET)
                page.text(self._middle(place) + 9, line, str(count), style, Align.RIGHT)
