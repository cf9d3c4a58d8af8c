"""Panels side by side, as many as find room, the others below."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

_LEAST = 290
_GAP = 25
_BELOW = 16


class Beside(QWidget):
    """Gives each panel the same width, and a row of its own where the page is narrow."""

    def __init__(self, panels: Sequence[QWidget]) -> None:
        super().__init__()
        self._panels = panels
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_BELOW)
        self._arrange(len(panels))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit = (self.width() + _GAP) // (_LEAST + _GAP)
        self._arrange(max(1, min(len(self._panels), fit)))

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, panel in enumerate(self._panels):
            self._grid.addWidget(panel, place // across, place % across)
            self._grid.setColumnStretch(place, 1 if place < across else 0)
