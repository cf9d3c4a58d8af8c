"""What one entry of the history changed, field by field."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import _, ngettext
from app.queries.history import EntryDetails, FieldChange, RecordChange
from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight
from app.wording.records import field_word, table_word, value_word

_HEAD = 32
_LINE = 24
_NAME = 112
_SHOWN = 12


class Changes(QWidget):
    """Paints the records of an entry: a head each, then field, before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: EntryDetails | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("What this entry changed"))

    def show_details(self, details: EntryDetails | None) -> None:
        """Show another entry, or none."""
        self._details = details
        self.setFixedHeight(max(self._height(), 1))
        self.setAccessibleDescription("; ".join(_spoken(one) for one in self._records()))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, max(self._height(), 1))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = 0.0
        for record in self._records():
            top = self._paint_record(painter, top, record)
        rest = self._left_out()
        if rest:
            words = ngettext("and {n} more record", "and {n} more records", rest)
            area = QRectF(0, top, self.width(), _LINE)
            brush.text(painter, area, words, font=typeface.font(), colour=tokens().muted)

    def _records(self) -> tuple[RecordChange, ...]:
        return self._details.changes[:_SHOWN] if self._details else ()

    def _left_out(self) -> int:
        if self._details is None:
            return 0
        return max(len(self._details.changes) - _SHOWN, 0) + self._details.left_out

    def _height(self) -> int:
        fields = sum(_HEAD + 8 + _LINE * len(one.fields) for one in self._records())
        return fields + _LINE * bool(self._left_out())

    def _paint_record(self, painter: QPainter, top: float, record: RecordChange) -> float:
        head = QRectF(0, top, self.width(), _HEAD - 4)
        strong = typeface.font(Size.BODY, Weight.SEMIBOLD)
        brush.text(painter, head, table_word(record.table), font=strong, colour=tokens().text)
        brush.rule(painter, 0, self.width(), top + _HEAD - 4)
        top += _HEAD
        for field in record.fields:
            self._paint_field(painter, QRectF(0, top, self.width(), _LINE), field)
            top += _LINE
        return top + 8

    def _paint_field(self, painter: QPainter, line: QRectF, field: FieldChange) -> None:
        shades = tokens()
        small = typeface.font(Size.LABEL)
        name = QRectF(0, line.top(), _NAME - 8, _LINE)
        brush.text(painter, name, field_word(field.name), font=small, colour=shades.muted)
        left = float(_NAME)
        if field.before not in (None, ""):
            room = QRectF(left, line.top(), (line.width() - _NAME) / 2 - 8, _LINE)
            font = QFont(typeface.font())
            font.setStrikeOut(True)
            before = value_word(field.before)
            left += brush.text(painter, room, before, font=font, colour=shades.muted) + 12
        room = QRectF(left, line.top(), line.width() - left, _LINE)
        after = value_word(field.after)
        brush.text(painter, room, after, font=typeface.font(), colour=shades.text)


def _spoken(record: RecordChange) -> str:
    fields = ", ".join(f"{field_word(one.name)} {value_word(one.after)}" for one in record.fields)
    return f"{table_word(record.table)}: {fields}"
