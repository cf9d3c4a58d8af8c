"""The list of documents, each with a line of what it shows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.reports.report import Report
from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.kit.pressable import Pressable
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_ROW = 36
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Shelf(QWidget):
    """Arrow keys and clicks choose a document.

    Signals:
        chosen: Another document was chosen. Carries the Report.
    """

    chosen = Signal(object)

    def __init__(self, reports: Sequence[Report], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spines = {report.name: _Spine(report) for report in reports}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for report in reports:
            spine = self._spines[report.name]
            spine.clicked.connect(partial(self.chosen.emit, report))
            layout.addWidget(spine)
        layout.addStretch(1)
        self.choose(reports[0])

    def choose(self, report: Report) -> None:
        """Mark a document as the one chosen, without telling anybody."""
        self._spines[report.name].setChecked(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        spines = list(self._spines.values())
        if step is None:
            super().keyPressEvent(event)
            return
        current = next(place for place, spine in enumerate(spines) if spine.isChecked())
        wanted = spines[max(0, min(len(spines) - 1, current + step))]
        wanted.setFocus()
        wanted.click()


class _Spine(Pressable):
    def __init__(self, report: Report) -> None:
        super().__init__()
        self._title = report.title()
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(report.says())
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(_ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _ROW)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore() if event.key() in _STEPS else super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        area = QRectF(self.rect())
        if self.isChecked():
            brush.panel(painter, area, fill=shades.selected)
        elif self._hovered:
            brush.panel(painter, area, fill=shades.hover)
        ink = shades.accent if self.isChecked() else shades.text
        icons.paint(painter, QRectF(10, 0, 20, area.height()), "document", ink)
        weight = Weight.SEMIBOLD if self.isChecked() else Weight.REGULAR
        font = typeface.font(Size.BODY, weight)
        brush.text(painter, area.adjusted(40, 0, -8, 0), self._title, font=font, colour=ink)
        if self.hasFocus():
            brush.ring(painter, area)
