"""What a person may ask of the chapter: to be given all that is kept of him, or to be erased."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from app.i18n import _, ngettext
from app.queries.chapter import Settings, settings
from app.queries.person_data import PersonData, person_data
from app.reports import person_files
from app.reports.kit.sheet import Sheet as Paper
from app.rules.privacy import Audience
from app.ui.caretaker import Copy, Occasion
from app.ui.desk import Desk
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.check import CheckBox
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.kit.sheet import Sheet
from app.ui.theme import Tone


class EraseSheet(Sheet):
    """Says what goes, what stays and what cannot be taken back before it is done."""

    def __init__(
        self, desk: Desk, person_id: int, name: str, parent: QWidget | None = None
    ) -> None:
        title = _("Erase {name}").format(name=name)
        super().__init__(title, store_words=_("Erase for good"), parent=parent)
        self._desk = desk
        self._person_id = person_id
        self._copies = PlainLabel(wrap=True)
        self.clear = CheckBox(_("Remove the older copies too; a new one is kept"))
        self._lay_out_words()
        desk.caretaker.copies().then(self._on_copies)

    @override
    def store(self) -> None:
        copied = self._desk.caretaker.keep_first(Occasion.ERASURE)
        copied.then(self._on_copied).otherwise(self.on_refused)

    @Slot(object)
    def _on_copied(self, _copy: object) -> None:
        self._desk.gateway.erase(
            _("A person was erased"),
            person_id=self._person_id,
            becomes=_("Former member {n}").format(n=self._person_id),
        ).then(self._on_erased).otherwise(self.on_refused)

    @Slot(object)
    def _on_erased(self, _change: object) -> None:
        desk = self._desk
        if self.clear.isChecked():
            desk.caretaker.keep_only().then(partial(_tell_gone, desk))
        else:
            words = _("The person is erased. The copies from before still hold the name.")
            desk.say(Message(words, Gravity.DONE))
        self.done()

    @Slot(object)
    def _on_copies(self, copies: tuple[Copy, ...]) -> None:
        self._copies.say(
            ngettext(
                "{n} copy of this book was kept before and still holds the name. Left alone, the "
                "last of such copies go within a year, those from before an upgrade never.",
                "{n} copies of this book were kept before and still hold the name. Left alone, the "
                "last of such copies go within a year, those from before an upgrade never.",
                len(copies),
            )
        )

    def _lay_out_words(self) -> None:
        for head, words in (
            (
                _("What goes"),
                _("The name in every spelling, company, phone, e-mail, address, notes (those on "
                  "slips too) and reasons, in all records and in the whole history."),
            ),
            (
                _("What stays"),
                _("Marks, slips and amounts, so that no total changes. They go on under “{name}”.")
                .format(name=_("Former member {n}").format(n=self._person_id)),
            ),
            (
                _("What cannot be taken back"),
                _("This, and every change before it: undo would bring the person back."),
            ),
        ):  # fmt: skip
            self.body.addWidget(SectionHead(head, quiet=True))
            self.body.addWidget(PlainLabel(words, wrap=True))
        self.body.addWidget(SectionHead(_("Copies"), quiet=True))
        self.body.addWidget(self._copies)
        self.body.addWidget(self.clear)
        note = _("What has been printed, exported or mailed is not reached.")
        self.body.addWidget(PlainLabel(note, tone=Tone.MUTED, wrap=True))
        self.body.addStretch(1)


class HandOver(QObject):
    """Asks for a folder, then writes all that is kept about one person into it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent

    def ask(self, person_id: int) -> None:
        """Ask for the folder."""
        dialog = QFileDialog(self._parent, _("A folder for all that is kept about this person"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(partial(self.write, person_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, person_id: int, folder: str) -> None:
        """Write the files, and say where they lie."""
        self._desk.gateway.read(person_data, audience=Audience.OWN, member_id=person_id).then(
            partial(self._on_data, Path(folder))
        )

    def _on_data(self, folder: Path, rows: PersonData) -> None:
        self._desk.gateway.read(settings).then(partial(self._on_settings, folder, rows))

    def _on_settings(self, folder: Path, rows: PersonData, chosen: Settings) -> None:
        paper = Paper(printed_at=self._desk.now(), paper=chosen.paper)
        self._desk.gateway.compute(person_files.write_all, folder, rows, paper).then(
            self._on_written
        )

    @Slot(object)
    def _on_written(self, files: tuple[Path, ...]) -> None:
        words = _("All that is kept about this person lies in {folder}: {names}.")
        names = ", ".join(file.name for file in files)
        told = words.format(folder=files[0].parent, names=names)
        self._desk.say(Message(told, Gravity.DONE))


def _tell_gone(desk: Desk, gone: int) -> None:
    words = ngettext(
        "The person is erased, and {n} older copy with the name is removed.",
        "The person is erased, and {n} older copies with the name are removed.",
        gone,
    )
    desk.say(Message(words, Gravity.DONE))
