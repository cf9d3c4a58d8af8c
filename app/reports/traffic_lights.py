"""The traffic lights: one row a member with each item's value and points, total and colour."""

from app import formats
from app.i18n import _, ngettext
from app.queries.traffic_lights import LightRow, Shown, TrafficLights
from app.reports.criteria import bands, criteria, points, short_title, weeks_in_words
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import small
from app.reports.kit.legend import LEADING, Meaning, legend, lines
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import INK, MUTED, QUIET, RULE
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD, Ruling
from app.reports.light_marks import draw_light, name_of
from app.reports.words import for_whom, held_in_words, listed_by, span
from app.rules.scoring.exact import shortest

_TEXT = Style(8.2)
_VALUE = Style(7.6, colour=MUTED)
_POINTS = Style(8.2, Weight.SEMIBOLD)
_TOTAL = Style(9, Weight.BOLD)
_PITCH, _LEAST_PITCH, _RISE, _HEADS = 14.0, 10.6, 0.3, 22.0
_NUMBER, _NAME, _WEEKS, _LIGHT = 17.0, 128.0, 30.0, 52.0
_VALUE_END = 0.62  # of an item's column
_UPRIGHT_ITEMS = 6  # more of them need the long side


def pdf(rows: TrafficLights, sheet: Sheet) -> bytes:
    """Draw the lights, on the long side where the profile has many items."""
    wide = rows.shown is Shown.ITEMS and len(rows.profile.items) > _UPRIGHT_ITEMS
    document = Document(sheet.turned() if wide else sheet, _masthead(rows))
    _Lights(document, rows).draw()
    return document.finish()


def _masthead(rows: TrafficLights) -> Masthead:
    held = held_in_words(rows.held, rows.official, rows.official_meetings)
    used = _("Profile “{title}”, valid from {day}").format(
        title=rows.profile.title, day=formats.day_full(rows.profile.valid_from)
    )
    return Masthead(
        title=_("Traffic lights"),
        subtitle=f"{used} · {held}",
        chapter=rows.chapter,
        span=span(rows.window),
        audience=for_whom(rows.audience),
        mark=_("Provisional") if rows.held.provisional else "",
    )


class _Lights:
    """The table on its way down the pages."""

    def __init__(self, document: Document, rows: TrafficLights) -> None:
        self.document, self.rows = document, rows
        self.page, rule = document.turn()
        self.sheet = document.sheet
        self.items = rows.profile.items if rows.shown is Shown.ITEMS else ()
        self.first_item = self.sheet.left + _NUMBER + 6 + _NAME + _WEEKS
        self.total_end = self.sheet.right - _LIGHT
        room = self.total_end - 34 - self.first_item
        self.item_width = min(room / len(self.items), 78.0) if self.items else 0.0
        rules = ([one] for one in criteria(rows.profile, rows.money))
        self.notes = [_counts(rows), *rules, bands(rows.profile), _said(rows)]
        taken = sum(lines(self.page, note, self.sheet.inner) for note in self.notes)
        self.tail = LEADING * (taken + 1) + 6
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
        line = self.y + LEADING + 4
        for note in self.notes:
            line = legend(self.page, self.sheet.left, line, note, self.sheet.right) + LEADING

    def _pitch(self) -> float:
        """Return a height at which all stand on the page, if there is one."""
        count = max(len(self.rows.members), 1)
        fitting = (self.sheet.foot - self.y - self.tail) / count
        return min(_PITCH, fitting) if fitting >= _LEAST_PITCH else _PITCH

    def _pages(self) -> list[int]:
        later = self.sheet.foot - LATER_RULE - _HEADS
        first = self.sheet.foot - self.y
        count = len(self.rows.members)
        return breaks(count, self.pitch, first=first, later=later, tail=self.tail)

    def _head(self, rule: float) -> float:
        page, line = self.page, rule + _HEADS - 4.4
        page.text(self.sheet.left + _NUMBER + 6, line, _("Member"), HEAD)
        if self.rows.members:
            page.text(self.first_item - 6, line, _("Weeks"), HEAD, Align.RIGHT)
            page.text(self.total_end, line, _("Total"), HEAD, Align.RIGHT)
        if self.rows.members and not self.items:
            page.text(self.first_item + 8, line, _("Seat"), HEAD)
        for place, item in enumerate(self.items):
            head = small(page, short_title(item), HEAD, self.item_width - 5)
            page.text(self._end(place), line, head.text, head.style, Align.RIGHT)
        page.rule(self.sheet.left, rule + _HEADS, self.sheet.right, INK, RULE)
        return rule + _HEADS

    def _end(self, place: int) -> float:
        return self.first_item + (place + 1) * self.item_width

    def _row(self, number: int, row: LightRow) -> None:
        page, left = self.page, self.sheet.left
        self.y += self.pitch
        line = self.y - self.ruling.rise
        page.text(left + _NUMBER, line, str(number), Style(7, colour=MUTED), Align.RIGHT)
        name = small(page, listed_by(row.name, row.sort_name), _TEXT, _NAME - 4)
        page.text(left + _NUMBER + 6, line, name.text, name.style)
        page.text(self.first_item - 6, line, formats.dash(row.weeks), _VALUE, Align.RIGHT)
        self._cells(row, line)
        self._total(row, line)
        self.ruling.line(page, self.y, number)

    def _cells(self, row: LightRow, line: float) -> None:
        if not self.items:
            seat = small(self.page, row.seat, _VALUE, self.total_end - self.first_item - 40)
            self.page.text(self.first_item + 8, line, seat.text, seat.style)
        for place, cell in enumerate(row.cells):
            end = self._end(place)
            before = end - self.item_width * (1 - _VALUE_END)
            percent = " %" if self.items[place].per == "share" else ""
            value = small(self.page, f"{cell.printed}{percent}", _VALUE, self.item_width * 0.55)
            self.page.text(before, line, value.text, value.style, Align.RIGHT)
            style = _POINTS if cell.points else _TEXT.coloured(QUIET)
            shown = points(cell.points, self.rows.profile)
            self.page.text(end, line, shown, style, Align.RIGHT)

    def _total(self, row: LightRow, line: float) -> None:
        page = self.page
        if row.total is None or row.light is None:
            page.text(self.total_end, line, formats.DASH, _VALUE, Align.RIGHT)
            return
        total = points(row.total, self.rows.profile)
        page.text(self.total_end, line, total, _TOTAL, Align.RIGHT)
        draw_light(page, self.total_end + 12, line - 2.9, row.light)
        terms = self.rows.profile.terms
        room = self.sheet.right - self.total_end - 22
        word = small(page, name_of(row.light, terms), _VALUE.coloured(INK), room)
        page.text(self.total_end + 22, line, word.text, word.style)


def _counts(rows: TrafficLights) -> list[Meaning]:
    """Return how many have each colour, and how many no score."""
    said = []
    for one in rows.counted:
        if one.light is None:
            if one.members:
                said.append(Meaning(str(one.members), _("without a score")))
        else:
            said.append(Meaning(str(one.members), name_of(one.light, rows.profile.terms)))
    return said


def _said(rows: TrafficLights) -> list[Meaning]:
    said = [Meaning("", weeks_in_words(rows.profile))]
    least = rows.profile.weeks.least
    words = ngettext("at least {n} week for a score", "at least {n} weeks for a score", least)
    said.append(Meaning(formats.DASH, words))
    if rows.profile.currency and rows.profile.currency != rows.money.currency:
        words = _("amounts are compared with bounds in {theirs}, the book has {ours}")
        said.append(
            Meaning("!", words.format(theirs=rows.profile.currency, ours=rows.money.currency))
        )
    if rows.profile.note:
        said.append(Meaning("", rows.profile.note))
    most = shortest(rows.profile.most)
    said.append(Meaning("", _("{most} points are the most.").format(most=most)))
    return said
