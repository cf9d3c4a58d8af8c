"""Everybody by two profiles side by side, with the items that make the difference."""

from fractions import Fraction

from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.two_profiles import TwiceScored, TwoProfiles
from app.reports.criteria import points, short_title
from app.reports.criteria_foot import notes
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import small
from app.reports.kit.legend import Meaning
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import MUTED
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD
from app.reports.light_marks import draw_light, name_of
from app.reports.member_table import TEXT, MemberTable
from app.reports.words import for_whom, held_in_words, span
from app.rules.scoring.profile import Light, Profile

_QUIET = Style(7.6, colour=MUTED)
_TOTAL = Style(8.6, Weight.BOLD)
_NAME = 120.0
_ONE, _TWO, _CHANGE, _WHY = 148.0, 228.0, 330.0, 346.0  # from the left margin
_SHOWN = 3  # differences told of a member


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


class _Twice(MemberTable):
    """Both totals of every member and what makes the difference, then the criteria of both."""

    def __init__(self, document: Document, rows: TwoProfiles) -> None:
        names = [(one.name, one.sort_name) for one in rows.members]
        super().__init__(document, names, _notes(rows), name_width=_NAME)
        self.rows = rows

    @override
    def head(self, line: float) -> None:
        page, left = self.page, self.sheet.left
        for at, words in ((_ONE, self.rows.profile.title), (_TWO, self.rows.other.title)):
            head = small(page, words, HEAD, 74)
            page.text(left + at, line, head.text, head.style)
        page.text(left + _CHANGE, line, _("Change"), HEAD, Align.RIGHT)
        page.text(left + _WHY, line, _("What makes it"), HEAD)

    @override
    def row(self, place: int, line: float) -> None:
        page, left, row = self.page, self.sheet.left, self.rows.members[place]
        self._standing(left + _ONE, line, row.total, row.light, self.rows.profile)
        self._standing(left + _TWO, line, row.other_total, row.other_light, self.rows.other)
        page.text(left + _CHANGE, line, change_in_words(row, self.rows), TEXT, Align.RIGHT)
        told = small(page, why(row, self.rows), _QUIET, self.sheet.right - left - _WHY)
        page.text(left + _WHY, line, told.text, told.style)

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


def _notes(rows: TwoProfiles) -> list[list[Meaning]]:
    """Return the criteria of both, each headed by its title and its days."""
    found = []
    for profile, window in ((rows.profile, rows.window), (rows.other, rows.other_window)):
        first, *others = notes(profile, rows.money)
        found += [[Meaning(profile.title, span(window)), *first], *others]
    return found
