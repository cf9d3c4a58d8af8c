"""One total of the meeting beside the one read aloud, which is typed in its place."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.formats import Money
from app.i18n import _
from app.rules.amounts import amount
from app.rules.slips import SlipKind
from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.kit.label import tip
from app.ui.meeting.inline_field import InlineField
from app.ui.meeting.words import distance, kinds_name
from app.ui.theme import mix, tokens
from app.ui.typeface import Size, Weight

_LABEL = QRectF(0, 10, 0, 20)
_FIGURE = QRectF(0, 32, 0, 30)
_CHIP = 22
_FIELD = 28
_MOST_DIGITS = 6
_TABS = {Qt.Key.Key_Tab.value: 1, Qt.Key.Key_Backtab.value: -1}


class TotalCell(QWidget):
    """Shows what the slips come to; with the focus it takes what was read aloud.

    Signals:
        read: What was read aloud is another figure now; carries the kind and it, or None.
        stepped: Enter, Tab or Shift+Tab: 1 for the total after this one, -1 for the one before.
        left: Esc.
    """

    read = Signal(object, object)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, kind: SlipKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._entered = 0
        self._aloud: int | None = None
        self._money = Money()
        self._field = InlineField(name=self._name(), parent=self)
        self._field.setPlaceholderText(_("read"))
        self._field.hide()
        self._field.installEventFilter(self)
        self._field.entered.connect(self._on_enter)
        self._field.left.connect(self._on_left)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_total(self, entered: int, aloud: int | None, money: Money) -> None:
        """Show other figures."""
        self._entered, self._aloud, self._money = entered, aloud, money
        words = f"{kinds_name(self.kind)}: {self._say(entered)} {self._of()} {self._off()}"
        self.setAccessibleName(words.strip())
        self.setToolTip(tip(words.strip()))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(150, 64)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._open()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._open()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _TABS.get(event.key())
            if step is not None:
                self.stepped.emit(step)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self._store()
            self._field.hide()
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        wide = self.width()
        small = typeface.font(Size.LABEL, Weight.MEDIUM)
        label = _LABEL.adjusted(0, 0, wide, 0)
        used = brush.text(painter, label, kinds_name(self.kind), font=small, colour=shades.muted)
        left = self._paint_figures(painter)
        if self._field.isVisible():
            return
        chip = self._off()
        if not chip:
            if self._aloud is not None:
                area = QRectF(left + 8, _FIGURE.top(), 16, _FIGURE.height())
                icons.paint(painter, area, "check", shades.muted, size=16)
        elif left + 9 + _chip_width(chip) <= wide:
            _paint_chip(painter, left + 9, _FIGURE.center().y() + 1, chip)
        else:
            _paint_chip(painter, used + 9, label.center().y(), chip)

    def _paint_figures(self, painter: QPainter) -> float:
        """Draw the total and what was read; return where that ends."""
        shades = tokens()
        area = _FIGURE.adjusted(0, 0, self.width(), 0)
        big = typeface.font(Size.TITLE, Weight.SEMIBOLD)
        ink = shades.absent if self._off() else shades.text
        used = brush.text(painter, area, self._say(self._entered), font=big, colour=ink) + 6
        if self._field.isVisible():
            return used
        rest = area.adjusted(used, 2, 0, 2)
        body = typeface.font(Size.BODY)
        return used + brush.text(painter, rest, self._of(), font=body, colour=shades.muted)

    def _open(self) -> None:
        """Show the field where the figure read aloud stands."""
        big = typeface.font(Size.TITLE, Weight.SEMIBOLD)
        left = round(QFontMetricsF(big).horizontalAdvance(self._say(self._entered))) + 8
        self._field.setText(self._edited())
        width = min(max(self.width() - left - 4, 48), 92)
        self._field.setGeometry(min(left, self.width() - width), 33, width, _FIELD)
        self._field.mark_wrong(wrong=False)
        self._field.show()
        self._field.setFocus()
        self._field.selectAll()
        self.update()

    @Slot()
    def _on_enter(self) -> None:
        if self._typed() is None and self._field.text().strip():
            self._field.mark_wrong(wrong=True)
        else:
            self.stepped.emit(1)

    @Slot()
    def _on_left(self) -> None:
        self._field.setText(self._edited())
        self.left.emit()

    def _store(self) -> None:
        text, typed = self._field.text().strip(), self._typed()
        if (typed is not None or not text) and typed != self._aloud:
            self.read.emit(self.kind, typed)

    def _typed(self) -> int | None:
        text = self._field.text().strip()
        if self.kind is SlipKind.CLOSED_BUSINESS:
            money = self._money
            return amount(text, decimals=money.decimals, grouping=money.grouping)
        return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None

    def _edited(self) -> str:
        return "" if self._aloud is None else self._exact(self._aloud)

    def _of(self) -> str:
        if self._aloud is None:
            return _("not read")
        return _("of {total}").format(total=self._say(self._aloud))

    def _off(self) -> str:
        if self._aloud is None or self._aloud == self._entered:
            return ""
        by = self._entered - self._aloud
        return distance(by, self._exact(abs(by)))

    def _say(self, figure: int) -> str:
        business = self.kind is SlipKind.CLOSED_BUSINESS
        return self._money.whole(figure) if business else str(figure)

    def _exact(self, figure: int) -> str:
        business = self.kind is SlipKind.CLOSED_BUSINESS
        return self._money.exact(figure) if business else str(figure)

    def _name(self) -> str:
        return _("{kind} read aloud").format(kind=kinds_name(self.kind))


def _chip_width(words: str) -> float:
    font = typeface.font(Size.LABEL, Weight.SEMIBOLD)
    return QFontMetricsF(font).horizontalAdvance(words) + 29


def _paint_chip(painter: QPainter, left: float, middle: float, words: str) -> None:
    shade = tokens().absent
    area = QRectF(left, round(middle - _CHIP / 2), _chip_width(words), _CHIP)
    fill = mix(shade, tokens().surface, 0.1)
    brush.panel(painter, area, fill=fill, radius=_CHIP / 2)
    icons.paint(painter, QRectF(left + 6, area.top(), 14, _CHIP), "warning", shade, size=14)
    font = typeface.font(Size.LABEL, Weight.SEMIBOLD)
    brush.text(painter, area.adjusted(22, 0, 0, 0), words, font=font, colour=shade)
