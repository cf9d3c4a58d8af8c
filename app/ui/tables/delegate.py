"""How a cell is edited: a line, one of a few choices, or a member."""

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.errors import RuleError
from app.ui.choosing.personfield import PersonField
from app.ui.kit import brush
from app.ui.kit.field import ChoiceField, LineField
from app.ui.tables.columns import Align, Column
from app.ui.tables.model import TableModel
from app.ui.tables.rows import ROW

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Makes the editor of a cell; cells are drawn by the rows of the table, all at once."""

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, ROW)

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
