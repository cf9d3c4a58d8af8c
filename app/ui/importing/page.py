"""Bring in exported files: read them, show what would change, then store it as one change."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError
from app.exchange.folders import files_in
from app.exchange.own_lists import OwnTable
from app.exchange.reading import ReadFile, look
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.imports.people import Acquaintance
from app.queries.imports.planning import compared_period, meeting_days, plan
from app.queries.imports.plans import ImportPlan
from app.queries.imports.preview import ImportPreview
from app.queries.imports.standing import Standing, standing
from app.services import imports
from app.ui.actions import Action, Menu
from app.ui.caretaker import Occasion
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.importing.explain_sheet import ExplainSheet
from app.ui.importing.file_details import FileDetails
from app.ui.importing.file_list import FileRow, columns
from app.ui.importing.pasted import Pasted
from app.ui.importing.pile import Pile
from app.ui.importing.reading import Reading
from app.ui.importing.words import money_of, people_words
from app.ui.importing.work import Storing, Work
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.empty import EmptyState
from app.ui.kit.label import PlainLabel
from app.ui.kit.scrolled import scrolled
from app.ui.page import BESIDE_BAR, Page
from app.ui.tables.model import TableModel
from app.ui.tables.view import Table
from app.ui.theme import Tone
from app.wording import remark, sentence

_DETAILS_WIDTH = 312


class ImportPage(Page):
    """Nothing is stored before its one deed; that is one change, undone by one key."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset({"slip", "mark", "person", "meeting"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._pile = Pile()
        self._pasted = Pasted()
        self._storing: Storing | None = None
        self._reading = Reading(desk.gateway, self)
        self._reading.was_read.connect(self._on_read)
        self._reading.was_refused.connect(self._on_unreadable)
        self._reading.ended.connect(self._work_out)
        self._model = TableModel(columns(), key=lambda row: row.path)
        self._table = Table(self._model, name="import", title=_("Files"), memory=desk.memory)
        self._table.explain_emptiness(self._emptiness())
        self._table.chosen.connect(self._on_chosen)
        self._details = FileDetails(desk.today())
        self._details.dated.connect(self._on_dated)
        self._details.answered.connect(self._on_answered)
        self._details.explain_wanted.connect(self._explain)
        self._sum = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._odd = PlainLabel(tone=Tone.LATE, wrap=True)
        self._work = Work()
        self._reading.moved.connect(self._work.advance)
        self._work.stopped.connect(self._on_stop)
        self._lay_out()

    @override
    def heading(self) -> Heading:
        waiting, paths = self._reading.waiting, self._pile.paths
        note = ngettext("{n} file", "{n} files", len(paths)) if paths else ""
        if waiting:
            note = ngettext("{n} file is being read", "{n} files are being read", waiting)
        return Heading(_("Import"), note=note, primary=self._primary())

    @override
    def deeds(self) -> Sequence[Action]:
        row = self._table.current()
        chosen = row is not None
        return (
            self._choose(),
            Action(
                "import.folder", _("Choose a folder …"), self._ask_folder, "Ctrl+Shift+I",
                "folder", menu=Menu.PAGE,
            ),
            Action(
                "import.paste", _("Paste a list or files"), self._paste, "Ctrl+V", "copy",
                menu=Menu.PAGE,
            ),
            Action(
                "import.leave-out", _("Leave the chosen file out, or take it in again"),
                self._leave_out, "Space", "close", menu=Menu.PAGE, enabled=chosen,
            ),
            Action(
                "import.explain", _("Say what the columns of the chosen file mean …"),
                self._explain, "Ctrl+E", "pencil", menu=Menu.PAGE,
                enabled=row is not None and row.explainable,
            ),
            Action(
                "import.forget", _("Take the chosen file off the list"), self._take_off, "Del",
                "trash", menu=Menu.PAGE, enabled=chosen,
            ),
        )  # fmt: skip

    @override
    def aim(self, target: object) -> None:
        if isinstance(target, tuple):
            self.add_files([path for path in target if isinstance(path, Path)])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files, and every file in folders; those known already are read again."""
        found = [path for path in files_in(paths, book=self.gateway.path) if path.exists()]
        self._pile.add(found)
        # The book's currency says how many decimals amounts in the files are kept with.
        self.gateway.read(standing, ()).then(partial(self._read_files, found))
        self._show()

    def _read_files(self, paths: Sequence[Path], book: Standing) -> None:
        if paths:
            self._work.begin(_("Reading …"))
            self._reading.begin(paths, decimals=book.decimals, explained=book.explained)
        self._show()

    @override
    def reload(self) -> None:
        self._work_out()

    @Slot(object, object)
    def _on_read(self, path: Path, file: ReadFile) -> None:
        self._pile.take(path, file)
        self._show()

    @Slot(object, object)
    def _on_unreadable(self, path: Path, error: AppError) -> None:
        self._pile.refuse(path, error)
        self._show()

    @Slot()
    def _work_out(self) -> None:
        """Ask the book what of the files is new, once all of them are read."""
        if self._reading.waiting:
            return
        self._work.end()
        files = self._pile.files()
        compared = compared_period(files, self.desk.today())
        self.gateway.read(standing, meeting_days(files), compared).then(self._on_standing)

    @Slot(object)
    def _on_standing(self, found: Standing) -> None:
        pile = self._pile
        work = self.gateway.compute(plan, found, pile.files(), answers=dict(pile.answers))
        work.then(partial(self._on_plan, pile.included()))

    def _on_plan(self, paths: tuple[Path, ...], found: ImportPlan) -> None:
        if self._pile.take_plan(paths, found):
            self._show()

    def _show(self) -> None:
        rows = self._pile.rows()
        self._table.show_rows(rows)
        if self._table.current() is None and rows:
            self._table.choose(rows[0].path)
        self._details.show_file(self._table.current(), self._money())
        self._sum.say(self._sum_words())
        preview = self._preview()
        odd = preview.oddities if preview is not None else ()
        self._odd.say("\n".join(remark(one.reason, one.row, one.facts) for one in odd))
        self._odd.setVisible(bool(odd))
        self.heading_changed.emit()

    def _sum_words(self) -> str:
        preview = self._preview()
        if preview is None:
            return ""
        people = people_words(preview)
        rows = ngettext("{n} new row", "{n} new rows", preview.rows_new)
        parts = ", ".join(filter(None, (rows, people)))
        if not self._can_store():
            words = _(
                "Together: {parts}. First give the dates, and leave out (Space) what cannot go."
            )
        else:
            words = _("Together: {parts}. Nothing is stored yet.")
        return words.format(parts=parts)

    def _preview(self) -> ImportPreview | None:
        """Return what the book would take of the files; none where there are none."""
        found = self._pile.plan
        return found.preview if found is not None and self._pile.paths else None

    def _money(self) -> Money:
        preview = self._preview()
        return Money() if preview is None else money_of(preview)

    def _primary(self) -> Action:
        if not self._pile.paths:
            return self._choose()
        return Action(
            "import.store", _("Store in the book"), self._store, "Ctrl+Return", "check",
            enabled=self._can_store(),
        )  # fmt: skip

    def _can_store(self) -> bool:
        return self._storing is None and self._pile.is_ready()

    def _choose(self) -> Action:
        return Action("import.choose", _("Choose files …"), self._ask_files, "Ctrl+O", "folder")

    def _store(self) -> None:
        if not self._can_store():
            return
        self._storing = Storing(self)
        self._storing.moved.connect(self._work.advance)
        self._work.begin(_("Storing …"))
        copied = self.desk.caretaker.keep_first(Occasion.IMPORT)
        copied.then(self._on_copied).otherwise(self._on_not_stored)
        self.heading_changed.emit()

    @Slot(object)
    def _on_copied(self, _copy: object) -> None:
        if self._pile.plan is None or self._storing is None:
            return
        count = len(self._pile.planned)
        label = ngettext("Import of {n} file", "Import of {n} files", count)
        self.gateway.write(
            label,
            imports.store,
            plan=self._pile.plan,
            at=self.desk.now(),
            progress=self._storing.tell,
        ).then(self._on_stored).otherwise(self._on_not_stored)

    @Slot(object)
    def _on_stored(self, _change: object) -> None:
        count = len(self._pile.planned)
        words = ngettext("{n} file is in the book.", "{n} files are in the book.", count)
        self._end_storing()
        self._pile.forget()
        self._pasted.forget()
        self._show()
        check = Action("import.check", _("Check against the book"), self._check)
        self.desk.say(Message(words, Gravity.DONE, check))

    def _check(self) -> None:
        self.desk.clear()
        self.desk.go("checking")

    @Slot(object)
    def _on_not_stored(self, error: AppError) -> None:
        self._end_storing()
        self.desk.say(Message(sentence(error), Gravity.ERROR))
        self._work_out()

    def _end_storing(self) -> None:
        if self._storing is not None:
            self._storing.deleteLater()
        self._storing = None
        self._work.end()

    @Slot()
    def _on_stop(self) -> None:
        self._reading.stop()
        if self._storing is not None:
            self._storing.stop()

    def _leave_out(self) -> None:
        row = self._table.current()
        if row is not None:
            self._pile.turn(row.path)
            self._work_out()

    def _take_off(self) -> None:
        row = self._table.current()
        if row is not None:
            self._pile.drop(row.path)
            self._work_out()

    @Slot()
    def _explain(self) -> None:
        row = self._table.current()
        if row is not None:
            found = self.gateway.compute(look, row.path)
            found.then(partial(self._on_looked, row.path))

    def _on_looked(self, path: Path, table: OwnTable) -> None:
        sheet = ExplainSheet(self.desk, path, table)
        sheet.explained.connect(self._on_explained)
        self.desk.open_sheet(sheet)

    @Slot(object)
    def _on_explained(self, path: Path) -> None:
        self.add_files([path])

    def _paste(self) -> None:
        carried = QGuiApplication.clipboard().mimeData()
        files = self._pasted.files(carried)
        if files:
            self.add_files(files)
            self._table.setFocus()
        else:
            self.desk.say(Message(_("There is nothing to paste: copy a list first.")))

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, _("A folder of exported files"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._on_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, _("Files exported elsewhere"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [_("Exports (*.xls *.xlsx *.xml *.csv *.txt *.pdf)"), _("All files (*)")]
        )
        dialog.filesSelected.connect(self._on_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(list)
    def _on_files(self, files: list[str]) -> None:
        self.add_files([Path(file) for file in files])

    @Slot(object)
    def _on_chosen(self, row: FileRow | None) -> None:
        self._details.show_file(row, self._money())
        self.heading_changed.emit()

    @Slot(object)
    def _on_dated(self, day: date) -> None:
        row = self._table.current()
        if row is not None:
            self._pile.date(row.path, day)
            self._work_out()

    @Slot(object, int)
    def _on_answered(self, person: Acquaintance, person_id: int) -> None:
        self._pile.answer(person, person_id)
        self._work_out()

    def _emptiness(self) -> EmptyState:
        return EmptyState(
            _("Drop exported files here"),
            _("Or paste a list from a spreadsheet with Ctrl+V. You see all of it first."),
            icon="download",
            action=self._choose(),
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._table, 1)
        left.addWidget(self._odd)
        left.addWidget(self._sum)
        left.addWidget(self._work)
        self._details.setObjectName("plain")
        scroll = scrolled(self._details, name=_("What the file holds"), width=_DETAILS_WIDTH)
        columns_ = QHBoxLayout(self)
        columns_.setContentsMargins(BESIDE_BAR)
        columns_.setSpacing(20)
        columns_.addLayout(left, 1)
        columns_.addWidget(scroll)
