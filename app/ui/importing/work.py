"""How far long work has come, and a way to stop it."""

from threading import Event

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.errors import RuleError
from app.i18n import _
from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone

_WHOLE = 1000


class Work(QWidget):
    """A bar with its words and a button; hidden while nothing is done.

    Signals:
        stopped: The work is to end where it stands.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel(tone=Tone.MUTED)
        self._bar = QProgressBar()
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far it has come"))
        stop = Button(_("Stop"), kind=Kind.QUIET, icon="close")
        stop.clicked.connect(self.stopped)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addWidget(stop)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that something is being done."""
        self._words.say(words)
        self._bar.setValue(0)
        self.show()

    def end(self) -> None:
        """Show that nothing is being done."""
        self.hide()

    @Slot(int)
    def advance(self, thousandths: int) -> None:
        """Show how far it has come."""
        self._bar.setValue(thousandths)


class Storing(QObject):
    """Follows an import while it is stored, from the thread that stores it.

    Signals:
        moved: How far it has come, from 0 to 1000.
    """

    moved = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def stop(self) -> None:
        """Let the import fail, which leaves the book as it was."""
        self._stop.set()

    def tell(self, done: int, total: int) -> None:
        """Take note of rows done, of rows in all; refuse to go on once stopped."""
        if self._stop.is_set():
            raise RuleError("import_stopped")
        self.moved.emit(round(_WHOLE * done / max(total, 1)))
