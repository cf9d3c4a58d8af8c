"""What is seen while the rest of the program is being loaded: an empty window in its place."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.i18n import _
from app.ui.memory import Memory

_WIDTH, _HEIGHT = 1280, 800


class Threshold(QWidget):
    """Stands where the window will stand; once it is painted, it has the rest loaded."""

    def __init__(self, memory: Memory, enter: Callable[[], object]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Chapterhouse")
        self.setAccessibleName(_("Chapterhouse is opening"))
        self._enter = enter
        self._painted = False
        if not memory.restore_geometry(self):
            self.resize(_WIDTH, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._go_in)

    @Slot()
    def _go_in(self) -> None:
        self._enter()
        self.close()
