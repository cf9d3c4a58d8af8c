"""Who slipped, or who rose: a line each, from what to what and by which items."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.light_changes import Changed
from app.reports.criteria import points, short_title
from app.reports.light_marks import name_of
from app.rules.scoring.profile import Profile
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.label import PlainLabel, tip
from app.ui.kit.light import Light, paint_light
from app.ui.kit.pressable import Pressable
from app.ui.theme import Tone, tokens
from app.ui.typeface import Size, Weight

_ROW = 44
_SIDE = 104


class ChangeList(QWidget):
    """Lines that lead to their members.

    Signals:
        opened: Somebody was pressed. Carries the id.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_changes(self, changes: Sequence[Changed], profile: Profile) -> None:
        """Show others."""
        for line in self._lines:
            self._layout.removeWidget(line)
            line.deleteLater()
        self._lines = [_Line(one, profile) for one in changes]
        for line in self._lines:
            if isinstance(line, _Line):
                line.pressed_on.connect(self.opened)
        if not self._lines:
            self._lines = [PlainLabel(_("Nobody."), tone=Tone.MUTED)]
            self._lines[0].setFixedHeight(32)
        for line in self._lines:
            self._layout.addWidget(line)


class _Line(Pressable):
    pressed_on = Signal(int)

    def __init__(self, one: Changed, profile: Profile) -> None:
        super().__init__()
        self._one, self._profile = one, profile
        self._why = why(one, profile)
        was, now = (name_of(light, profile.terms) for light in (one.was, one.light))
        self.setAccessibleName(f"{one.name}: {was} → {now}")
        self.setAccessibleDescription(self._why)
        self.setToolTip(tip(f"{one.name}: {self._why}"))
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.pressed_on.emit(int(self._one.person_id))

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, _ROW)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades, one = tokens(), self._one
        area = QRectF(self.rect())
        if self._hovered:
            brush.panel(painter, area.adjusted(-4, 1, 4, -2), fill=shades.hover, radius=4)
        upper = QRectF(0, 4, area.width() - _SIDE, 20)
        lower = QRectF(0, 23, area.width(), 17)
        bold = typeface.font(Size.BODY, Weight.MEDIUM)
        brush.text(painter, upper, one.name, font=bold, colour=shades.text)
        small = typeface.font(Size.LABEL)
        brush.text(painter, lower, self._why, font=small, colour=shades.muted)
        self._paint_step(painter, QRectF(area.width() - _SIDE, 4, _SIDE, 20))
        brush.rule(painter, 0, area.width(), area.bottom() - 1)
        if self.hasFocus():
            brush.ring(painter, area.adjusted(0, 1, 0, -2), 4)

    def _paint_step(self, painter: QPainter, area: QRectF) -> None:
        """Draw “▲ 50 → ■ 40”."""
        shades, one = tokens(), self._one
        plain, bold = typeface.font(), typeface.font(Size.BODY, Weight.SEMIBOLD)
        middle = area.center().y()
        paint_light(painter, QPointF(area.left() + 6, middle), Light(one.was.value), 10)
        was = QRectF(area.left() + 14, area.top(), 24, area.height())
        text = points(one.before, self._profile)
        brush.text(painter, was, text, font=plain, colour=shades.muted, align=brush.RIGHT)
        arrow = QRectF(area.left() + 40, area.top(), 22, area.height())
        brush.text(painter, arrow, "→", font=plain, colour=shades.muted, align=brush.CENTRE)
        paint_light(painter, QPointF(area.left() + 70, middle), Light(one.light.value), 10)
        text = points(one.after, self._profile)
        brush.text(painter, area, text, font=bold, colour=shades.text, align=brush.RIGHT)


def why(one: Changed, profile: Profile) -> str:
    """Return which items made the difference: “Visitors 20 → 10, 1-2-1 10 → 5”."""
    named = {item.name: short_title(item) for item in profile.items}
    return ", ".join(
        f"{named[change.item]} {points(change.before, profile)} → {points(change.after, profile)}"
        for change in one.items
    )
