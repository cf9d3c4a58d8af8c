"""Words on a page: always plain text, since names are typed by strangers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from app.rules.people import level
from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import Tone, colour
from app.ui.typeface import Size, Weight


def tip(words: str) -> str:
    """Return a tool tip that shows words as they are, markup included."""
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{safe}</qt>" if words else ""


class PlainLabel(QLabel):
    """A label of one line that shortens itself, or of several that wrap; never markup."""

    def __init__(
        self,
        words: str = "",
        *,
        size: int = Size.BODY,
        weight: int = Weight.REGULAR,
        tone: Tone = Tone.TEXT,
        align: Qt.AlignmentFlag = brush.LEFT,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(typeface.font(size, weight))
        self.setAlignment(align)
        self.setWordWrap(wrap)
        self.tone = tone
        self._brief = ""
        if not wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(words)

    def say(self, words: str, tone: Tone | None = None, *, brief: str = "") -> None:
        """Show other words, and perhaps another tone; ``brief`` ones where they do not fit."""
        if tone is not None:
            self.tone = tone
        self._brief = brief
        self.setText(level(words))
        self._explain()
        self.update()

    def is_cut(self) -> bool:
        """Tell whether the words do not fit."""
        if self.wordWrap():
            return False
        wanted = self.fontMetrics().horizontalAdvance(self.text())
        return wanted > self.contentsRect().width()

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return hint if self.wordWrap() else QSize(min(hint.width(), 24), hint.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.contentsRect())
        shade = colour(self.tone, enabled=self.isEnabled())
        if self.wordWrap():
            painter.setFont(brush.lettering(self.text(), self.font()))
            painter.setPen(shade)
            flags = self.alignment() | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self.text())
        else:
            words = self._brief if self._brief and self.is_cut() else self.text()
            brush.text(painter, area, words, font=self.font(), colour=shade, align=self.alignment())

    def _explain(self) -> None:
        self.setToolTip(tip(self.text()) if self.is_cut() else "")
