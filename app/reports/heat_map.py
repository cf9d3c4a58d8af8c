"""Members down, twelve months across: each total on the tint of its colour, beside its shape."""

from fractions import Fraction

from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.heat_map import HeatMap
from app.reports.criteria import points
from app.reports.criteria_foot import notes, profile_in_words
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import MUTED, QUIET
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD
from app.reports.light_marks import draw_light, name_of
from app.reports.member_table import NAME, TEXT, MemberTable
from app.reports.words import for_whom, sentence
from app.rules.scoring.profile import Light

_SMALL = Style(7.4, colour=MUTED)
_LAST = Style(8.2, Weight.BOLD)
_NAME, _COUNTS = 130.0, 11.0


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


class _Map(MemberTable):
    """A shape and a total in every month of every member, then how many had which colour."""

    def __init__(self, document: Document, rows: HeatMap) -> None:
        names = [(one.name, one.sort_name) for one in rows.members]
        below = len(Light) * _COUNTS if rows.members else 0.0
        super().__init__(
            document, names, notes(rows.profile, rows.money), name_width=_NAME - 4, below=below
        )
        self.rows = rows
        self.first = self.sheet.left + NAME + _NAME
        self.step = (self.sheet.right - self.first) / len(rows.months)

    @override
    def head(self, line: float) -> None:
        for place, month in enumerate(self.rows.months):
            name = formats.month(month).partition(" ")[0][:3]
            self.page.text(self._middle(place), line, name, HEAD, Align.CENTRE)

    @override
    def row(self, place: int, line: float) -> None:
        row = self.rows.members[place]
        last = len(row.totals) - 1
        for month, (total, light) in enumerate(zip(row.totals, row.lights, strict=True)):
            self._cell(month, line, total, light, strong=month == last)

    @override
    def foot(self) -> None:
        for light in Light if self.rows.members else ():
            self.y += _COUNTS
            line = self.y - 1.3
            draw_light(self.page, self.sheet.left + NAME, line - 2.9, light, 5.6)
            name = name_of(light, self.rows.profile.terms)
            self.page.text(self.sheet.left + NAME + 10, line, name, _SMALL)
            for month in range(len(self.rows.months)):
                count = sum(one.lights[month] is light for one in self.rows.members)
                style = TEXT if count else TEXT.coloured(QUIET)
                self.page.text(self._middle(month) + 9, line, str(count), style, Align.RIGHT)

    def _middle(self, month: int) -> float:
        return self.first + (month + 0.5) * self.step

    def _cell(
        self, month: int, line: float, total: Fraction | None, light: Light | None, *, strong: bool
    ) -> None:
        page, end = self.page, self._middle(month) + 9
        if total is None or light is None:
            page.text(end, line, formats.DASH, TEXT.coloured(QUIET), Align.RIGHT)
            return
        draw_light(page, end - 21, line - 2.9, light, 5.6)
        shown = points(total, self.rows.profile)
        page.text(end, line, shown, _LAST if strong else TEXT, Align.RIGHT)
