"""The sheet of slips: the list, scrolled where it must be, or what to do first."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.meeting import MeetingSheet
from app.rules.meetings import MeetingState
from app.ui.kit import brush
from app.ui.kit.empty import EmptyState
from app.ui.meeting.slip_list import SlipList
from app.ui.theme import tokens


class SlipPanel(QWidget):
    """White, because it is written on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = SlipList()
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.list)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self.list.setAutoFillBackground(False)
        self._empty = EmptyState(_("No slips yet"), icon="referrals")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 1)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.list)
        self.list.current_moved.connect(self._on_moved)

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show the slips of a meeting."""
        self.list.show_sheet(sheet)
        self._stack.setCurrentIndex(0 if sheet.slips else 1)
        draft = sheet.state is MeetingState.DRAFT
        hint = _("Type the first one into the line above, such as “r ann bob kitchen refit”.")
        self._empty.say(_("No slips yet") if draft else _("No slips"), hint if draft else "")
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        shades = tokens()
        area = QRectF(self.rect())
        brush.panel(QPainter(self), area, fill=shades.surface, line=shades.line)

    def _fit(self) -> None:
        self.list.fit(QSize(self.width(), self.height() - 2))  # the bar lies over the margin

    @Slot(QRect)
    def _on_moved(self, area: QRect) -> None:
        middle = area.center()
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, area.height() + 8)
