"""Two editors of one record: what both have changed stands side by side, and one is chosen.

What the other one stored is shown in a second editor of the same kind, which nobody sees; the two
are compared field by field. Nothing is taken over in silence: a field that only the other one has
changed says so as well.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.i18n import _
from app.ui.choosing.personfield import PersonField
from app.ui.gateway import Answer, Change
from app.ui.kit.datefield import DateField
from app.ui.kit.field import ChoiceField
from app.ui.kit.form import FormRow
from app.ui.kit.segmented import SegmentedControl
from app.ui.kit.sheet import Sheet

if TYPE_CHECKING:
    from app.ui.attempt import Both


class ComparedSheet(Sheet):
    """An editor of one record that shows in its own fields what somebody else has stored."""

    def __init__(self, title: str, *, store_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, store_words=store_words, parent=parent)
        self.begun: dict[str, str] = {}

    def keep(self, answer: Answer[Change], then: Callable[[Change], object] | None = None) -> None:
        """Close once it is stored; say why it was not, or show both versions."""
        answer.then(then or self.on_stored).otherwise(self.on_refused).beside(self._on_beside)

    def ask_again(self) -> None:
        """Ask for the record as it is stored now, to ``meet`` an editor of that."""
        raise NotImplementedError

    def meet(self, fresh: Sheet) -> None:
        """Show beside what was entered here what somebody else has stored meanwhile."""
        stored = known(fresh)
        compare(self, self.begun, fresh)
        self.begun = stored

    def tell(self, both: "Both") -> None:
        """Say who was faster, and how to go on."""
        words = _(
            "{changed}, so yours was not stored. What is stored now stands under each field: "
            "choose, then store again."
        )
        self.refuse(words.format(changed=both.clash.changed))

    @Slot(object)
    def _on_beside(self, both: "Both") -> None:
        self.tell(both)
        self.ask_again()


def known(sheet: QWidget) -> dict[str, str]:
    """Return what stands in an editor's fields, by their labels."""
    return {row.words: _said(row.field) for row in sheet.findChildren(FormRow)}


def compare(
    editor: QWidget, before: Mapping[str, str], fresh: QWidget, *, keeps: bool = False
) -> None:
    """Show under each field what ``fresh`` has in it, where that is something else by now."""
    stored = {row.words: row.field for row in fresh.findChildren(FormRow)}
    for row in editor.findChildren(FormRow):
        if row.words in stored:
            _compare(row, before.get(row.words, ""), stored[row.words], keeps=keeps)
    fresh.deleteLater()


def _compare(row: FormRow, began: str, other: QWidget, *, keeps: bool) -> None:
    mine, theirs = _said(row.field), _said(other)
    if theirs in (mine, began):
        return
    if mine == began:
        _put(row.field, _value(other))
        row.say_meanwhile(_("changed by somebody else; before: {words}").format(words=began or "–"))
        return
    take = partial(_put, row.field, _value(other))
    row.say_meanwhile(_("stored meanwhile: {words}").format(words=theirs or "–"), take, keeps=keeps)


def _said(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, ChoiceField):
        return field.currentText()
    return field.accessibleName().partition(": ")[2]  # of a segmented control: its word in force


def _value(field: QWidget) -> object:
    if isinstance(field, PersonField):
        return field.person_id
    if isinstance(field, DateField):
        return field.day
    if isinstance(field, ChoiceField):
        return field.chosen()
    return field.current if isinstance(field, SegmentedControl) else _said(field)


def _put(field: QWidget, value: object) -> None:
    if isinstance(field, PersonField):
        field.show_person(value if isinstance(value, int) else None)
    elif isinstance(field, DateField):
        field.show_day(value if isinstance(value, date) else None)
    elif isinstance(field, ChoiceField):
        field.choose(value)
    elif isinstance(field, SegmentedControl):
        field.choose(value if isinstance(value, int) else 0)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(str(value))
    elif isinstance(field, QLineEdit):
        field.setText(str(value))
        field.setCursorPosition(0)
