"""The wording of the letters: written at the left, seen as a letter at the right."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError, RuleError
from app.i18n import _
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.letter_sheets import Letters, sample_letters
from app.queries.letters import QueuedLetter
from app.queries.policy import PolicyInUse, policy_in_use
from app.reports import letters as letters_paper
from app.reports.kit.sheet import Sheet
from app.rules.letter_texts import FIELDS, Template, checked
from app.rules.letters import LetterKind
from app.rules.scoring.profile import Policy
from app.services import letters
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.field import ChoiceField, LineField, NoteField
from app.ui.kit.form import Form
from app.ui.page import BESIDE_BAR, Page
from app.ui.paper.maker import PaperMaker
from app.ui.paper.preview import Preview
from app.ui.tables.columns import Choice
from app.wording import sentence
from app.wording.committee import letter_words

_WIDTH, _BODY = 420, 330

Key = tuple[LetterKind, int]


class WordingPage(Page):
    """Whatever is typed is shown as it will print; nothing is kept until it is stored."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"letter_template", "setting", "person", "mark", "meeting", "spell", "ruling"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found: Letters | None = None
        self._kept = Template("", "")
        self._drafts: dict[Key, Template] = {}
        self._paper = "A4"
        self._wish = 0
        self._whom: int | None = None
        self._wanted: Key = (LetterKind.ABSENCE, 1)
        self._letter = ChoiceField((), name=_("Letter"))
        self._subject = LineField(name=_("Subject"))
        self._body = NoteField(name=_("Text"))
        self._body.setFixedHeight(_BODY)
        self._preview = Preview()
        self._maker = PaperMaker(desk, self)
        self._form = Form()
        self._lay_out()
        self._letter.activated.connect(self._on_letter)
        self._subject.textChanged.connect(self._on_typed)
        self._body.textChanged.connect(self._on_typed)
        self._maker.drawn.connect(self._preview.show_look)
        self._maker.page_drawn.connect(self._preview.show_page)
        self._preview.wanted.connect(self._maker.draw)
        self.setFocusProxy(self._letter)

    @override
    def heading(self) -> Heading:
        store = Action(
            "letters.store", _("Store the wording"), self._store, "Ctrl+Return", "check",
            enabled=self._changed(),
        )  # fmt: skip
        back = Action("letters.back", _("Committee"), partial(self.desk.go, "committee"), "Alt+Up")
        note = _("not stored yet") if self._changed() else ""
        return Heading(_("Wording of the letters"), note=note, primary=store, back=back)

    @override
    def deeds(self) -> Sequence[Action]:
        return (
            Action("letters.usual", _("Back to the usual wording"), self._use_usual, "Ctrl+Shift+R",
                   "undo"),
            Action("letters.discard", _("Drop what is not stored"), self._discard, "Ctrl+Shift+Z",
                   "close", enabled=self._changed()),
        )  # fmt: skip

    @override
    def aim(self, target: object) -> None:
        """Show the wording of a letter of the queue."""
        if isinstance(target, QueuedLetter):
            self._wanted = (target.kind, target.step)
            self._whom = target.person_id
            self.mark_stale()

    @override
    def reload(self) -> None:
        self.gateway.read(chapter_details).then(self._on_chapter)
        self.gateway.read(policy_in_use, self.desk.today()).then(self._on_policy)
        self._ask()

    def _ask(self) -> None:
        kind, step = self._wanted
        self.gateway.read(
            sample_letters, kind=kind, step=step, day=self.desk.today(), person_id=self._whom
        ).then(self._on_sample)

    def _written(self) -> Template:
        return Template(self._subject.text(), self._body.toPlainText())

    def _changed(self) -> bool:
        return self._found is not None and self._written() != self._kept

    @Slot(object)
    def _on_chapter(self, found: ChapterDetails) -> None:
        self._paper = found.settings.paper

    @Slot(object)
    def _on_policy(self, found: PolicyInUse) -> None:
        self._letter.offer([Choice(key, letter_words(*key)) for key in _letters(found.policy)])
        self._letter.choose(self._wanted)

    @Slot(object)
    def _on_sample(self, found: Letters) -> None:
        self._found = found
        if found.letters:
            self._kept = Template(found.letters[0].subject, found.letters[0].body)
        self._show(self._drafts.get(self._wanted, self._kept))

    def _show(self, text: Template) -> None:
        for field in (self._subject, self._body):
            field.blockSignals(True)  # noqa: FBT003  Qt's own
        self._subject.setText(text.subject)
        if self._body.toPlainText() != text.body:
            self._body.setPlainText(text.body)
        for field in (self._subject, self._body):
            field.blockSignals(False)  # noqa: FBT003  Qt's own
        self._on_typed()

    @Slot(int)
    def _on_letter(self, _place: int) -> None:
        chosen = self._letter.chosen()
        if isinstance(chosen, tuple):
            self._wanted, self._whom = chosen, None
            self._ask()

    @Slot()
    def _on_typed(self) -> None:
        written = self._written()
        self._drafts.pop(self._wanted, None)
        if self._changed():
            self._drafts[self._wanted] = written
        self._form.accept()
        self._fields.say_hint(_field_words(self._wanted[0]))
        try:
            checked(self._wanted[0], written.subject, written.body)
        except RuleError as error:
            self._fields.say_wrong(sentence(error))
        self._draw(written)
        self.heading_changed.emit()

    def _draw(self, text: Template) -> None:
        if self._found is None:
            return
        sheets = tuple(
            replace(one, subject=text.subject, body=text.body) for one in self._found.letters
        )
        sheet = Sheet(printed_at=self.desk.now(), paper=self._paper)
        self._wish += 1
        shown = replace(self._found, letters=sheets)
        self.gateway.compute(letters_paper.pdf, shown, sheet).then(
            partial(self._on_pdf, self._wish)
        )

    def _on_pdf(self, wish: int, pdf: bytes) -> None:
        if wish == self._wish:
            self._maker.take(pdf)

    def _store(self) -> None:
        kind, step = self._wanted
        text = self._written()
        label = _("Wording of “{letter}”").format(letter=letter_words(kind, step))
        self.gateway.write(
            label, letters.write_own, kind=kind, step=step, subject=text.subject, body=text.body
        ).then(self._on_stored).otherwise(self._on_refused)

    def _use_usual(self) -> None:
        kind, step = self._wanted
        self._drafts.pop(self._wanted, None)
        label = _("Usual wording of “{letter}”").format(letter=letter_words(kind, step))
        self.gateway.write(label, letters.write_usual, kind=kind, step=step).then(self._on_stored)

    def _discard(self) -> None:
        self._show(self._kept)

    @Slot(object)
    def _on_stored(self, _change: object) -> None:
        self._drafts.pop(self._wanted, None)
        self._ask()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._fields.say_wrong(sentence(error))

    def _lay_out(self) -> None:
        self._form.add(_("Letter"), self._letter)
        self._form.add(_("Subject"), self._subject)
        self._fields = self._form.add(_("Text"), self._body)
        left = QVBoxLayout()
        left.addWidget(self._form)
        left.addStretch(1)
        side = QWidget()
        side.setObjectName("plain")
        side.setFixedWidth(_WIDTH)
        left.setContentsMargins(0, 0, 0, 0)
        side.setLayout(left)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(BESIDE_BAR)
        columns.setSpacing(32)
        columns.addWidget(side)
        columns.addWidget(self._preview, 1)


def _letters(policy: Policy) -> list[Key]:
    """Return every letter the rules know, in the order of their use."""
    return [
        *((LetterKind.ABSENCE, step) for step in range(1, len(policy.letters) + 1)),
        (LetterKind.SEAT, 0),
        (LetterKind.PROBATION, 0),
        *((LetterKind.RENEWAL, days) for days in policy.membership.reminders),
        (LetterKind.WELCOME, 0),
    ]


def _field_words(kind: LetterKind) -> str:
    names = "  ".join(f"{{{name}}}" for name in FIELDS[kind])
    return _("Fields: {names}").format(names=names)
