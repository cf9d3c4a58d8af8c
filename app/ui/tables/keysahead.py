"""Keys that are pressed before the first rows of a table have come: kept, and pressed then."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView

from app.ui.tables.model import TableModel

_MOST = 40
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class KeysAhead(QObject):
    """Keeps what is typed into a table that has no rows yet, until the first ones are there.

    Who types fast goes on typing when he has opened a page; the book answers moments later.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._kept: list[QKeyEvent] = []
        self._waits = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._press)

    def begin(self) -> None:
        """Wait for the first rows, which are on their way."""
        self._waits = True

    def keep(self, event: QKeyEvent) -> bool:
        """Keep a key that means a row which is not there yet; tell whether it was kept."""
        plain = not event.modifiers() & ~_PLAIN and event.key() != Qt.Key.Key_Escape
        if not self._waits or not plain or len(self._kept) == _MOST:
            return False
        kind, count = QEvent.Type.KeyPress, event.count()
        again = event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), count
        self._kept.append(QKeyEvent(kind, *again))
        return True

    def forget(self) -> None:
        """Drop what was kept: whoever typed it has turned to something else."""
        self._kept.clear()

    def give_up(self) -> None:
        """Wait no more: there are no rows."""
        self._waits = False
        self.forget()

    @Slot()
    def look(self) -> None:
        """Press what was kept, where the first row is there now."""
        if not self._waits:
            return
        model = self._table.model()
        if isinstance(model, TableModel) and model.rowCount() and model.row(0) is not model.blank:
            self._soon.start()

    @Slot()
    def _press(self) -> None:
        self._waits = False
        kept, self._kept = self._kept, []
        for event in kept:  # a key may lead elsewhere, and the next ones then belong there
            QCoreApplication.sendEvent(QApplication.focusWidget() or self._table, event)
