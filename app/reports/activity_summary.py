"""The attendance and activity summary: one row a member, every figure of a period."""

from app import formats
from app.i18n import _
from app.queries.activity_summary import ActivitySummary, Figures, MemberLine
from app.reports.activity_columns import Heights, Layout, heights, layout
from app.reports.activity_legend import draw_legend, legend_height
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import small
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import (
    FIFTH_LINE,
    FINE,
    HAIRLINE,
    INK,
    MUTED,
    QUIET,
    ROW_LINE,
    RULE,
    STRONG,
    THIN,
    WHITE,
)
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import FIFTH, HEAD
from app.reports.words import for_whom, held_in_words, listed_by, sentence, span

_GROUP = Style(7.2, colour=MUTED)
_GROUPED_FROM = 1000
_HEADS = 26.0  # from the page's rule to the line under the column heads


def pdf(rows: ActivitySummary, sheet: Sheet) -> bytes:
    """Draw the summary on landscape pages: up to sixty members on one."""
    document = Document(sheet.turned(), _masthead(rows))
    table = _Table(document, rows)
    table.draw()
    return document.finish()


def _masthead(rows: ActivitySummary) -> Masthead:
    held = held_in_words(rows.held, rows.official, rows.official_meetings)
    return Masthead(
        title=_("Attendance and activity"),
        subtitle=sentence(held),
        chapter=rows.chapter,
        span=span(rows.period),
        audience=for_whom(rows.audience),
        mark=_("Provisional") if rows.held.provisional else "",
    )


class _Table:
    """The table on its way down the pages."""

    def __init__(self, document: Document, rows: ActivitySummary) -> None:
        self.document = document
        self.rows = rows
        self.page, rule = document.turn()
        room = document.sheet.foot - rule - _HEADS
        self.legend = legend_height(self.page, rows)
        self.heights: Heights = heights(len(rows.members), room, self.legend)
        self.text = Style(self.heights.size)
        self.layout = self._layout()
        self.y = self._head(rule)

    def _layout(self) -> Layout:
        width, members = self.page.width, self.rows.members
        names = (width(listed_by(one.name, one.sort_name), self.text) for one in members)
        seats = (width(_seat(one), self.text) for one in members)
        return layout(self.document.sheet, max(names, default=0), max(seats, default=0))

    def draw(self) -> None:
        """Draw members page by page, then everybody else, the total and the legend."""
        number = 0
        for place, count in enumerate(self._pages()):
            if place:
                self.page, rule = self.document.turn()
                self.y = self._head(rule)
            for member in self.rows.members[number : number + count]:
                number += 1
                self._member(number, member)
        self._others()
        draw_legend(self.page, self.y, self.rows)

    def _pages(self) -> list[int]:
        sheet, tall = self.document.sheet, self.heights
        return breaks(
            len(self.rows.members),
            tall.row,
            first=sheet.foot - self.y,
            later=sheet.foot - LATER_RULE - _HEADS,
            tail=tall.tail(self.legend),
        )

    def _head(self, rule: float) -> float:
        """Draw the words of the groups and the heads of the columns; return their line."""
        page, columns = self.page, self.layout
        line = rule + _HEADS
        page.text(columns.name, line - 4.4, _("Member"), HEAD)
        page.text(columns.seat, line - 4.4, _("Seat"), HEAD)
        for group in columns.groups:
            wide = page.text(group.end, line - 15.4, group.words, _GROUP, Align.RIGHT)
            page.rule(group.start, line - 17.8, group.end - wide - 4, HAIRLINE, FINE)
            for figure in group.figures:
                page.text(figure.end, line - 4.4, figure.head, HEAD, Align.RIGHT)
        credited = _("Credited to the giver")
        page.text(columns.amount_end, line - 15.4, credited, _GROUP, Align.RIGHT)
        amount = _("Closed business, {currency}").format(currency=self.rows.money.symbol())
        page.text(columns.amount_end, line - 4.4, amount, HEAD, Align.RIGHT)
        page.rule(page.sheet.left, line, page.sheet.right, INK, RULE)
        return line

    def _member(self, number: int, member: MemberLine) -> None:
        page, columns, text = self.page, self.layout, self.text
        self.y += self.heights.row
        line = self.y - self.heights.rise
        page.text(columns.number_end, line, str(number), _number(text), Align.RIGHT)
        name = small(page, listed_by(member.name, member.sort_name), text, columns.name_width)
        page.text(columns.name, line, name.text, name.style)
        seat = small(page, _seat(member), text.coloured(MUTED), columns.seat_width)
        page.text(columns.seat, line, seat.text, seat.style)
        self._absences(member.figures, line)
        self._figures(member.figures, line, text)
        if number % FIFTH == 0 or number == len(self.rows.members):
            page.rule(page.sheet.left, self.y, page.sheet.right, FIFTH_LINE, FINE)
        else:
            page.rule(page.sheet.left, self.y, page.sheet.right, ROW_LINE, THIN)

    def _absences(self, figures: Figures, line: float) -> None:
        """Set the figure of those who reached the limit in white on black."""
        if self._at_limit(figures):
            end, size = self.layout.groups[0].figures[1].end, self.text.size
            self.page.block(end - 9.6, line - size * 0.83, 13, size * 1.06, INK)

    def _at_limit(self, figures: Figures) -> bool:
        allowed = self.rows.absences_allowed
        return allowed is not None and figures.absent is not None and figures.absent >= allowed

    def _figures(self, figures: Figures, line: float, text: Style) -> None:
        page, columns = self.page, self.layout
        for figure in columns.figures:
            value: int | None = getattr(figures, figure.name)
            style = text
            if text.weight is Weight.REGULAR:
                style = self._style(figures, figure.name, value)
            page.text(figure.end, line, self._count(value), style, Align.RIGHT)
        amount, style = self._amount(figures, text)
        page.text(columns.amount_end, line, amount, style, Align.RIGHT)

    def _count(self, value: int | None) -> str:
        if value is None or value < _GROUPED_FROM:
            return formats.dash(value)
        return formats.grouped(value, self.rows.money.grouping)

    def _style(self, figures: Figures, name: str, value: int | None) -> Style:
        if not value:
            return self.text.coloured(MUTED if value is None else QUIET)
        if name != "absent":
            return self.text
        colour = WHITE if self._at_limit(figures) else INK
        return Style(self.text.size, Weight.BOLD, colour)

    def _amount(self, figures: Figures, text: Style) -> tuple[str, Style]:
        if figures.closed_business is None:
            return f"< {self.rows.thankers_shown}", Style(text.size, colour=MUTED)
        quiet = figures.closed_business == 0 and text.weight is Weight.REGULAR
        amount = self.rows.money.whole(figures.closed_business)
        return amount, text.coloured(QUIET) if quiet else text

    def _others(self) -> None:
        """Draw the rows of visitors and the organisation, and the total between strong lines."""
        page, columns, rows = self.page, self.layout, self.rows
        left, right = page.sheet.left, page.sheet.right
        page.rule(left, self.y, right, INK, RULE)
        self._other(_("Visitors"), "", rows.visitors)
        page.rule(left, self.y, right, ROW_LINE, THIN)
        self._other(_("Organisation"), _("other chapters, former members"), rows.organisation)
        page.rule(left, self.y, right, INK, STRONG)
        self.y += self.heights.total
        line = self.y - self.heights.total * 0.33
        bold = Style(self.text.size, Weight.BOLD)
        page.text(columns.name, line, _("Total"), bold)
        self._figures(rows.total, line, bold)
        page.rule(left, self.y, right, INK, STRONG)

    def _other(self, name: str, who: str, figures: Figures) -> None:
        page, columns = self.page, self.layout
        self.y += self.heights.other
        line = self.y - self.heights.rise - (self.heights.other - self.heights.row) / 2
        page.text(columns.name, line, name, self.text)
        told = small(page, who, self.text.coloured(MUTED), columns.seat_width + 8)
        page.text(columns.seat, line, told.text, told.style)
        self._figures(figures, line, self.text)


def _number(text: Style) -> Style:
    return Style(max(text.size - 1.2, 5.8), colour=MUTED)


def _seat(member: MemberLine) -> str:
    if member.left_on is None:
        return member.seat
    left = _("left {day}").format(day=formats.day_short(member.left_on))
    return f"{member.seat}, {left}" if member.seat else left
