"""The pages of a document, one under the other, as wide as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _, ngettext
from app.ui import typeface
from app.ui.kit import brush
from app.ui.paper.rendering import PagePicture
from app.ui.theme import tokens

_GAP = 16
_MOST_WIDTH = 920


class Preview(QScrollArea):
    """Scrolls through pages; arrow and page keys move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaves = _Leaves()
        self.setWidgetResizable(True)
        self.setWidget(self._leaves)
        self.setAccessibleName(_("Preview"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show another document."""
        self._leaves.show_pages(pages)
        words = ngettext("Preview, {n} page", "Preview, {n} pages", len(pages))
        self.setAccessibleName(words)

    def say(self, words: str) -> None:
        """Show words in place of pages."""
        self._leaves.say(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leaves.fit(self.viewport().width())


class _Leaves(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[PagePicture] = ()
        self._words = ""
        self._room = 100
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        self._pages, self._words = pages, ""
        self.fit(self._room)

    def say(self, words: str) -> None:
        self._pages, self._words = (), words
        self.fit(self._room)

    def fit(self, room: int) -> None:
        self._room = room
        self.setMinimumHeight(self._height())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._room, self._height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._words:
            area = QRectF(0, 24, self.width(), 40)
            brush.text(
                painter, area, self._words, font=typeface.font(), colour=tokens().muted,
                align=brush.CENTRE,
            )  # fmt: skip
        top = 0.0
        for page in self._pages:
            area = self._place(page, top)
            if area.intersects(QRectF(event.rect())):
                brush.panel(painter, area.adjusted(-1, -1, 1, 2), fill=tokens().line, radius=1)
                painter.drawImage(area, page.image)
            top = area.bottom() + _GAP

    def _place(self, page: PagePicture, top: float) -> QRectF:
        width = min(self._room - 4, _MOST_WIDTH)
        left = (self.width() - width) / 2
        return QRectF(left, top + 1, width, width * page.height / page.width)

    def _height(self) -> int:
        top = 0.0
        for page in self._pages:
            top = self._place(page, top).bottom() + _GAP
        return max(round(top), 80)
