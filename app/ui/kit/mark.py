"""An attendance mark: quiet when present, solid when absent, dashed while blank."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import Tone, colour, mix, tokens
from app.ui.typeface import Size, Weight

WIDTH, HEIGHT = 22, 18
# A hair under 13 %, so that the late L keeps a contrast of 4.5 : 1 on its own tint.
TINT = 0.125
_TINTED = {"L": Tone.LATE, "M": Tone.MEDICAL, "S": Tone.SUBSTITUTE}


def paint_mark(
    painter: QPainter, centre: QPointF, mark: str, *, width: int = WIDTH, height: int = HEIGHT
) -> None:
    """Draw a mark (``P A L M S``, or nothing for a blank one) round a point."""
    left, top = round(centre.x() - width / 2), round(centre.y() - height / 2)
    area = QRectF(left, top, width, height)
    shades = tokens()
    ink, weight = shades.muted, Weight.BOLD
    if mark in _TINTED:
        ink = colour(_TINTED[mark]).name()
        fill, line = mix(ink, shades.surface, TINT), mix(ink, shades.surface, 0.45)
        brush.panel(painter, area, fill=fill, line=line, radius=4)
    elif mark == "A":
        ink = shades.on_absent
        brush.panel(painter, area, fill=shades.absent, radius=4)
    elif mark:
        weight = Weight.REGULAR
    else:
        brush.panel(painter, area, line=shades.muted, radius=4, dashes=(2, 2))
    font = typeface.font(Size.LABEL, weight)
    brush.text(painter, area, mark, font=font, colour=ink, align=brush.CENTRE)


class MarkCell(QWidget):
    """One mark on a page, such as in a legend."""

    def __init__(self, mark: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name = name
        self.show_mark(mark)

    def show_mark(self, mark: str) -> None:
        """Show another mark, or a blank one."""
        self._mark = mark
        self.setAccessibleName(self._name or mark or _("blank"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_mark(QPainter(self), QRectF(self.rect()).center(), self._mark)
