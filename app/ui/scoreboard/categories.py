"""The first three of each category, and who has nothing in it yet."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.formats import Money
from app.i18n import _
from app.queries.scoreboard import Category, Leader, Leaders, NotYet
from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_ROW = 28
_HEAD = 128
_SHOWN = 3


def category_word(category: Category) -> str:
    """Return what a category is called."""
    words = {
        Category.REFERRALS: _("Referrals"),
        Category.VISITORS: _("Visitors"),
        Category.ONE_TO_ONES: _("One-to-ones"),
        Category.EDUCATION: _("Education units"),
        Category.CLOSED_BUSINESS: _("Closed business"),
    }
    return words[category]


def nothing_word(category: Category) -> str:
    """Return how those are headed who have nothing in a category."""
    words = {
        Category.REFERRALS: _("No referral"),
        Category.VISITORS: _("No visitor"),
        Category.ONE_TO_ONES: _("No one-to-one"),
        Category.EDUCATION: _("No education"),
        Category.CLOSED_BUSINESS: _("No closed business"),
    }
    return words[category]


class FirstThree(QWidget):
    """One line a category: rank, name and figure of the first three."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaders: Sequence[Leaders] = ()
        self._money = Money()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_leaders(self, leaders: Sequence[Leaders], money: Money) -> None:
        """Show other leaders."""
        self._leaders, self._money = leaders, money
        self.setFixedHeight(max(_ROW * len(leaders), 1))
        self.setAccessibleName(
            "; ".join(
                f"{category_word(one.category)}: {', '.join(place.name for place in one.places)}"
                for one in leaders
            )
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(616, max(_ROW * len(self._leaders), 1))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        for number, one in enumerate(self._leaders):
            top = number * _ROW
            head = QRectF(0, top, _HEAD - 8, _ROW - 1)
            word = category_word(one.category)
            brush.text(painter, head, word, font=typeface.font(), colour=shades.text)
            each = (self.width() - _HEAD) / _SHOWN
            for place, leader in enumerate(one.places[:_SHOWN]):
                area = QRectF(_HEAD + place * each, top, each - 14, _ROW - 1)
                self._paint_leader(painter, area, leader, one.category, first=leader.rank == 1)
            brush.rule(painter, 0, self.width(), top + _ROW - 1)

    def _paint_leader(
        self, painter: QPainter, area: QRectF, leader: Leader, category: Category, *, first: bool
    ) -> None:
        shades = tokens()
        weight = Weight.SEMIBOLD if first else Weight.REGULAR
        ink = shades.text if first else shades.muted
        small = typeface.font(Size.LABEL, weight)
        brush.text(painter, area, str(leader.rank), font=small, colour=ink)
        is_money = category is Category.CLOSED_BUSINESS
        figure = self._money.whole(leader.value) if is_money else str(leader.value)
        font = typeface.font(Size.BODY, weight)
        wide = brush.text(painter, area, figure, font=font, colour=ink, align=brush.RIGHT)
        room = area.adjusted(14, 0, -wide - 8, 0)
        brush.text(painter, room, leader.name, font=font, colour=shades.text)


class NotYetList(QWidget):
    """A line a category: how many have nothing in it, and who."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists: Sequence[NotYet] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lists(self, lists: Sequence[NotYet]) -> None:
        """Show other lists; empty ones are left out."""
        self._lists = [one for one in lists if one.names]
        self.setFixedHeight(max(24 * len(self._lists), 1))
        spoken = "; ".join(
            f"{nothing_word(one.category)}: {', '.join(one.names)}" for one in self._lists
        )
        self.setAccessibleName(spoken)
        self.setToolTip("")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(616, max(24 * len(self._lists), 1))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        bold = typeface.font(Size.BODY, Weight.SEMIBOLD)
        small = typeface.font(Size.LABEL)
        for place, one in enumerate(self._lists):
            line = QRectF(0, place * 24, self.width(), 24)
            brush.text(painter, line, nothing_word(one.category), font=bold, colour=shades.text)
            count = QRectF(96, line.top(), 30, 24)
            brush.text(
                painter, count, str(len(one.names)), font=small, colour=shades.muted,
                align=brush.RIGHT,
            )  # fmt: skip
            names = line.adjusted(134, 0, 0, 0)
            brush.text(
                painter, names, ", ".join(one.names), font=typeface.font(), colour=shades.text
            )
