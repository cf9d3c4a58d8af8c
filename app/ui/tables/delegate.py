"""How a cell is drawn and edited: hairlines, no grid, figures at the right."""

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.errors import RuleError
from app.ui import icons, typeface
from app.ui.choosing.personfield import PersonField
from app.ui.kit import brush
from app.ui.kit.field import ChoiceField, LineField
from app.ui.tables.columns import Align, Column, Look
from app.ui.tables.header import PADDING
from app.ui.tables.model import TableModel
from app.ui.theme import colour, tokens
from app.ui.typeface import Size, Weight

Index = QModelIndex | QPersistentModelIndex
ROW = 32
_SIGN = 16


class CellDelegate(QStyledItemDelegate):
    """Draws cells of any table; knows the row the mouse is over."""

    hovered = -1

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TableModel):
            return
        painter.save()
        area = QRectF(option.rect)
        state = option.state
        self._paint_ground(painter, area, state, index.row())
        inside = area.adjusted(PADDING, 0, -PADDING, -1)
        column = model.column(index)
        if column.paint is not None:
            column.paint(painter, inside, model.row(index))
        else:
            look = model.look(index)
            paint_words(painter, inside, column.text(model.row(index)), look, column.align)
        if state & QStyle.StateFlag.State_HasFocus and column.edit is not None:
            brush.ring(painter, area.adjusted(0, 1, -1, -2), 4)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, row: int
    ) -> None:
        shades = tokens()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(shades.selected))
        elif row == self.hovered:
            painter.fillRect(area, QColor(shades.hover))
        brush.rule(painter, area.left(), area.right() + 1, area.bottom() - 1)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        if not isinstance(model, TableModel):
            return super().createEditor(parent, option, index)
        column = model.column(index)
        if column.choices is not None:
            return ChoiceField(column.choices(model.row(index)), name=column.title, parent=parent)
        if column.people is not None:
            return self._person_field(column, parent)
        field = LineField(name=column.title, parent=parent)
        if column.align is Align.RIGHT:
            field.setAlignment(brush.RIGHT)
        return field

    def _person_field(self, column: Column[Any], parent: QWidget) -> PersonField:
        known = () if column.people is None else column.people()
        field = PersonField(known, name=column.title, members_only=True, parent=parent)
        field.taken.connect(partial(self._on_taken, field))
        return field

    def _on_taken(self, field: PersonField) -> None:
        """Store whoever was taken from the list at once, without another key."""
        self.commitData.emit(field)
        self.closeEditor.emit(field)
        table = self.parent()
        if isinstance(table, QWidget):
            table.setFocus()

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, ChoiceField):
            editor.choose(value)
            editor.showPopup()
        elif isinstance(editor, PersonField):
            editor.show_person(value if isinstance(value, int) else None)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText("" if value is None else str(value))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value: Any = None
        if isinstance(editor, PersonField):
            if editor.problem():
                _refuse(model, editor.text())
                return
            value = editor.person_id
        elif isinstance(editor, ChoiceField):
            value = editor.chosen()
        elif isinstance(editor, QLineEdit):
            value = editor.text()
        model.setData(index, value, Qt.ItemDataRole.EditRole)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        area = option.rect
        editor.setGeometry(area.adjusted(0, 0, -1, -1))


def _refuse(model: QAbstractItemModel, name: str) -> None:
    if isinstance(model, TableModel):
        model.refused.emit(RuleError("no_member_called", name=name))


def paint_words(painter: QPainter, area: QRectF, words: str, look: Look, align: Align) -> None:
    """Write the words of a cell as it looks, behind its icon."""
    ink = colour(look.tone)
    font = typeface.font(Size.BODY, Weight.SEMIBOLD if look.bold else Weight.REGULAR)
    if look.icon:
        wide = typeface.metrics(Size.BODY, Weight.SEMIBOLD).horizontalAdvance(words) + _SIGN + 6
        left = area.left()
        if align is Align.RIGHT:
            left = max(left, area.right() - wide)
        icons.paint(
            painter, QRectF(left, area.top(), _SIGN, area.height()), look.icon, ink, size=_SIGN
        )
        area = QRectF(left + _SIGN + 6, area.top(), area.right() - left - _SIGN - 6, area.height())
    flags = align.value | Qt.AlignmentFlag.AlignVCenter
    cut = Qt.TextElideMode.ElideMiddle if look.both_ends else Qt.TextElideMode.ElideRight
    brush.text(painter, area, words, font=font, colour=ink, align=flags, cut=cut)
