"""The window of an open book: its pages, what can be done with the file, who can be found."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from app.errors import AppError
from app.exchange.outgoing import documents
from app.i18n import _, ngettext
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.roster import Party, parties
from app.rules.history import EntryKind
from app.rules.people import PersonKind
from app.ui.actions import Action, Menu, Subject
from app.ui.caretaker import is_damage
from app.ui.desk import Desk
from app.ui.kit.banner import Gravity, Message
from app.ui.opening.recent import RecentBooks
from app.ui.opening.whoami import own_name
from app.ui.pages import pages
from app.ui.window import Window
from app.wording import sentence

if TYPE_CHECKING:
    from app.ui.gateway import Change
    from app.ui.opening.frontdoor import FrontDoor

_WHO = frozenset({"person", "spell", "classification"})
_IN_DANGER = {
    "book_moved", "book_missing", "book_read_only", "folder_read_only", "disk_full",
    "disk_failing", "not_saved_disk_failing", "book_damaged",
}  # fmt: skip
_WHOSE = frozenset({"chapter", "setting"})


class BookWindow(Window):
    """Shows one book until another is opened."""

    def __init__(self, desk: Desk, door: "FrontDoor") -> None:
        self._door = door
        self._parties: tuple[Party, ...] = ()
        super().__init__(
            desk, pages(), actions=self._file_actions(desk), providers=(self._subjects,)
        )
        gateway = desk.gateway
        gateway.changed.connect(self._on_changed)
        gateway.refused.connect(self._on_refused)
        gateway.busy.connect(self._on_busy)
        desk.caretaker.kept.connect(self._on_kept)
        desk.caretaker.failed.connect(self._on_no_copy)
        self._author = own_name(desk.memory)
        self._chapter = ""
        self._read_book()
        gateway.read(parties, desk.today()).then(self._on_parties)
        self.setAcceptDrops(True)
        self.go_to_last_page()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        dropped = _dropped(event.mimeData())
        if len(dropped) == 1 and documents.is_one(dropped[0]):
            self._door.restore(dropped[0])  # a whole book: it becomes one of its own
            return
        self.desk.go("import", dropped)

    @Slot(object)
    def _on_changed(self, change: "Change") -> None:
        self.status.show_change(_told(change), undoable=change.kind is not EntryKind.UNDO)
        if change.tables & _WHO:
            self.desk.gateway.read(parties, self.desk.today()).then(self._on_parties)
        if change.tables & _WHOSE:
            self._read_book()

    def watch(self) -> None:
        """Look after the book as a file from now on, and warn of a disk that is full or far."""
        care = self.desk.caretaker
        if self.desk.gateway.closed:
            return
        if care.space_is_low():
            words = _("The disk is nearly full: soon nothing can be saved. Free some space.")
            self.desk.say(Message(words, Gravity.WARNING))
        elif care.network():
            words = _(
                "This book lies on a network folder ({kind}), where saving is not safe against a "
                "second machine. Keep it on this one, and take copies there."
            )
            self.desk.say(Message(words.format(kind=care.network()), Gravity.WARNING))
        care.watch()

    @Slot()
    def _on_kept(self) -> None:
        self._show_keeper(_("all changes saved"))

    @Slot(object)
    def _on_no_copy(self, error: AppError) -> None:
        """Tell that a copy failed; where the book itself is damaged, that is how it is found."""
        words = _("No copy of the book could be kept. {why}").format(why=sentence(error))
        way_out = None
        if is_damage(error):
            ask = partial(self._door.ways_out, self.desk.gateway.path)
            way_out = Action("file.ways-out", _("Ways out …"), ask)
        self.desk.say(Message(words, Gravity.WARNING, way_out))

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        way_out = self._save_as() if error.reason in _IN_DANGER else None
        self.desk.say(Message(sentence(error), Gravity.ERROR, way_out))

    def _save_as(self) -> Action:
        return Action(
            "file.save-as", _("Save as a new book …"), self._ask_save_as, "Ctrl+Shift+D", "save",
            menu=Menu.FILE, group=3,
        )  # fmt: skip

    def _ask_save_as(self) -> None:
        path = self.desk.gateway.path
        dialog = QFileDialog(self, _("Where the new book shall lie"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(path.suffix.removeprefix("."))
        dialog.selectFile(path.name)
        dialog.fileSelected.connect(self._on_save_as)
        dialog.open()

    @Slot(str)
    def _on_save_as(self, place: str) -> None:
        self.desk.caretaker.save_as(Path(place)).then(partial(self._on_saved_as, Path(place)))

    def _on_saved_as(self, place: Path, _nothing: object) -> None:
        words = _("The book is saved at {path} as it stands. You still work on the one before.")
        go = Action("file.go-on", _("Go on there"), partial(self._door.open_book, place))
        self.desk.say(Message(words.format(path=place), Gravity.DONE, go))

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001  a signal has no keywords
        self._show_keeper(_("saving …") if busy else _("all changes saved"))

    def _read_book(self) -> None:
        self.desk.gateway.read(chapter_details).then(self._on_chapter).otherwise(self._on_nameless)

    @Slot(object)
    def _on_chapter(self, chapter: ChapterDetails) -> None:
        self._chapter = chapter.name
        self._show_keeper(_("all changes saved"))

    @Slot(object)
    def _on_nameless(self, _error: AppError) -> None:
        self._chapter = self.desk.gateway.path.stem
        self._show_keeper(_("all changes saved"))

    def _show_keeper(self, state: str) -> None:
        if self.desk.gateway.read_only:
            state = _("read only: nothing can be changed")
        whose = _("Book of {name}").format(name=self._author)
        self.show_book(self._chapter, whose, self._second_place(), state)

    def _second_place(self) -> str:
        care = self.desk.caretaker
        if care.elsewhere is None:
            return ""
        days = care.days_since_elsewhere()
        if days is None:
            return _("no copy elsewhere yet")
        if days == 0:
            return _("copy elsewhere: today")
        return ngettext("copy elsewhere: {n} day ago", "copy elsewhere: {n} days ago", days)

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self._parties = found

    def _subjects(self) -> Sequence[Subject]:
        return [
            Subject(
                _("Member"),
                party.name,
                partial(self.desk.go, "members", party.person_id),
                party.classification,
                "person",
                partial(self._deeds, party),
            )
            for party in self._parties
            if party.kind is PersonKind.MEMBER and party.current
        ]

    def _deeds(self, party: Party) -> Sequence[Action]:
        target = (("r", _("Referral from {name} …")), ("o", _("One-to-one with {name} …")))
        typed = [
            Action(
                f"slip.{letter}",
                words.format(name=party.name),
                partial(self.desk.go, "meetings", f"{letter} {party.name} "),
                icon="referrals" if letter == "r" else "one-to-ones",
            )
            for letter, words in target
        ]
        show = Action(
            "member.show",
            _("Everything about {name}").format(name=party.name),
            partial(self.desk.go, "members", party.person_id),
            icon="person",
        )
        statement = Action(
            "member.statement",
            _("Print the statement of {name} …").format(name=party.name),
            partial(self.desk.go, "reports", ("member-statement", party.person_id)),
            icon="print",
        )
        return [*typed, show, statement]

    def _file_actions(self, desk: Desk) -> list[Action]:
        door = self._door
        file = Menu.FILE
        recent = RecentBooks(desk.memory).paths()
        return [
            Action("file.new", _("New chapter …"), door.ask_new, "", "plus", menu=file),
            Action("file.open", _("Open a book …"), door.ask_open, "Ctrl+O", "folder", menu=file),
            *(
                Action(
                    f"file.recent.{place}",
                    _("Open {name}").format(name=path.stem),
                    partial(door.open_book, path),
                    icon="book",
                    hint=str(path.parent),
                    menu=file,
                    group=1,
                )
                for place, path in enumerate(recent)
                if path != desk.gateway.path.absolute()
            ),
            Action(
                "file.import", _("Import files …"), door.ask_files, "Ctrl+I", "download",
                menu=file, group=2,
            ),
            Action(
                "file.checking", _("Check against official lists"), partial(desk.go, "checking"),
                "Ctrl+Shift+K", "check", menu=file, group=2,
            ),
            Action(
                "file.entry-form", _("Copy a week into the official form"),
                partial(desk.go, "entry-form"), "Ctrl+Shift+F", "document", menu=file, group=2,
            ),
            Action(
                "file.export", _("Export …"), partial(desk.go, "export"), "Ctrl+E", "upload",
                _("everything, for other programs"), menu=file, group=2,
            ),
            Action(
                "file.copies", _("Copies of this book"), partial(desk.go, "copies"), "Ctrl+B",
                "copy", menu=file, group=3,
            ),
            self._save_as(),
            Action("file.demo", _("Try a demo chapter …"), door.ask_demo, menu=file, group=2),
            Action("file.quit", _("Quit"), self.close, "Ctrl+Q", menu=file, group=4),
        ]  # fmt: skip


def _dropped(carried: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())


def _told(change: "Change") -> str:
    words = {
        EntryKind.UNDO: _("Undone: {label}"),
        EntryKind.REDO: _("Done again: {label}"),
        EntryKind.TAKE_BACK: _("Taken back: {label}"),
    }
    return words.get(change.kind, "{label}").format(label=change.label)
