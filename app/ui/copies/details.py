"""One copy in full: what it holds beside what the book holds now, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.caretaker import Contents, Copy
from app.ui.copies import words
from app.ui.kit.button import Button
from app.ui.kit.facts import Facts
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight


class CopyDetails(QWidget):
    """What would change if this copy were restored.

    Signals:
        restore_wanted, check_wanted, save_wanted: One of its buttons was pressed.
    """

    restore_wanted = Signal()
    check_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(size=Size.SECTION, weight=Weight.SEMIBOLD, wrap=True)
        self._why = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._facts = Facts()
        self._last = PlainLabel(wrap=True)
        self._state = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._after = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._restore = Button(_("Restore this copy"), icon="undo")
        self._check = Button(_("Look it through"), icon="check")
        self._save = Button(_("Save it elsewhere …"), icon="save")
        self._restore.clicked.connect(self.restore_wanted)
        self._check.clicked.connect(self.check_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._lay_out()
        self.show_copy(None, None)

    def show_copy(self, one: Copy | None, now: Contents | None) -> None:
        """Show another copy, or none, beside what the book holds now."""
        for part in (self._restore, self._check, self._save, self._facts, self._after):
            part.setVisible(one is not None)
        if one is None:
            for label in (self._title, self._why, self._last, self._state):
                label.say("")
            return
        self._title.say(words.moment(one))
        self._why.say(
            _("{why}, {size}").format(why=words.why(one.occasion), size=words.size(one.size))
        )
        self._facts.show_facts(words.facts(one.contents, now))
        self._last.say(_("Last change in it: {label}").format(label=words.last_entry(one.contents)))
        self.say_state(_("looked through when it was made"))

    def say_state(self, state: str, tone: Tone = Tone.MUTED) -> None:
        """Say how sound the copy is."""
        self._state.say(_("Soundness: {state}").format(state=state), tone)

    def _lay_out(self) -> None:
        self._after.say(
            _("Restoring puts this copy in place of the book. The book as it is now is kept among "
              "the copies, so that it can be taken back.")
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addSpacing(6)
        layout.addWidget(self._facts)
        layout.addSpacing(6)
        layout.addWidget(self._last)
        layout.addWidget(self._state)
        layout.addSpacing(12)
        layout.addWidget(self._restore)
        layout.addWidget(self._after)
        layout.addSpacing(6)
        layout.addWidget(self._check)
        layout.addWidget(self._save)
        layout.addStretch(1)
