"""Names nobody in the book has, and who they might be: to be said, never to be guessed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.queries.imports.people import Acquaintance
from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone

_MOST = 8


class Offers(QWidget):
    """One line for each name and each person it might be.

    Signals:
        answered: Somebody is who was offered. Carries an Acquaintance and the person's id.
    """

    answered = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_offers(self, people: Sequence[Acquaintance]) -> None:
        """Show other names; the widget hides where none is like anybody's."""
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        found = [(one, offer) for one in people for offer in one.offers][:_MOST]
        for one, offer in found:
            self._lines.addWidget(self._line(one, offer.person_id, offer.name))
        self.setVisible(bool(found))

    def _line(self, one: Acquaintance, person_id: int, name: str) -> QWidget:
        line = QWidget()
        words = _("{new} — {known} in the book?").format(new=one.name, known=name)
        button = Button(
            _("Same person"),
            kind=Kind.LINK,
            name=_("{new} is {known}").format(new=one.name, known=name),
        )
        button.clicked.connect(partial(self.answered.emit, one, person_id))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PlainLabel(words, tone=Tone.TEXT, wrap=True), 1)
        layout.addWidget(button)
        return line
