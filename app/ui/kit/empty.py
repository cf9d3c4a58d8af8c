"""An empty place that says what to do first."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui import icons
from app.ui.actions import Action
from app.ui.kit import brush
from app.ui.kit.button import Button
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone, tokens
from app.ui.typeface import Size, Weight

_SIGN = 32
_WIDTH = 480


class EmptyState(QWidget):
    """A sign, a line of what is missing, a line of what to do, and the button for it."""

    def __init__(
        self,
        title: str,
        hint: str = "",
        *,
        icon: str = "info",
        action: Action | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._title = PlainLabel(size=Size.SECTION, weight=Weight.SEMIBOLD, align=brush.CENTRE)
        self._hint = PlainLabel(tone=Tone.MUTED, align=brush.CENTRE, wrap=True)
        self._action = action
        self._button = Button("")
        self._button.clicked.connect(self._on_clicked)
        self._lay_out()
        self.say(title, hint, action)

    @property
    def words(self) -> str:
        """What is missing."""
        return self._title.text()

    def say(self, title: str, hint: str = "", action: Action | None = None) -> None:
        """Show other words."""
        self._action = action
        self._title.say(title)
        self._hint.say(hint)
        self._hint.setVisible(bool(hint))
        self._button.setVisible(action is not None)
        if action is not None:
            self._button.relabel(action.text, action.icon)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(2)
        column.addSpacing(_SIGN + 8)
        for part in (self._title, self._hint):
            part.setFixedWidth(_WIDTH)
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(column)
        layout.addStretch(1)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = self._title.y() - _SIGN - 8
        area = QRectF((self.width() - _SIGN) / 2, top, _SIGN, _SIGN)
        icons.paint(painter, area, self._icon, tokens().before, size=_SIGN)

    @Slot()
    def _on_clicked(self) -> None:
        if self._action is not None:
            self._action.run()
