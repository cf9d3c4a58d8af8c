"""What is seen while a whole book is worked on: what is done to it, in the window's own place."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui.kit.centred import centre
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone, theme, tokens
from app.ui.typeface import Size, Weight


class Waiting(QWidget):
    """Takes no entry; nothing is harmed by closing it."""

    def __init__(
        self, book: str, doing: str, hint: str, place: QRect, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(book)
        self.setAccessibleName(doing)
        self.setGeometry(place)
        self.doing = doing
        self._bar = QProgressBar()
        self._bar.setAccessibleName(_("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self.advance(0, 0)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(PlainLabel(book, size=Size.FIGURE, weight=Weight.SEMIBOLD))
        column.addWidget(PlainLabel(doing, wrap=True))
        column.addSpacing(8)
        column.addWidget(self._bar)
        column.addSpacing(8)
        column.addWidget(PlainLabel(hint, tone=Tone.MUTED, wrap=True))
        centre(self, column)
        theme().changed.connect(self.update)

    def advance(self, done: int, of: int) -> None:
        """Show how far it is; an unknown end only moves."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens().window))


def up_to_date_words() -> tuple[str, str]:
    """Return what is done to a book of an earlier version, and what to know of it meanwhile."""
    return (
        _("Bringing the book up to date for this version …"),
        _(
            "First a copy of it is kept as it is. You may close the window: it is finished all "
            "the same."
        ),
    )
