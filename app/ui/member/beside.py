"""Panels side by side, as many as find room, the others below."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

_LEAST = 290
_GAP = 25
_BELOW = 16


class Beside(QWidget):
    """Gives each panel its share of the width, and a row of its own where the page is narrow.

    Without ``shares`` all are as wide; panels that are hidden leave their place to the others.
    """

    def __init__(self, panels: Sequence[QWidget], *, shares: Sequence[int] = ()) -> None:
        super().__init__()
        self._panels = panels
        self._shares = shares or (1,) * len(panels)
        self._arranged: tuple[Sequence[int], int] = ((), 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_BELOW)
        self._place(range(len(panels)), len(panels))

    def arrange(self) -> None:
        """Place the panels anew, since some were shown or hidden."""
        shown = [place for place, panel in enumerate(self._panels) if not panel.isHidden()]
        fit = (self.width() + _GAP) // (_LEAST + _GAP)
        across = max(1, min(len(shown), fit))
        if (shown, across) != self._arranged:
            self._arranged = shown, across
            self._place(shown, across)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _place(self, shown: Sequence[int], across: int) -> None:
        for column in range(len(self._panels)):
            self._grid.setColumnStretch(column, 0)
        for place, number in enumerate(shown):
            self._grid.addWidget(self._panels[number], place // across, place % across)
            share = self._shares[number] if across == len(shown) else 1
            self._grid.setColumnStretch(place % across, share)
