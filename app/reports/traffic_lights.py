"""The traffic lights: one row a member with each item's value and points, total and colour."""

from typing_extensions import override

from app import formats
from app.i18n import _, ngettext
from app.queries.traffic_lights import LightRow, Shown, TrafficLights
from app.reports.criteria import bands, criteria, points, short_title, weeks_in_words
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import small
from app.reports.kit.legend import Meaning
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import INK, MUTED, QUIET
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD
from app.reports.light_marks import draw_light, name_of
from app.reports.member_table import NAME, TEXT, MemberTable
from app.reports.words import for_whom, held_in_words, span
from app.rules.scoring.exact import shortest

_VALUE = Style(7.6, colour=MUTED)
_POINTS = Style(8.2, Weight.SEMIBOLD)
_TOTAL = Style(9, Weight.BOLD)
_NAME, _WEEKS, _LIGHT = 128.0, 30.0, 52.0
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


class _Lights(MemberTable):
    """Weeks, each item's value and points, the total and its colour."""

    def __init__(self, document: Document, rows: TrafficLights) -> None:
        rules = ([one] for one in criteria(rows.profile, rows.money))
        super().__init__(
            document,
            [(one.name, one.sort_name) for one in rows.members],
            [_counts(rows), *rules, bands(rows.profile), _said(rows)],
            name_width=_NAME - 4,
        )
        self.rows = rows
        self.items = rows.profile.items if rows.shown is Shown.ITEMS else ()
        self.first_item = self.sheet.left + NAME + _NAME + _WEEKS
        self.total_end = self.sheet.right - _LIGHT
        room = self.total_end - 34 - self.first_item
        self.item_width = min(room / len(self.items), 78.0) if self.items else 0.0

    @override
    def head(self, line: float) -> None:
        page = self.page
        if self.rows.members:
            page.text(self.first_item - 6, line, _("Weeks"), HEAD, Align.RIGHT)
            page.text(self.total_end, line, _("Total"), HEAD, Align.RIGHT)
        if self.rows.members and not self.items:
            page.text(self.first_item + 8, line, _("Seat"), HEAD)
        for place, item in enumerate(self.items):
            head = small(page, short_title(item), HEAD, self.item_width - 5)
            page.text(self._end(place), line, head.text, head.style, Align.RIGHT)

    @override
    def row(self, place: int, line: float) -> None:
        row = self.rows.members[place]
        weeks = formats.dash(row.weeks)
        self.page.text(self.first_item - 6, line, weeks, _VALUE, Align.RIGHT)
        self._cells(row, line)
        self._total(row, line)

    def _end(self, place: int) -> float:
        return self.first_item + (place + 1) * self.item_width

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
            style = _POINTS if cell.points else TEXT.coloured(QUIET)
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
