"""Trends: four courses, each beside that of the period before."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.trend_report import TrendReport, trend_report
from app.reports.trend_courses import courses
from app.reports.words import span
from app.rules.courses import course_drawing
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.drawings import DrawingView
from app.ui.kit.section import SectionHead
from app.ui.pictures.base import PicturePage

_COURSES = 4
_GAP = 40
_HEIGHT = 0.46  # of a course's width; on paper they are flatter


class TrendsPage(PicturePage):
    """The same rows and the same drawings as on paper, for the room."""

    REPORT: ClassVar[str] = "trends"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._note = ""
        self._heads = [SectionHead("") for _place in range(_COURSES)]
        self._views = [
            DrawingView(name=_("Course of a figure"), height=_HEIGHT) for _place in range(_COURSES)
        ]
        self._lay_out()

    @override
    def heading(self) -> Heading:
        return self.headed(_("Trends"), self._note)

    @override
    def ask(self, period: Period) -> None:
        self.gateway.read(trend_report, period=period, audience=Audience.ROOM).then(self._on_rows)

    @Slot(object)
    def _on_rows(self, rows: TrendReport) -> None:
        shown = courses(rows)
        for titled, head, view in zip(shown, self._heads, self._views, strict=True):
            head.say(titled.title, titled.note)
            values = "; ".join("–" if one is None else str(one) for one in titled.course.now)
            view.show_drawing(course_drawing(titled.course, _HEIGHT), f"{titled.title}: {values}")
        self._note = _("grey: {before}").format(before=span(rows.before))
        self.heading_changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(8)
        for place, (head, view) in enumerate(zip(self._heads, self._views, strict=True)):
            row, column = divmod(place, 2)
            grid.addWidget(head, row * 2, column)
            grid.addWidget(view, row * 2 + 1, column)
            grid.setColumnStretch(column, 1)
            grid.setRowStretch(row * 2 + 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(31, 20, 32, 16)
        layout.setSpacing(12)
        layout.addWidget(self.period)
        layout.addLayout(grid, 1)
