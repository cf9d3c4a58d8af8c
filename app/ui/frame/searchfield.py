"""The search field in the header: pressed or typed into, it opens the palette."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui import icons, typeface
from app.ui.kit import brush, keycap
from app.ui.kit.pressable import Pressable
from app.ui.theme import tokens

_WIDTH = 216
_HEIGHT = 32


class SearchField(Pressable):
    """Looks like a field, since that is what one searches with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _("Search or do")
        self.setAccessibleName(_("Search or do (Ctrl+K)"))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.narrow(to_icons=False)

    def narrow(self, *, to_icons: bool) -> None:
        """Shrink to the magnifier, or show the words too."""
        self.setFixedSize(QSize(36 if to_icons else _WIDTH, _HEIGHT))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        shades = tokens()
        line = shades.before if self._hovered else shades.line
        brush.panel(painter, area, fill=shades.surface, line=line)
        icons.paint(painter, QRectF(8, 0, 20, area.height()), "search", shades.muted)
        if self.width() >= _WIDTH:
            place = area.adjusted(34, 0, -60, 0)
            brush.text(painter, place, self._words, font=typeface.font(), colour=shades.muted)
            keycap.paint(painter, area.right() - 7, area.height() / 2, "Ctrl K")
        if self.hasFocus():
            brush.ring(painter, area)
