"""The latest referrals of a member, one way: with whom, how far, for how long."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.passed_on import Passed
from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.kit.section import SectionHead
from app.ui.referrals.states import age_words, paint_state
from app.ui.slips.cells import paint_side
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_ROW = 26
_MOST = 5
_NAME = 118
_AGE = 44
_STALE = 64


class ReferralPanel(QWidget):
    """Five referrals under a head; open ones that rest longest are not hidden by newer ones."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._head = SectionHead(title, quiet=False)
        self._rows = _Rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._rows)
        layout.addStretch(1)

    def show_rows(self, rows: Sequence[Passed]) -> None:
        """Show other referrals, the latest first."""
        self._head.say(self._title, str(len(rows)))
        self._rows.show_rows(_worth_showing(rows))


class _Rows(QWidget):
    """Paints the rows."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Passed] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Passed]) -> None:
        """Show other rows."""
        self._shown = rows
        words = (f"{row.partner.name}, {row.state.value}, {age_words(row)}" for row in rows)
        self.setAccessibleDescription("; ".join(words))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _ROW * max(1, len(self._shown)))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        if not self._shown:
            area = QRectF(0, 0, self.width(), _ROW)
            brush.text(painter, area, _("none yet"), font=typeface.font(), colour=shades.muted)
        for place, row in enumerate(self._shown):
            self._paint_row(painter, QRectF(0, place * _ROW, self.width(), _ROW), row)

    def _paint_row(self, painter: QPainter, area: QRectF, row: Passed) -> None:
        name = min(_NAME, area.width() * 0.42)
        paint_side(painter, QRectF(0, area.top(), name - 4, _ROW - 1), row.partner)
        age = _STALE if row.stale else _AGE
        steps = QRectF(name, area.top(), area.width() - name - age, _ROW - 1)
        paint_state(painter, steps, row)
        self._paint_age(painter, QRectF(area.right() - age, area.top(), age, _ROW - 1), row)
        brush.rule(painter, 0, self.width(), area.bottom() - 1)

    def _paint_age(self, painter: QPainter, area: QRectF, row: Passed) -> None:
        shades = tokens()
        words = age_words(row)
        ink = shades.late if row.stale else shades.muted
        font = typeface.font(Size.LABEL, Weight.SEMIBOLD if row.stale else Weight.REGULAR)
        brush.text(painter, area, words, font=font, colour=ink, align=brush.RIGHT)
        if row.stale:
            wide = typeface.metrics(Size.LABEL, Weight.SEMIBOLD).horizontalAdvance(words)
            box = QRectF(area.right() - wide - 20, area.top(), 14, area.height())
            icons.paint(painter, box, "warning", ink, size=14)


def _worth_showing(rows: Sequence[Passed]) -> list[Passed]:
    """Return the latest five; one that rests too long takes the place of the oldest of them."""
    shown = list(rows[:_MOST])
    resting = [row for row in rows if row.stale and row not in shown]
    if resting and len(shown) == _MOST:
        shown[-1] = max(resting, key=lambda row: row.days)
    return shown
