"""Everybody by two profiles side by side, with the items that make the difference."""

from fractions import Fraction

from app import formats
from app.i18n import _
from app.queries.two_profiles import TwiceScored, TwoProfiles
from app.reports.criteria import points, short_title
from app.reports.criteria_foot import notes
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, small, two_lines
from app.reports.kit.legend import LEADING, Meaning, legend, lines
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import INK, MUTED, RULE
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD, Ruling
from app.reports.light_marks import draw_light, name_of
from app.reports.words import for_whom, held_in_words, listed_by, sentence, span
from app.rules.scoring.profile import Light, Profile

_TEXT = Style(8.2)
_QUIET = Style(7.6, colour=MUTED)
_TOTAL = Style(8.6, Weight.BOLD)
_PITCH, _LEAST_PITCH, _RISE, _HEADS = 14.0, 12.2, 0.3, 22.0
_NUMBER, _NAME = 17.0, 124.0
_ONE, _TWO, _CHANGE, _WHY = 148.0, 228.0, 330.0, 346.0  # from the left margin
_SHOWN = 4  # differences told of a member


def pdf(rows: TwoProfiles, sheet: Sheet) -> bytes:
    """Draw both totals of everybody, then both profiles' rules."""
    held = held_in_words(rows.held, rows.official, rows.official_meetings)
    document = Document(
        sheet,
        Masthead(
            title=_("Under two profiles"),
            subtitle=f"{rows.profile.title} · {rows.other.title} · {held}",
            chapter=rows.chapter,
            span=span(rows.window),
            audience=for_whom(rows.audience),
        ),
    )
    _Twice(document, rows).draw()
    return document.finish()


def why(row: TwiceScored, rows: TwoProfiles) -> str:
    """Return what makes the difference: “Attendance 15 → –, Absent – → 10”."""
    named = {item.name: short_title(item) for item in (*rows.other.items, *rows.profile.items)}
    return ", ".join(
        f"{named[one.item]} {_points(one.points, rows.profile)} → "
        f"{_points(one.other_points, rows.other)}"
        for one in row.items[:_SHOWN]
    )


def change_in_words(row: TwiceScored, rows: TwoProfiles) -> str:
    """Return the change of the total with its sign."""
    if row.change is None:
        return formats.DASH
    if row.change.denominator == 1:
        return formats.signed(row.change.numerator)
    sign = "+" if row.change > 0 else formats.MINUS
    return f"{sign}{points(abs(row.change), rows.other)}"


def _points(found: Fraction | None, profile: Profile) -> str:
    return formats.DASH if found is None else points(found, profile)


class _Twice:
    """The table on its way down the pages."""

    def __init__(self, document: Document, rows: TwoProfiles) -> None:
        self.document, self.rows = document, rows
        self.page, rule = document.turn()
        self.sheet = document.sheet
        self.notes = [
            [Meaning(sentence(profile.title), span(window)), *note] if first else note
            for profile, window in (
                (rows.profile, rows.window), (rows.other, rows.other_window)
            )
            for first, note in _first(notes(profile, rows.money))
        ]  # fmt: skip
        taken = sum(lines(self.page, note, self.sheet.inner) for note in self.notes)
        self.tail = LEADING * (taken + 1) + 8
        self.y = self._head(rule)
        count = max(len(rows.members), 1)
        fitting = (self.sheet.foot - self.y - self.tail) / count
        self.pitch = min(_PITCH, fitting) if fitting >= _LEAST_PITCH else _PITCH
        self.ruling = Ruling(self.pitch, self.pitch * _RISE, fifths=True)

    def draw(self) -> None:
        """Draw everybody page by page, then the criteria of both."""
        number = 0
        for place, count in enumerate(self._pages()):
            if place:
                self.page, rule = self.document.turn()
                self.y = self._head(rule)
            for row in self.rows.members[number : number + count]:
                number += 1
                self._row(number, row)
        self.page.rule(self.sheet.left, self.y, self.sheet.right, INK, RULE)
        line = self.y + LEADING + 4
        for note in self.notes:
            line = legend(self.page, self.sheet.left, line, note, self.sheet.right) + LEADING

    def _pages(self) -> list[int]:
        later = self.sheet.foot - LATER_RULE - _HEADS
        first = self.sheet.foot - self.y
        return breaks(len(self.rows.members), self.pitch, first=first, later=later, tail=self.tail)

    def _head(self, rule: float) -> float:
        page, left, line = self.page, self.sheet.left, rule + _HEADS - 4.4
        page.text(left + _NUMBER + 6, line, _("Member"), HEAD)
        for at, words, room in (
            (_ONE, self.rows.profile.title, 74),
            (_TWO, self.rows.other.title, 74),
        ):
            head = small(page, words, HEAD, room)
            page.text(left + at, line, head.text, head.style)
        page.text(left + _CHANGE, line, _("Change"), HEAD, Align.RIGHT)
        page.text(left + _WHY, line, _("What makes it"), HEAD)
        page.rule(left, rule + _HEADS, self.sheet.right, INK, RULE)
        return rule + _HEADS

    def _row(self, number: int, row: TwiceScored) -> None:
        page, left = self.page, self.sheet.left
        self.y += self.pitch
        line = self.y - self.ruling.rise
        page.text(left + _NUMBER, line, str(number), Style(7, colour=MUTED), Align.RIGHT)
        name = two_lines(page, listed_by(row.name, row.sort_name), _TEXT, _NAME - 4)
        draw_fitted(page, left + _NUMBER + 6, line, name)
        self._standing(left + _ONE, line, row.total, row.light, self.rows.profile)
        self._standing(left + _TWO, line, row.other_total, row.other_light, self.rows.other)
        page.text(left + _CHANGE, line, change_in_words(row, self.rows), _TEXT, Align.RIGHT)
        told = small(page, why(row, self.rows), _QUIET, self.sheet.right - left - _WHY)
        page.text(left + _WHY, line, told.text, told.style)
        self.ruling.line(page, self.y, number)

    def _standing(
        self, x: float, line: float, total: Fraction | None, light: Light | None, profile: Profile
    ) -> None:
        if total is None or light is None:
            self.page.text(x + 30, line, formats.DASH, _QUIET, Align.RIGHT)
            return
        draw_light(self.page, x, line - 2.9, light)
        shown = small(self.page, points(total, profile), _TOTAL, 22)
        self.page.text(x + 30, line, shown.text, shown.style, Align.RIGHT)
        word = small(self.page, name_of(light, profile.terms), _QUIET, 40)
        self.page.text(x + 35, line, word.text, word.style)


def _first(found: list[list[Meaning]]) -> list[tuple[bool, list[Meaning]]]:
    return [(place == 0, note) for place, note in enumerate(found)]
