"""The heads of a table: small grey words on a line, aligned as their figures."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

HEIGHT = 32
PADDING = 8
_SIGN = 12


class TableHeader(QHeaderView):
    """Paints column heads; a small chevron tells the order of the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setMouseTracking(True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        area = QRectF(rect)
        shades = tokens()
        align = self._alignment(section)
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        place = area.adjusted(PADDING, 0, -PADDING, -2)
        font = typeface.font(Size.LABEL, Weight.SEMIBOLD if sorted_here else Weight.MEDIUM)
        ink = shades.text if sorted_here else shades.muted
        words = self._words(section)
        wide = min(
            typeface.metrics(Size.LABEL, Weight.SEMIBOLD).horizontalAdvance(words), place.width()
        )
        if sorted_here:
            self._paint_order(painter, place, wide, align)
        brush.text(painter, place, words, font=font, colour=ink, align=align)
        brush.rule(painter, area.left(), area.right() + 1, area.bottom() - 1, colour=shades.text)
        painter.restore()

    def _paint_order(
        self, painter: QPainter, place: QRectF, wide: float, align: Qt.AlignmentFlag
    ) -> None:
        rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        if align & Qt.AlignmentFlag.AlignRight:
            left = place.right() - wide - _SIGN - 3
        else:
            left = place.left() + wide + 3
        box = QRectF(max(place.left() - PADDING, left), place.top(), _SIGN, place.height())
        icons.paint(
            painter, box, "chevron-up" if rising else "chevron-down", tokens().text, size=_SIGN
        )

    def _words(self, section: int) -> str:
        model = self.model()
        return str(model.headerData(section, Qt.Orientation.Horizontal) or "") if model else ""

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        role = Qt.ItemDataRole.TextAlignmentRole
        stored = self.model().headerData(section, Qt.Orientation.Horizontal, role)
        return stored if isinstance(stored, Qt.AlignmentFlag) else brush.LEFT
