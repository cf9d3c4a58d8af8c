"""The list of documents by what they are for, and of those made in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.reports.report import Purpose, Report
from app.reports.stacks import Stack
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.label import PlainLabel
from app.ui.kit.pressable import Pressable
from app.ui.theme import Tone, tokens
from app.ui.typeface import Size, Weight

_ROW = 30
_PAD = 12
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}

Paper = Report | Stack


@dataclass(frozen=True, slots=True)
class Board:
    """One board of the shelf: what its documents are for, and those documents."""

    words: str
    papers: tuple[Paper, ...]


def boards(reports: Sequence[Report], stacks: Sequence[Stack]) -> tuple[Board, ...]:
    """Return the documents by what they are for; those made in one go stand last."""
    found = [
        Board(words, tuple(one for one in reports if one.shelf is purpose))
        for purpose, words in _purposes().items()
    ]
    found.append(Board(_("All in one go"), tuple(stacks)))
    return tuple(board for board in found if board.papers)


def _purposes() -> dict[Purpose, str]:
    return {
        Purpose.FIGURES: _("Figures"),
        Purpose.BEFORE: _("Before a meeting"),
        Purpose.AFTER: _("After a meeting"),
        Purpose.SCORES: _("Scores"),
        Purpose.MEMBER: _("For one member"),
        Purpose.PEOPLE: _("Members and visitors"),
        Purpose.BOOK: _("What has changed"),
    }


class Shelf(QScrollArea):
    """Arrow keys and clicks choose a document.

    Signals:
        chosen: Another document was chosen. Carries the Report or the Stack.
    """

    chosen = Signal(object)

    def __init__(self, shown: Sequence[Board], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spines = {one.name: _Spine(one) for board in shown for one in board.papers}
        inside = QWidget()
        inside.setObjectName("plain")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 8, 16)
        layout.setSpacing(0)
        for place, board in enumerate(shown):
            layout.addSpacing(14 if place else 0)
            head = PlainLabel(board.words, size=Size.LABEL, tone=Tone.MUTED)
            head.setContentsMargins(_PAD, 0, 0, 0)
            head.setFixedHeight(24)
            layout.addWidget(head)
            for one in board.papers:
                self._spines[one.name].clicked.connect(partial(self.chosen.emit, one))
                layout.addWidget(self._spines[one.name])
        layout.addStretch(1)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Reports"))

    def choose(self, paper: Paper) -> None:
        """Mark a document as the one chosen, without telling anybody."""
        spine = self._spines[paper.name]
        spine.setChecked(True)
        self.ensureWidgetVisible(spine, 0, _ROW)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        spines = list(self._spines.values())
        if step is None:
            super().keyPressEvent(event)
            return
        current = next(place for place, spine in enumerate(spines) if spine.isChecked())
        wanted = spines[max(0, min(len(spines) - 1, current + step))]
        wanted.setFocus()
        wanted.click()


class _Spine(Pressable):
    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._title = paper.title()
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(paper.says())
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(_ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _ROW)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore() if event.key() in _STEPS else super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        area = QRectF(self.rect())
        if self.isChecked():
            brush.panel(painter, area, fill=shades.selected)
        elif self._hovered:
            brush.panel(painter, area, fill=shades.hover)
        ink = shades.accent if self.isChecked() else shades.text
        weight = Weight.SEMIBOLD if self.isChecked() else Weight.REGULAR
        font = typeface.font(Size.BODY, weight)
        brush.text(painter, area.adjusted(_PAD, 0, -8, 0), self._title, font=font, colour=ink)
        if self.hasFocus():
            brush.ring(painter, area)
