"""Forms: a label above each field, and under it what is wrong with it."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.kit.button import Button, Kind
from app.ui.kit.field import LineField
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight


class FormRow(QWidget):
    """A label, a field, and a line for a hint or for what is wrong.

    Signals:
        decided: It was chosen which of two versions of the field counts.
    """

    decided = Signal()

    def __init__(
        self, words: str, field: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.words = words
        self._hint = hint
        self._take: Callable[[], object] | None = None
        label = PlainLabel(words, size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        label.setBuddy(field)
        self._below = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, wrap=True)
        self._meanwhile = PlainLabel(
            size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.LATE, wrap=True
        )
        self._take_it = Button(_("Take that"), kind=Kind.LINK, size=Size.LABEL)
        self._keep_it = Button(_("Keep mine"), kind=Kind.LINK, size=Size.LABEL)
        self._take_it.clicked.connect(self._on_take)
        self._keep_it.clicked.connect(self._on_keep)
        self._say_decided()
        choice = QHBoxLayout()
        choice.setSpacing(16)
        choice.addWidget(self._take_it)
        choice.addWidget(self._keep_it)
        choice.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label)
        layout.addWidget(field)
        layout.addWidget(self._below)
        layout.addWidget(self._meanwhile)
        layout.addLayout(choice)
        if not field.accessibleName():
            field.setAccessibleName(words)
        self.accept()

    def say_hint(self, hint: str) -> None:
        """Show another hint under the field, and nothing wrong."""
        self._hint = hint
        self.accept()

    def accept(self) -> None:
        """Show the hint again, and nothing wrong."""
        self._say(self._hint, Tone.MUTED, wrong=False)

    def say_wrong(self, sentence: str) -> None:
        """Say under the field what is wrong with it."""
        self._say(sentence, Tone.ABSENT, wrong=True)

    @property
    def meanwhile(self) -> str:
        """What somebody else has stored in this field, as it is told."""
        return self._meanwhile.text() if self._meanwhile.isVisibleTo(self) else ""

    @property
    def asks(self) -> bool:
        """Whether it is still to be chosen which of two versions counts."""
        return self._take is not None

    def say_meanwhile(
        self, words: str, take: Callable[[], object] | None = None, *, keeps: bool = False
    ) -> None:
        """Say what somebody else has stored here; ``take`` puts that into the field.

        With ``keeps`` the user's own version has a button too, where nothing else stores it.
        """
        self._take = take
        self._meanwhile.say(words)
        self._meanwhile.show()
        self._take_it.setVisible(take is not None)
        self._keep_it.setVisible(keeps and take is not None)

    @Slot()
    def _on_take(self) -> None:
        if self._take is not None:
            self._take()
        self._say_decided()
        self.decided.emit()

    @Slot()
    def _on_keep(self) -> None:
        self._say_decided()
        self.decided.emit()

    def _say_decided(self) -> None:
        self._take = None
        for part in (self._meanwhile, self._take_it, self._keep_it):
            part.hide()

    def _say(self, words: str, tone: Tone, *, wrong: bool) -> None:
        self._below.say(words, tone)
        self._below.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        if isinstance(self.field, LineField):
            self.field.mark_wrong(wrong=wrong)


class Form(QWidget):
    """Rows of a form, one under the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._rows: list[FormRow] = []

    def add(self, words: str, field: QWidget, *, hint: str = "") -> FormRow:
        """Put a field under its label and return the row."""
        row = FormRow(words, field, hint=hint)
        self._rows.append(row)
        self._layout.addWidget(row)
        return row

    def accept(self) -> None:
        """Take back everything said to be wrong."""
        for row in self._rows:
            row.accept()
