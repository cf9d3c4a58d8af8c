"""Every key there is, on one sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui import typeface
from app.ui.actions import Action
from app.ui.kit import brush, keycap
from app.ui.kit.sheet import Sheet
from app.ui.theme import tokens

_ROW = 32


class KeysSheet(Sheet):
    """Lists what has a key; nothing to store."""

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__(_("Keys"), stores=False)
        self.body.setSpacing(0)
        for action in actions:
            if action.key:
                self.body.addWidget(_KeyRow(action))
        self.body.addStretch(1)


class _KeyRow(QWidget):
    """What is done, and by which keys."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._action = action
        self.setAccessibleName(f"{action.text}: {action.shown_key}")
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        shades = tokens()
        left = keycap.paint_all(
            painter, area.right(), area.center().y() - 1, self._action.shown_key
        )
        words = QRectF(0, 0, left - 12, area.height() - 1)
        brush.text(painter, words, self._action.text, font=typeface.font(), colour=shades.text)
        brush.rule(painter, 0, area.width(), area.height() - 1)
