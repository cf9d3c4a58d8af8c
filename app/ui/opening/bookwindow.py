"""The window of an open book: its pages, what can be done with the file, who can be found."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from app import i18n, paths
from app.errors import AppError
from app.i18n import _, ngettext
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.own_words import own_words
from app.rules.history import EntryKind
from app.rules.people import PersonKind
from app.ui.actions import Action, Menu, Subject
from app.ui.caretaker import is_damage
from app.ui.desk import Desk
from app.ui.frame.waiting import WaitingCounts
from app.ui.kit.banner import Gravity, Message
from app.ui.opening.dropping import TakesFiles
from app.ui.opening.news import of_full_disk, of_network, of_reading_only, of_staying
from app.ui.opening.recent import RecentBooks
from app.ui.opening.whoami import own_name
from app.ui.page import Page
from app.ui.pages import pages
from app.ui.window import Window
from app.wording import sentence

if TYPE_CHECKING:
    from app.queries.roster import Party
    from app.ui.gateway import Change
    from app.ui.opening.beginning import Beginning
    from app.ui.opening.door import Door

_WHO = frozenset({"person", "spell", "classification"})
_IN_DANGER = {
    "book_moved", "book_missing", "book_read_only", "folder_read_only", "disk_full",
    "disk_failing", "not_saved_disk_failing", "book_damaged",
}  # fmt: skip
_LOST = {"book_moved", "book_missing"}
_WHOSE = frozenset({"chapter", "setting"})
_WORDS = frozenset({"setting", "own_profile"})


class BookWindow(TakesFiles, Window):
    """Shows one book until another is opened."""

    def __init__(self, desk: Desk, door: "Door", begin: "Beginning") -> None:
        self._door, self._begin = door, begin
        self._parties: tuple[Party, ...] | None = None  # not asked for yet
        self._lost = False  # whether the file is not there any more to go on in
        self._stayed = False  # to say that something was not stored or copied
        super().__init__(
            desk, pages(), actions=self._file_actions(desk), providers=(self._subjects,)
        )
        self.waiting = WaitingCounts(desk, self)
        gateway = desk.gateway
        gateway.changed.connect(self._on_changed)
        gateway.refused.connect(self._on_refused)
        gateway.endangered.connect(self._on_endangered)
        gateway.busy.connect(self._on_busy)
        desk.caretaker.kept.connect(self._on_kept)
        desk.caretaker.failed.connect(self._on_no_copy)
        desk.caretaker.crowded.connect(self._on_crowded)
        self._author = own_name(desk.memory)
        self._chapter = ""
        self._read_book()
        self.setAcceptDrops(True)
        self.go_to_last_page()

    @override
    def take(self, files: tuple[Path, ...]) -> None:
        if not self._begin.take_whole(files):
            self.desk.go("import", files)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Stand until all is stored and copied; where that fails, stay once, and say so."""
        failed = None if self._stayed else self.desk.caretaker.finish()
        if failed is None:
            super().closeEvent(event)
            return
        self._stayed = True
        event.ignore()
        way_out = self._way_out_of_damage(failed) or self._way_out(failed)
        self.desk.say(of_staying(failed, way_out))

    @Slot(object)
    def _on_changed(self, change: "Change") -> None:
        self.status.show_change(_told(change), undoable=change.kind is not EntryKind.UNDO)
        if change.tables & _WHO:
            self._read_parties()
        if change.tables & _WHOSE:
            self._read_book()
        if change.tables & _WORDS:
            self.desk.gateway.read(own_words, self.desk.today()).then(self._on_words)

    @Slot(object)
    def _on_words(self, words: Mapping[str, str]) -> None:
        """Say the group's own words from now on, where its profile has others than before."""
        if i18n.rename(words):
            self.speak_anew(pages())

    def shows(self, path: Path) -> bool:
        """Tell whether this is the window of a book, which is open."""
        gateway = self.desk.gateway
        return not gateway.closed and gateway.path.absolute() == path.absolute()

    def watch(self) -> None:
        """Look after the book as a file from now on, and ask who is in it and what waits."""
        self._read_parties()
        self.waiting.ask()
        self.desk.caretaker.watch()

    def state(self) -> Iterator[Message]:
        """Yield what stands in the way of changing the book, with the way on."""
        gateway, door = self.desk.gateway, self._door
        if gateway.read_only and door.is_far(gateway.path):
            yield of_network(door.network_of(gateway.path), self._ways_on())
        elif gateway.read_only:
            yield of_reading_only(self._refuge())
        elif self.desk.caretaker.space_is_low():
            yield of_full_disk()

    @Slot()
    def _on_crowded(self) -> None:
        self.desk.say(of_full_disk())

    @Slot()
    def _on_kept(self) -> None:
        self._show_keeper(_("all changes saved"))

    @Slot(object)
    def _on_no_copy(self, error: AppError) -> None:
        """Tell that a copy failed; where the book itself is damaged, that is how it is found."""
        words = _("No copy of the book could be kept. {why}").format(why=sentence(error))
        self.desk.say(Message(words, Gravity.WARNING, self._way_out_of_damage(error)))

    def _way_out_of_damage(self, error: AppError) -> Action | None:
        ask = partial(self._door.ways_out, self.desk.gateway.path)
        return Action("file.ways-out", _("Ways out …"), ask) if is_damage(error) else None

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self.desk.say(Message(sentence(error), Gravity.ERROR, self._way_out(error)))

    @Slot(object)
    def _on_endangered(self, error: AppError) -> None:
        """Offer the way out above the page, for the form that was refused has none."""
        way_out = self._way_out(error)
        if way_out is not None:
            self.desk.say(Message(sentence(error), Gravity.ERROR, way_out))
        self._lost = error.reason in _LOST
        self._show_keeper(_("the last change is not saved"))

    def _way_out(self, error: AppError) -> Action | None:
        gateway = self.desk.gateway
        if gateway.read_only and self._door.is_far(gateway.path):
            return self._ways_on()
        return self._refuge() if error.reason in _IN_DANGER else None

    def _ways_on(self) -> Action:
        ask = partial(self._door.ways_on, self.desk.gateway.path)
        return Action("file.network", _("Ways on …"), ask)

    def _refuge(self) -> Action:
        """Return the way to go on in a file of its own, with everything that stands in forms."""
        return Action("file.go-on", _("Save as a new book and go on there …"), self._ask_refuge)

    def _save_as(self) -> Action:
        return Action(
            "file.save-as", _("Save as a new book …"), self._ask_save_as, "Ctrl+Shift+D", "save",
            menu=Menu.FILE, group=3,
        )  # fmt: skip

    def _ask_save_as(self) -> None:
        if self.desk.gateway.read_only or self._lost:
            self._ask_refuge()
        else:
            self._ask_place().fileSelected.connect(self._on_save_as)

    def _ask_refuge(self) -> None:
        self._ask_place().fileSelected.connect(self._on_refuge)

    def _ask_place(self) -> QFileDialog:
        path = self.desk.gateway.path
        folder = path.parent if path.parent.is_dir() else paths.documents_folder()
        dialog = QFileDialog(self, _("Where the new book shall lie"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(path.suffix.removeprefix("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(path.name)
        dialog.open()
        return dialog

    @Slot(str)
    def _on_refuge(self, place: str) -> None:
        self.desk.caretaker.go_on_in(Path(place)).then(partial(self._on_gone_on, Path(place)))

    def _on_gone_on(self, place: Path, _nothing: object) -> None:
        self._lost = False
        self._door.remember(place)
        for page in self.findChildren(Page):
            page.mark_stale()
        self._read_book()
        words = _(
            "You work on in {path} now; it holds all that was stored. What was refused just now "
            "was not: store it once more."
        )
        self.desk.say(Message(words.format(path=place), Gravity.DONE))

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

    @Slot()
    def _read_parties(self) -> None:
        from app.queries.roster import parties  # noqa: PLC0415  the page is seen sooner

        if not self.desk.gateway.closed:
            self.desk.gateway.read(parties, self.desk.today()).then(self._on_parties)

    def _parties_at_once(self) -> "tuple[Party, ...]":
        """Return who is in the book for one who looks for a name before the window has settled."""
        from app.queries.roster import parties  # noqa: PLC0415  the page is seen sooner

        with suppress(AppError):  # it is told when they are asked for in peace
            return self.desk.gateway.at_once(parties, self.desk.today())
        return ()

    @Slot(object)
    def _on_parties(self, found: "tuple[Party, ...]") -> None:
        self._parties = found

    def _subjects(self) -> Sequence[Subject]:
        there = self._parties_at_once() if self._parties is None else self._parties
        return [
            Subject(
                _("Member"),
                party.name,
                partial(self.desk.go, "members", party.person_id),
                party.classification,
                "person",
                partial(self._deeds, party),
            )
            for party in there
            if party.kind is PersonKind.MEMBER and party.current
        ]

    def _deeds(self, party: "Party") -> Sequence[Action]:
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

    def _of_network(self, desk: Desk) -> list[Action]:
        path = desk.gateway.path
        if not self._door.is_far(path):
            return []
        ask = partial(self._door.ways_on, path)
        words = _("This book on its network folder …")
        return [Action("file.network", words, ask, icon="link", menu=Menu.FILE, group=3)]

    def _file_actions(self, desk: Desk) -> list[Action]:
        begin = self._begin
        file = Menu.FILE
        recent = RecentBooks(desk.memory).paths()
        return [
            Action("file.new", _("New chapter …"), begin.ask_new, "", "plus", menu=file),
            Action("file.open", _("Open a book …"), begin.ask_open, "Ctrl+O", "folder", menu=file),
            *(
                Action(
                    f"file.recent.{place}",
                    _("Open {name}").format(name=path.stem),
                    partial(self._door.open_book, path),
                    icon="book",
                    hint=str(path.parent),
                    menu=file,
                    group=1,
                )
                for place, path in enumerate(recent)
                if path != desk.gateway.path.absolute()
            ),
            Action(
                "file.import", _("Import files …"), begin.ask_files, "Ctrl+I", "download",
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
            *self._of_network(desk),
            Action("file.demo", _("Try a demo chapter …"), begin.ask_demo, menu=file, group=2),
            Action("file.quit", _("Quit"), self.close, "Ctrl+Q", menu=file, group=4),
        ]  # fmt: skip


def _told(change: "Change") -> str:
    words = {
        EntryKind.UNDO: _("Undone: {label}"),
        EntryKind.REDO: _("Done again: {label}"),
        EntryKind.TAKE_BACK: _("Taken back: {label}"),
    }
    return words.get(change.kind, "{label}").format(label=change.label)
