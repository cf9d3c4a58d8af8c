"""The editor in which somebody says what the columns of his own list mean."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from app.exchange.lists import Field
from app.exchange.own_lists import MEANINGS, Explained, OwnTable, guess
from app.i18n import _
from app.rules.exports import Subject
from app.services import explaining
from app.ui.desk import Desk
from app.ui.importing.words import field_word, subject_word
from app.ui.kit.field import ChoiceField
from app.ui.kit.form import Form, FormRow
from app.ui.kit.label import PlainLabel
from app.ui.kit.sheet import Sheet
from app.ui.tables.columns import Choice
from app.ui.theme import Tone


class ExplainSheet(Sheet):
    """One choice for what a row is about, one for each column; the book remembers them.

    Signals:
        explained: The book knows the list by now. Carries the path of the file.
    """

    explained = Signal(object)

    def __init__(self, desk: Desk, path: Path, table: OwnTable) -> None:
        super().__init__(_("Columns of {file}").format(file=path.name))
        self._desk = desk
        self._path = path
        self._table = table
        self.subject = ChoiceField(
            [Choice(one, subject_word(one)) for one in Subject], name=_("One row is")
        )
        self.columns = [ChoiceField((), name=label) for _place, label in table.labels]
        self._lay_out_fields()
        self.subject.currentIndexChanged.connect(self._on_subject)
        self.subject.choose(self._likely())

    @override
    def store(self) -> None:
        told = self._told()
        if told is None or not told.is_enough():
            self.refuse(_("Say which columns hold who, and what is counted."))
            return
        self._desk.gateway.write(
            _("Columns of {file} explained").format(file=self._path.name),
            explaining.explain,
            header_key=self._table.header_key,
            subject=told.subject,
            columns={field.value: place for field, place in told.columns.items()},
        ).then(self._on_stored).otherwise(self.on_refused)

    def _told(self) -> Explained | None:
        subject = self.subject.chosen()
        if not isinstance(subject, Subject):
            return None
        found: dict[Field, int] = {}
        for (place, _label), choice in zip(self._table.labels, self.columns, strict=True):
            field = choice.chosen()
            if isinstance(field, Field):
                found.setdefault(field, place)
        return Explained(subject, found)

    def _likely(self) -> Subject:
        """Return the subject whose columns are recognised most."""

        def known(subject: Subject) -> int:
            return len({guess(label, subject) for _place, label in self._table.labels} - {None})

        return max(Subject, key=known)

    @Slot()
    def _on_subject(self) -> None:
        subject = self.subject.chosen()
        if not isinstance(subject, Subject):
            return
        choices = [Choice(None, _("nothing that is needed"))]
        choices += [Choice(field, field_word(field, subject)) for field in MEANINGS[subject]]
        taken: set[Field] = set()
        for (_place, label), column in zip(self._table.labels, self.columns, strict=True):
            column.offer(choices)
            likely = guess(label, subject)
            column.choose(likely if likely not in taken else None)
            taken |= {likely} if likely else set()

    @Slot(object)
    def _on_stored(self, _change: object) -> None:
        self.explained.emit(self._path)
        self.done()

    def _lay_out_fields(self) -> None:
        words = _(
            "Said once, remembered in the book: the next file with this header is read alike."
        )
        self.body.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))
        form = Form()
        form.add(_("One row is"), self.subject)
        self.body.addWidget(form)
        for number, ((_place, label), column) in enumerate(
            zip(self._table.labels, self.columns, strict=True)
        ):
            shown = [row[number] for row in self._table.samples if row[number]]
            self.body.addWidget(FormRow(label, column, hint=" · ".join(shown)))
        self.body.addStretch(1)
