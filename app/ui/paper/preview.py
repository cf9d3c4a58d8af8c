"""The pages of a document, one under the other, as wide as there is room."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _, ngettext
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.scrollbar import keep_place
from app.ui.paper.rendering import Look, PagePicture, PageSize
from app.ui.theme import tokens

_GAP = 16
_MOST_WIDTH = 920
_KEPT = 8  # pictures of pages; the one not seen for longest goes first


class Preview(QScrollArea):
    """Scrolls through pages; arrow and page keys move. Pages are drawn when they are scrolled to.

    Signals:
        wanted: A page is seen that has no picture yet. Carries its number from 0.
    """

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaves = _Leaves(self.wanted.emit)
        self.setWidgetResizable(True)
        self.setWidget(self._leaves)
        keep_place(self)
        self.setAccessibleName(_("Preview"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> int:
        """The number, from 0, of the page that is looked at: the one most of is seen."""
        top = self.verticalScrollBar().value()
        return self._leaves.most_seen(top, top + self.viewport().height())

    def show_look(self, look: Look) -> None:
        """Show another document."""
        self._leaves.show_look(look)
        count = len(look.sizes)
        self.setAccessibleName(ngettext("Preview, {n} page", "Preview, {n} pages", count))

    def show_pages(self, pictures: Sequence[PagePicture]) -> None:
        """Show a document of few pages, all of them drawn."""
        sizes = tuple(PageSize(one.width, one.height) for one in pictures)
        self.show_look(Look(sizes, tuple(pictures)))

    def show_page(self, number: int, picture: PagePicture) -> None:
        """Show the picture of a page that was wanted."""
        self._leaves.show_page(number, picture)

    def say(self, words: str) -> None:
        """Show words in place of pages."""
        self._leaves.say(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leaves.fit(self.viewport().width())


class _Leaves(QWidget):
    def __init__(self, want: Callable[[int], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._want = want
        self._sizes: Sequence[PageSize] = ()
        self._pictures: OrderedDict[int, PagePicture] = OrderedDict()
        self._asked: set[int] = set()
        self._words = ""
        self._room = 100
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_look(self, look: Look) -> None:
        self._sizes, self._words = look.sizes, ""
        self._pictures = OrderedDict(enumerate(look.pictures))
        self._asked = set()
        self.fit(self._room)

    def show_page(self, number: int, picture: PagePicture) -> None:
        self._pictures[number] = picture
        self._asked.discard(number)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.update()

    def say(self, words: str) -> None:
        self._sizes, self._words = (), words
        self._pictures.clear()
        self.fit(self._room)

    def fit(self, room: int) -> None:
        self._room = room
        self.setMinimumHeight(self._height())
        self.updateGeometry()
        self.update()

    def most_seen(self, top: float, bottom: float) -> int:
        """Return the page of which most stands between two heights."""
        seen = [min(area.bottom(), bottom) - max(area.top(), top) for area in self._places()]
        return seen.index(max(seen)) if seen else 0

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
        for number, area in enumerate(self._places()):
            if area.intersects(QRectF(event.rect())):
                self._paint_page(painter, number, area)

    def _paint_page(self, painter: QPainter, number: int, area: QRectF) -> None:
        brush.panel(painter, area.adjusted(-1, -1, 1, 2), fill=tokens().line, radius=1)
        picture = self._pictures.get(number)
        if picture is not None:
            self._pictures.move_to_end(number)
            painter.drawImage(area, picture.image)
            return
        painter.fillRect(area, Qt.GlobalColor.white)
        if number not in self._asked:
            self._asked.add(number)
            self._want(number)

    def _places(self) -> Iterator[QRectF]:
        """Yield where each page stands."""
        top = 0.0
        width = min(self._room - 4, _MOST_WIDTH)
        left = (self.width() - width) / 2
        for size in self._sizes:
            area = QRectF(left, top + 1, width, width * size.height / size.width)
            yield area
            top = area.bottom() + _GAP

    def _height(self) -> int:
        places = list(self._places())
        return max(round(places[-1].bottom() + _GAP), 80) if places else 80
