"""Keys that do something with the current row of a table, such as Del or Q for “quoted”."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from app.ui.actions import Action
from app.ui.tables.view import Table

_EDITING = QAbstractItemView.State.EditingState


class RowKeys(QObject):
    """Runs the deeds of the current row by their keys, while the table has the focus.

    No shortcuts of the window: a letter typed elsewhere stays a letter. A bar parts two keys
    for one deed, such as ``Q|3``; the first of them is shown.
    """

    def __init__(self, table: Table, deeds: Callable[[Any], Sequence[Action]]) -> None:
        super().__init__(table)
        self._table = table
        self._deeds = deeds
        table.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride
        if event.type() in pressed and isinstance(event, QKeyEvent):
            deed = self._deed(event)
            if deed is not None and event.type() == QEvent.Type.KeyPress:
                deed.run()
            if deed is not None:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _deed(self, event: QKeyEvent) -> Action | None:
        row = self._table.current()
        if row is None or self._table.state() == _EDITING:
            return None
        pressed = QKeySequence(event.modifiers().value & ~_KEYPAD | event.key())
        deeds = (deed for deed in self._deeds(row) if deed.key and deed.enabled)
        return next((one for one in deeds if pressed in _keys(one)), None)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier.value


def _keys(deed: Action) -> list[QKeySequence]:
    return [QKeySequence.fromString(key) for key in deed.key.split("|")]
