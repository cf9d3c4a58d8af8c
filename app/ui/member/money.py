"""What a member earned and whom he thanked for it: for his own eyes only."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.own_money import Earned, OwnMoney
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.section import SectionHead
from app.ui.slips.cells import paint_side
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_ROW = 26
_MOST = 8
_DAY, _NAME, _AMOUNT = 56, 190, 90


class MoneyPanel(QWidget):
    """The latest amounts under a head with their total."""

    def __init__(self) -> None:
        super().__init__()
        self._head = SectionHead(_("Money received"))
        self._rows = _Rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._rows)
        layout.addStretch(1)

    def show_money(self, own: OwnMoney, money: Money) -> None:
        """Show what another member earned."""
        total = f"{money.symbol()} {money.whole(own.received)}"
        self._head.say(_("Money received"), total if own.earned else "")
        self._rows.show_rows(own.earned, money)


class _Rows(QWidget):
    """Paints day, whom he thanked, for what, and how much it was."""

    def __init__(self) -> None:
        super().__init__()
        self._earned: Sequence[Earned] = ()
        self._money = Money()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, earned: Sequence[Earned], money: Money) -> None:
        """Show other rows."""
        self._earned, self._money = earned, money
        told = (f"{one.thanked.name} {money.whole(one.amount)}" for one in earned)
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        more = len(self._earned) > _MOST
        return QSize(240, _ROW * (max(1, min(len(self._earned), _MOST)) + more))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self._earned[:_MOST]
        if not shown:
            self._say(painter, 0, _("none recorded in these months"))
        for place, one in enumerate(shown):
            self._paint_row(painter, QRectF(0, place * _ROW, self.width(), _ROW), one)
        rest = len(self._earned) - len(shown)
        if rest:
            self._say(painter, _MOST * _ROW, ngettext("and {n} earlier", "and {n} earlier", rest))

    def _say(self, painter: QPainter, top: float, words: str) -> None:
        area = QRectF(0, top, self.width(), _ROW)
        brush.text(painter, area, words, font=typeface.font(), colour=tokens().muted)

    def _paint_row(self, painter: QPainter, area: QRectF, one: Earned) -> None:
        shades = tokens()
        small = typeface.font(Size.LABEL, Weight.MEDIUM)
        day = QRectF(0, area.top(), _DAY, _ROW - 1)
        words = formats.day_short(one.held_on)
        brush.text(painter, day, words, font=small, colour=shades.muted)
        name = min(_NAME, area.width() * 0.4)
        paint_side(painter, QRectF(_DAY, area.top(), name - 8, _ROW - 1), one.thanked)
        note = QRectF(_DAY + name, area.top(), area.width() - _DAY - name - _AMOUNT, _ROW - 1)
        said = ", ".join(filter(None, (one.note, _("repeat") if one.repeat else "")))
        brush.text(painter, note, said, font=small, colour=shades.muted)
        figure = typeface.font(Size.BODY, Weight.SEMIBOLD)
        amount = self._money.whole(one.amount)
        brush.text(painter, area, amount, font=figure, colour=shades.text, align=brush.RIGHT)
        brush.rule(painter, 0, self.width(), area.bottom() - 1)
