"""What every page can do: say its heading, list its deeds, reload when its tables moved."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QMargins, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.scrollbar import WIDTH

if TYPE_CHECKING:
    from app.ui.gateway import Change

# The navigation's line takes one pixel of the left margin of 32.
MARGINS = QMargins(31, 16, 32, 16)
# Where a scroll bar stands at the right edge: it lies in the margin.
BESIDE_BAR = MARGINS - QMargins(0, 0, WIDTH, 0)


class Page(QWidget):
    """One page of the window; subclasses say what they show and how they get it.

    Signals:
        heading_changed: The header has something else to show, or other deeds are possible.
    """

    heading_changed = Signal()

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.gateway = desk.gateway
        self._stale = True
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.gateway.changed.connect(self._on_changed)

    def heading(self) -> Heading:
        """Return what the header shows above this page."""
        raise NotImplementedError

    def deeds(self) -> Sequence[Action]:
        """Return what can be done on this page now, besides the heading's primary action."""
        return ()

    def aim(self, target: object) -> None:
        """Show one thing in particular; called before the page is shown."""

    def come_again(self) -> None:
        """Show the page as it first looked; called when it is chosen while it is shown."""

    def reload(self) -> None:
        """Ask the book again for everything shown."""

    def mark_stale(self) -> None:
        """Reload at once where the page is seen, else when it is shown next."""
        self._stale = True
        if self.isVisible():
            self._freshen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._freshen()

    def _freshen(self) -> None:
        self._stale = False
        self.reload()

    @Slot(object)
    def _on_changed(self, change: "Change") -> None:
        if change.tables & self.DEPENDS_ON:
            self.mark_stale()
