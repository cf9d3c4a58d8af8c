"""The copies of the book: what there is, what is in each, and the way back to one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError
from app.i18n import _, ngettext
from app.ui.actions import Action, Menu
from app.ui.caretaker import Contents, Copy, Occasion
from app.ui.copies import words
from app.ui.copies.details import CopyDetails
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.button import Button
from app.ui.kit.empty import EmptyState
from app.ui.kit.label import PlainLabel
from app.ui.kit.scrollbar import WIDTH, end_with_rows
from app.ui.kit.scrolled import scrolled
from app.ui.kit.section import SectionHead
from app.ui.page import BESIDE_BAR, Page
from app.ui.tables.columns import QUIET, Align, Column
from app.ui.tables.model import TableModel
from app.ui.tables.view import Table
from app.ui.theme import Tone
from app.wording import sentence

_DETAILS_WIDTH = 336


class CopiesPage(Page):
    """Nothing here changes a record; restoring changes the whole book, and can be taken back."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._care = desk.caretaker
        self._held: Contents | None = None
        self._model = TableModel(_columns(), key=lambda one: one.path, in_order=True)
        self._table = Table(self._model, name="copies", title=_("Copies"), memory=desk.memory)
        self._table.explain_emptiness(
            EmptyState(
                _("There is no copy yet"),
                _("One is kept whenever the book is opened or closed and has changed."),
                icon="copy",
            )
        )
        self._details = CopyDetails()
        self._second = PlainLabel(wrap=True)
        self._choose = Button(_("Choose a second place …"), icon="folder")
        self._forget = Button(_("No second place"), icon="close")
        self._lay_out()
        self._connect()

    @override
    def heading(self) -> Heading:
        count = self._model.rowCount()
        note = ngettext("{n} copy", "{n} copies", count) if count else ""
        keep = Action(
            "copies.keep", _("Copy now"), self._keep, "Ctrl+Return", "copy",
            enabled=not self.gateway.read_only,
        )  # fmt: skip
        return Heading(_("Copies"), note=note, primary=keep)

    @override
    def deeds(self) -> Sequence[Action]:
        chosen = self._table.current() is not None
        return (
            Action(
                "copies.check", _("Look the chosen copy through"), self._check, "Ctrl+L", "check",
                enabled=chosen,
            ),
            Action(
                "copies.restore", _("Restore the chosen copy"), self._restore, "Ctrl+R", "undo",
                enabled=chosen and not self.gateway.read_only, group=1,
            ),
            Action(
                "copies.save", _("Save the chosen copy elsewhere …"), self._save, "Ctrl+S", "save",
                enabled=chosen, group=1,
            ),
            Action(
                "copies.second", _("Choose a second place …"), self._ask_second, "", "folder",
                menu=Menu.PAGE, group=2,
            ),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        self.gateway.contents().then(self._on_contents)
        self._care.copies().then(self._on_copies)
        self._show_second()

    @Slot(object)
    def _on_contents(self, held: Contents) -> None:
        self._held = held
        self._on_chosen(self._table.current())

    @Slot(object)
    def _on_copies(self, copies: tuple[Copy, ...]) -> None:
        self._table.show_rows(copies)
        if self._table.current() is None and copies:
            self._table.choose(copies[0].path)
        elif not copies:
            self._on_chosen(None)
        self.heading_changed.emit()

    @Slot(object)
    def _on_chosen(self, one: Copy | None) -> None:
        self._details.show_copy(one, self._held)
        self.heading_changed.emit()

    @Slot()
    def _keep(self) -> None:
        self._care.keep(Occasion.ASKED).then(self._on_kept)

    @Slot(object)
    def _on_kept(self, one: Copy) -> None:
        told = _("A copy is kept and was looked through: {path}")
        self.desk.say(Message(told.format(path=one.path), Gravity.DONE))

    @Slot()
    def _check(self) -> None:
        one = self._table.current()
        if one is None:
            return
        self._details.say_state(_("is being looked through …"))
        answer = self._care.verify(one)
        answer.then(partial(self._on_whole, one)).otherwise(partial(self._on_spoilt, one))

    def _on_whole(self, one: Copy, _nothing: object) -> None:
        if self._is_shown(one):
            self._details.say_state(_("whole, to the bit"), Tone.GREEN)

    def _on_spoilt(self, one: Copy, error: AppError) -> None:
        if self._is_shown(one):
            self._details.say_state(sentence(error), Tone.ABSENT)

    def _is_shown(self, one: Copy) -> bool:
        current = self._table.current()
        return current is not None and current.path == one.path

    @Slot()
    def _restore(self) -> None:
        one = self._table.current()
        if one is not None and not self.gateway.read_only:
            self.desk.restore(one)

    @Slot()
    def _save(self) -> None:
        one = self._table.current()
        if one is None:
            return
        dialog = QFileDialog(self, _("Save the copy elsewhere"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(one.path.name)
        dialog.fileSelected.connect(partial(self._on_place, one))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_place(self, one: Copy, place: str) -> None:
        self._care.save_copy(one, Path(place)).then(partial(self._on_saved, place))

    def _on_saved(self, place: str, _nothing: object) -> None:
        told = _("The copy lies at {path} too.").format(path=place)
        self.desk.say(Message(told, Gravity.DONE))

    @Slot()
    def _ask_second(self) -> None:
        dialog = QFileDialog(self, _("A second place for copies, such as a stick"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_second)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_second(self, folder: str) -> None:
        self._care.set_elsewhere(Path(folder))

    @Slot()
    def _on_no_second(self) -> None:
        self._care.set_elsewhere(None)

    def _show_second(self) -> None:
        place, days = self._care.elsewhere, self._care.days_since_elsewhere()
        self._forget.setVisible(place is not None)
        if place is None:
            self._second.say(
                _("None yet. A stick or another disk helps when this disk is lost."), Tone.MUTED
            )
            return
        told = words.since(days)
        self._second.say(_("{place}: {told}").format(place=place, told=told))

    def _connect(self) -> None:
        self._table.chosen.connect(self._on_chosen)
        self._care.kept.connect(self.mark_stale)
        self.gateway.changed.connect(self._on_any_change)
        self._details.restore_wanted.connect(self._restore)
        self._details.check_wanted.connect(self._check)
        self._details.save_wanted.connect(self._save)
        self._choose.clicked.connect(self._ask_second)
        self._forget.clicked.connect(self._on_no_second)

    @Slot(object)
    def _on_any_change(self, _change: object) -> None:
        self.mark_stale()

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(8)
        second.setContentsMargins(0, 0, WIDTH, 0)
        second.addWidget(self._second, 1)
        second.addWidget(self._forget)
        second.addWidget(self._choose)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._table, 1)
        left.addWidget(end_with_rows(SectionHead(_("Second place"))))
        left.addLayout(second)
        self._details.setObjectName("plain")
        scroll = scrolled(self._details, name=_("What is in the copy"), width=_DETAILS_WIDTH)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(BESIDE_BAR)
        columns.setSpacing(28)
        columns.addLayout(left, 1)
        columns.addWidget(scroll)


def _columns() -> tuple[Column[Copy], ...]:
    return (
        Column(
            _("When"), words.moment, width=190, sortable=False, look=lambda _one: QUIET,
        ),
        Column(_("Why"), lambda one: words.why(one.occasion), width=150, sortable=False),
        Column(
            _("Meetings"), lambda one: one.contents.meetings, Align.RIGHT, 84, sortable=False,
        ),
        Column(
            _("Last change"), lambda one: words.last_entry(one.contents), stretch=True,
            width=160, sortable=False,
        ),
    )  # fmt: skip
