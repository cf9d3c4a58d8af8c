"""The list of pages at the left: icon, word, and a count where something waits."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui import icons, typeface
from app.ui.frame.booktitle import BookTitle
from app.ui.kit import brush
from app.ui.kit.label import tip
from app.ui.kit.pressable import Pressable
from app.ui.pages import PageSpec
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

WIDTH = 201
NARROW = 57
_TOP = 72
_ROW = 32
_PITCH = 34
_GAP = 12
_COUNT = 64


class NavigationRow(Pressable):
    """One page in the list."""

    def __init__(self, page: PageSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self._count = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def count(self, words: str) -> None:
        """Show a count or a few words at the right end."""
        self._count = words
        self._name()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 25, _ROW)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        shades = tokens()
        if self.isChecked():
            brush.panel(painter, area, fill=shades.selected)
        elif self._hovered:
            brush.panel(painter, area, fill=shades.hover)
        sign = shades.accent if self.isChecked() else shades.muted
        icons.paint(painter, QRectF(12, 0, icons.GRID, area.height()), self.page.icon, sign)
        if self.width() > NARROW:
            self._paint_words(painter, area)
        if self.hasFocus() and self.window().isActiveWindow():
            brush.ring(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        shades = tokens()
        right = area.right() - 12
        if self._count:
            font = typeface.font(Size.LABEL, Weight.MEDIUM)
            wide = min(_COUNT, QFontMetricsF(font).horizontalAdvance(self._count))
            place = QRectF(right - wide, area.top(), wide, area.height())
            ink = shades.accent if self.isChecked() else shades.muted
            brush.text(painter, place, self._count, font=font, colour=ink)
            right -= wide + 8
        weight = Weight.SEMIBOLD if self.isChecked() else Weight.REGULAR
        ink = shades.accent if self.isChecked() else shades.text
        place = QRectF(42, area.top(), right - 42, area.height())
        font = typeface.font(Size.BODY, weight)
        brush.text(painter, place, self.page.title, font=font, colour=ink)

    def rename(self, page: PageSpec) -> None:
        """Call the page as it is called now."""
        self.page = page
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(", ".join(filter(None, (self.page.title, self._count))))
        keys = f" ({self.page.key})" if self.page.key else ""
        self.setToolTip(tip(f"{self.page.title}{keys}"))


class Navigation(QWidget):
    """The pages of the window under the name of the chapter.

    Signals:
        chosen: A page was chosen; carries its name.
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.title = BookTitle(self)
        self._group = QButtonGroup(self)
        self._rows = {page.name: NavigationRow(page, self) for page in pages}
        for row in self._rows.values():
            self._group.addButton(row)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setFixedWidth(WIDTH)

    def narrow(self, *, to_icons: bool) -> None:
        """Show icons alone, or icons and words."""
        self.setFixedWidth(NARROW if to_icons else WIDTH)

    def rename(self, pages: Sequence[PageSpec]) -> None:
        """Call the same pages as they are called now."""
        for page in pages:
            self._rows[page.name].rename(page)

    def show_page(self, name: str) -> None:
        """Mark a page as the one shown; none where it is not listed."""
        self._group.setExclusive(False)
        for known, row in self._rows.items():
            row.setChecked(known == name)
        self._group.setExclusive(True)

    @Slot(str, str)
    def count(self, name: str, words: str) -> None:
        """Show a count beside a page's name."""
        row = self._rows.get(name)
        if row is not None:
            row.count(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.fill(painter, QRectF(self.width() - 1, 0, 1, self.height()), tokens().line)
        for y in self._breaks():
            brush.rule(painter, self._inset(), self.width() - 1 - self._inset(), y)

    def _place(self) -> None:
        inset = 12 if self.width() > NARROW else 6
        self.title.setGeometry(inset, 16, self.width() - 1 - 2 * inset, 32)
        for row, y in zip(self._rows.values(), self._tops(), strict=True):
            left = 12 if self.width() > NARROW else 6
            row.setGeometry(left, y, self.width() - 1 - 2 * left, self._row_height())

    def _inset(self) -> int:
        return 24 if self.width() > NARROW else 12

    def _row_height(self) -> int:
        fits = (self.height() - _TOP - 2 * _GAP - 8) // max(1, len(self._rows))
        return max(22, min(_ROW, fits - 2))

    def _tops(self) -> list[int]:
        pitch = self._row_height() + _PITCH - _ROW
        tops, y, group = [], _TOP, 0
        for row in self._rows.values():
            if row.page.group != group:
                group = row.page.group
                y += _GAP
            tops.append(y)
            y += pitch
        return tops

    def _breaks(self) -> list[int]:
        rows = list(self._rows.values())
        tops = self._tops()
        between = zip(rows, rows[1:], tops[1:], strict=False)
        return [
            top - _GAP // 2 - 1 for one, other, top in between if one.page.group != other.page.group
        ]

    @Slot(QAbstractButton)
    def _on_clicked(self, row: QAbstractButton) -> None:
        if isinstance(row, NavigationRow):
            self.chosen.emit(row.page.name)
