"""The foot of a list: its keys, each of which a click does too, and what the rows add up to."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.ui.actions import Action
from app.ui.kit import brush
from app.ui.kit.label import PlainLabel
from app.ui.meeting.key_hint import KeyHint, KeyRow
from app.ui.tables import Table
from app.ui.typeface import Weight

_APART = 20
_HEIGHT = 36


class ListFoot(QWidget):
    """Stands under a table on a hairline."""

    def __init__(
        self,
        table: Table,
        deeds: Callable[[Any], Sequence[Action]],
        hints: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Show keys and words; a key is found among the deeds of the current row."""
        super().__init__(parent)
        self._table, self._deeds = table, deeds
        made = [KeyHint(key, words) for key, words in hints]
        for hint, (key, _words) in zip(made, hints, strict=True):
            hint.clicked.connect(partial(self._press, key))
        self._sum = PlainLabel(weight=Weight.SEMIBOLD, align=brush.RIGHT)
        self._sum.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 1, 8, 0)
        layout.addWidget(KeyRow(made, [_APART] * len(made)), 1)
        layout.addWidget(self._sum)

    def say(self, words: str) -> None:
        """Say what the rows shown add up to."""
        self._sum.say(words)
        self._sum.updateGeometry()

    @property
    def words(self) -> str:
        """What the rows shown add up to."""
        return self._sum.text()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        brush.rule(QPainter(self), 0, self.width(), 0)

    def _press(self, key: str, _checked: object = None) -> None:
        row = self._table.current()
        if row is None:
            return
        deeds = self._deeds(row)
        deed = next((one for one in deeds if key in one.key.split("|")), None)
        if deed is not None and deed.enabled:
            deed.run()
