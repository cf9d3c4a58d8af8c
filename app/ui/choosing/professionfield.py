"""A field for a profession: those on the chapter's list are offered, and whose seat it is said."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.queries.classifications import Profession
from app.rules import names
from app.ui.choosing.suggestions import Suggestion, Suggestions
from app.ui.kit.field import LineField
from app.ui.kit.form import FormRow
from app.ui.matching import match

_MOST = 8


class ProfessionField(LineField):
    """Takes any profession, a new one too."""

    def __init__(
        self, professions: Sequence[Profession], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(name=name, parent=parent)
        self._known = professions
        self._list = Suggestions(self)
        self._list.activated.connect(self.setText)
        self.textEdited.connect(self._on_edited)

    def holder(self, *, besides: str = "") -> str:
        """Return who sits in the profession in the field, unless that is the one named."""
        key = names.key(self.text())
        found = (one.holder for one in self._known if names.key(one.name) == key)
        holder = next(found, "")
        return "" if holder == besides else holder

    def tell_holder(self, row: FormRow, *, besides: str = "") -> None:
        """Say beneath the field whose seat it is, where it is anybody's besides the one named."""
        holder = self.holder(besides=besides)
        if holder:
            row.say_wrong(_("The seat is taken: it belongs to {name}.").format(name=holder))
        else:
            row.accept()

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        found = [] if not words.strip() else [one for one in self._known if match(words, one.name)]
        self._list.offer([Suggestion(one.name, _remark(one)) for one in found[:_MOST]])


def _remark(profession: Profession) -> str:
    if profession.holder:
        return _("seat of {name}").format(name=profession.holder)
    return _("free")
