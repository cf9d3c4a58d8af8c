"""Facts in two columns: a name, and its figure at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_LINE = 28


class Facts(QWidget):
    """Lines of name and figure on hairlines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show other facts: pairs of name and figure."""
        self._facts = tuple(facts)
        self.setAccessibleName("; ".join(f"{name} {figure}" for name, figure in facts))
        self.setFixedHeight(max(_LINE * len(self._facts), 1))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, max(_LINE * len(self._facts), 1))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        figure_font = typeface.font(Size.BODY, Weight.MEDIUM)
        for place, (name, figure) in enumerate(self._facts):
            line = QRectF(0, place * _LINE, self.width(), _LINE - 1)
            wide = brush.text(
                painter, line, figure, font=figure_font, colour=shades.text, align=brush.RIGHT
            )
            room = line.adjusted(0, 0, -wide - 12, 0)
            brush.text(painter, room, name, font=typeface.font(), colour=shades.muted)
            brush.rule(painter, 0, self.width(), line.bottom())
