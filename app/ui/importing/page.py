"""Bring in exported files: read them, show what would change, then store it as one change."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError
from app.exchange.reading import ReadFile, read
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.imports.planning import meeting_days, plan
from app.queries.imports.plans import ImportFile, ImportPlan
from app.queries.imports.standing import Standing, standing
from app.services import imports
from app.ui.actions import Action, Menu
from app.ui.caretaker import Occasion
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.importing.file_details import FileDetails
from app.ui.importing.file_list import FileRow, columns
from app.ui.importing.words import money_of, people_words
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.empty import EmptyState
from app.ui.kit.label import PlainLabel
from app.ui.page import Page
from app.ui.tables.model import TableModel
from app.ui.tables.view import Table
from app.ui.theme import Tone
from app.wording import sentence

_DETAILS_WIDTH = 336


class ImportPage(Page):
    """Nothing is stored before its one deed; that is one change, undone by one key."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset({"slip", "mark", "person", "meeting"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._paths: list[Path] = []
        self._read: dict[Path, ReadFile] = {}
        self._refused: dict[Path, str] = {}
        self._days: dict[Path, date] = {}
        self._plan: ImportPlan | None = None
        self._model = TableModel(columns(), key=lambda row: row.path)
        self._table = Table(self._model, name="import", title=_("Files"), memory=desk.memory)
        self._table.explain_emptiness(self._emptiness())
        self._table.chosen.connect(self._on_chosen)
        self._details = FileDetails(desk.today())
        self._details.dated.connect(self._on_dated)
        self._sum = PlainLabel(tone=Tone.MUTED)
        self._lay_out()

    @override
    def heading(self) -> Heading:
        waiting = len(self._paths) - len(self._read) - len(self._refused)
        note = ngettext("{n} file", "{n} files", len(self._paths)) if self._paths else ""
        if waiting:
            note = ngettext("{n} file is being read", "{n} files are being read", waiting)
        return Heading(_("Import"), note=note, primary=self._primary())

    @override
    def deeds(self) -> Sequence[Action]:
        chosen = self._table.current() is not None
        return (
            self._choose(),
            Action(
                "import.leave-out", _("Leave the chosen file out"), self._leave_out, "Del",
                "close", menu=Menu.PAGE, enabled=chosen,
            ),
        )  # fmt: skip

    @override
    def aim(self, target: object) -> None:
        if isinstance(target, tuple):
            self.add_files([path for path in target if isinstance(path, Path)])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files, and every file in folders; those known already are read again."""
        found = _files_in(paths)
        for path in found:
            if path not in self._paths:
                self._paths.append(path)
            self._read.pop(path, None)
            self._refused.pop(path, None)
        # The book's currency says how many decimals amounts in the files are kept with.
        self.gateway.read(standing, ()).then(partial(self._read_files, found))
        self._show()

    def _read_files(self, paths: Sequence[Path], book: Standing) -> None:
        for path in paths:
            self.gateway.compute(read, path, decimals=book.decimals).then(
                partial(self._on_read, path)
            ).otherwise(partial(self._on_unreadable, path))

    @override
    def reload(self) -> None:
        self._work_out()

    def _on_read(self, path: Path, file: ReadFile) -> None:
        self._read[path] = file
        self._work_out()

    def _on_unreadable(self, path: Path, error: AppError) -> None:
        self._refused[path] = sentence(error)
        self._work_out()

    def _work_out(self) -> None:
        """Ask the book what of the files is new, once all of them are read."""
        if len(self._read) + len(self._refused) < len(self._paths):
            self.heading_changed.emit()
            return
        files = self._files()
        self.gateway.read(standing, meeting_days(files)).then(self._on_standing)

    def _files(self) -> list[ImportFile]:
        return [
            ImportFile(self._read[path], self._days.get(path))
            for path in self._paths
            if path in self._read
        ]

    @Slot(object)
    def _on_standing(self, found: Standing) -> None:
        self.gateway.compute(plan, found, self._files()).then(self._on_plan)

    @Slot(object)
    def _on_plan(self, found: ImportPlan) -> None:
        self._plan = found
        self._show()

    def _show(self) -> None:
        previews = iter(self._plan.preview.files if self._plan else ())
        rows = [
            FileRow(path, next(previews, None) if path in self._read else None,
                    self._refused.get(path, _("Being read …")))
            for path in self._paths
        ]  # fmt: skip
        self._table.show_rows(rows)
        if self._table.current() is None and rows:
            self._table.choose(rows[0].path)
        self._details.show_file(self._table.current(), self._money())
        self._sum.say(self._sum_words())
        self.heading_changed.emit()

    def _sum_words(self) -> str:
        if self._plan is None or not self._paths:
            return ""
        preview = self._plan.preview
        people = people_words(preview)
        rows = ngettext("{n} new row", "{n} new rows", preview.rows_new)
        parts = ", ".join(filter(None, (rows, people)))
        if self._obstacles():
            words = _(
                "Together: {parts}. First give the dates, and leave out (Del) what cannot go."
            )
        else:
            words = _("Together: {parts}. Nothing is stored yet.")
        return words.format(parts=parts)

    def _money(self) -> Money:
        return money_of(self._plan.preview) if self._plan else Money()

    def _primary(self) -> Action:
        if not self._paths:
            return self._choose()
        ready = self._plan is not None and not self._obstacles()
        return Action(
            "import.store", _("Store in the book"), self._store, "Ctrl+Return", "check",
            enabled=ready,
        )  # fmt: skip

    def _obstacles(self) -> bool:
        preview = self._plan.preview if self._plan else None
        return (
            preview is None
            or bool(self._refused)
            or bool(preview.refusals)
            or any(file.needs_date for file in preview.files)
        )

    def _choose(self) -> Action:
        return Action("import.choose", _("Choose files …"), self._ask_files, "Ctrl+O", "folder")

    def _store(self) -> None:
        if self._plan is None or self._obstacles():
            return
        self.desk.caretaker.keep_if_changed(Occasion.IMPORT)
        label = ngettext("Import of {n} file", "Import of {n} files", len(self._paths))
        self.gateway.write(label, imports.store, plan=self._plan, at=self.desk.now()).then(
            self._on_stored
        )

    @Slot(object)
    def _on_stored(self, _change: object) -> None:
        count = len(self._paths)
        words = ngettext("{n} file is in the book.", "{n} files are in the book.", count)
        self._forget()
        self.desk.say(Message(words, Gravity.DONE))

    def _forget(self) -> None:
        self._paths.clear()
        self._read.clear()
        self._refused.clear()
        self._days.clear()
        self._plan = None
        self._show()

    def _leave_out(self) -> None:
        row = self._table.current()
        if row is None:
            return
        self._paths.remove(row.path)
        for known in (self._read, self._refused, self._days):
            known.pop(row.path, None)
        self._plan = None
        self._work_out()

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, _("Files exported elsewhere"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Exports (*.xls *.xlsx *.xml *.csv)"), _("All files (*)")])
        dialog.filesSelected.connect(self._on_files)
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
            self._days[row.path] = day
            self._work_out()

    def _emptiness(self) -> EmptyState:
        return EmptyState(
            _("Drop exported files here"),
            _("Slips audits and summaries, or a folder of them. You see all of it first."),
            icon="download",
            action=self._choose(),
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._table, 1)
        left.addWidget(self._sum)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        self._details.setObjectName("plain")
        scroll.setWidget(self._details)
        scroll.setFixedWidth(_DETAILS_WIDTH)
        scroll.setAccessibleName(_("What the file holds"))
        columns_ = QHBoxLayout(self)
        columns_.setContentsMargins(31, 16, 32, 16)
        columns_.setSpacing(40)
        columns_.addLayout(left, 1)
        columns_.addWidget(scroll)


def _files_in(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [one for one in inside if one.is_file() and not one.name.startswith(".")]
    return found
