"""Every page and every editor of the window, put on stage one after the other for a picture.

Nothing can be stored meanwhile: the book is opened to be read only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import NotFoundError
from app.queries.clashes import Clash
from app.queries.history import FieldChange, RecordChange
from app.queries.meetings import Calendar, calendar
from app.queries.roster import Seat, seating
from app.rules.identifiers import EntryId
from app.ui.attempt import Both
from app.ui.choosing.versions import VersionsSheet
from app.ui.copies.badday import BadDaySheet
from app.ui.copies.far import FarSheet
from app.ui.desk import Desk
from app.ui.gateway import Attempt, Gateway
from app.ui.kit.sheet import Sheet
from app.ui.memory import Memory
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.opening.new_chapter import NewChapterSheet
from app.ui.opening.waiting import Waiting, up_to_date_words
from app.ui.opening.welcome import Welcome
from app.ui.presenter.screen import PresenterScreen
from app.ui.screens import SIZE, hushed, picture, settle
from app.ui.theme import Mode, theme

_A_BOOK = Path("Riverside Chapter.chapter")


@dataclass(frozen=True, slots=True)
class Scene:
    """A page, what it is aimed at, and the action that opens an editor over it.

    Or, without a page, a board of the presenter, counted from 0.
    """

    name: str
    page: str = ""
    target: str = ""
    action: str = ""
    board: int = 0


SCENES = (
    Scene("today", "today"),
    Scene("meetings", "meetings"),
    Scene("meeting", "meetings", "meeting"),
    Scene("schedule", "schedule"),
    Scene("schedule-agenda", "schedule", "", "schedule.agenda"),
    Scene("schedule-duties", "schedule", "", "schedule.duties"),
    Scene("members", "members"),
    Scene("member-edit", "members", "", "members.admit"),
    Scene("member", "members", "member"),
    Scene("member-own", "members", "member", "member.as.own"),
    Scene("member-room", "members", "member", "member.as.room"),
    Scene("referrals", "referrals"),
    Scene("referral-edit", "referrals", "", "referrals.new"),
    Scene("closed-business", "business"),
    Scene("closed-business-edit", "business", "", "business.new"),
    Scene("visitors", "visitors"),
    Scene("visitor-edit", "visitors", "", "visitors.invite"),
    Scene("one-to-ones", "one-to-ones"),
    Scene("one-to-one-edit", "one-to-ones", "", "one-to-ones.new"),
    Scene("scoreboard", "scoreboard"),
    Scene("network", "network"),
    Scene("trends", "trends"),
    Scene("scores", "scores"),
    Scene("scores-months", "scores", "", "scores.view.heat-map"),
    Scene("scores-chapter", "scores", "", "scores.view.chapter-lights"),
    Scene("scores-compare", "scores", "", "scores.view.two-profiles"),
    Scene("scores-what-if", "scores", "", "scores.view.what-if"),
    Scene("profiles", "profiles"),
    Scene("profiles-copy", "profiles", "", "profiles.copy"),
    Scene("profiles-rules", "profiles", "", "profiles.rules"),
    Scene("presenter", board=0),
    Scene("presenter-month", board=1),
    Scene("presenter-term", board=2),
    Scene("presenter-firsts", board=3),
    Scene("presenter-teams", board=4),
    Scene("presenter-thanks", board=-1),
    Scene("committee", "committee"),
    Scene("letters", "letters"),
    Scene("reports", "reports"),
    Scene("history", "history"),
    Scene("all-slips", "all-slips"),
    Scene("settings", "settings"),
    Scene("import", "import"),
    Scene("checking", "checking"),
    Scene("entry-form", "entry-form"),
    Scene("export", "export"),
    Scene("copies", "copies"),
    Scene("keys", "today", "", "help.keys"),
    Scene("palette", "today", "", "edit.search"),
)


def photograph_everything(
    book: Path, folder: Path, *, mode: Mode = Mode.LIGHT, scale: float = 1.0
) -> Iterator[Path]:
    """Save a picture of every scene as ``name.png`` and yield the files as they come."""
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError(application)
    theme().dress(application, mode)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch, hushed():
        memory = Memory(Path(scratch) / "window.ini")
        yield from _of_the_start(folder, scale)
        yield from _of_the_book(book, folder, memory, scale)


def _of_the_start(folder: Path, scale: float) -> Iterator[Path]:
    welcome = Welcome(())
    welcome.resize(SIZE)
    welcome.show()
    yield _saved(welcome, folder, "welcome", scale)
    for name, sheet in _sheets_of_the_start():
        welcome.open_sheet(sheet)
        yield _saved(welcome, folder, name, scale)
    welcome.close()
    welcome.deleteLater()
    waiting = Waiting(_A_BOOK.stem, *up_to_date_words(), QRect(QPoint(), SIZE))
    waiting.show()
    yield _saved(waiting, folder, "waiting", scale)
    waiting.close()
    waiting.deleteLater()


def _sheets_of_the_start() -> Iterator[tuple[str, Sheet]]:
    yield "new-chapter", NewChapterSheet(_nothing)
    yield "ways-out", BadDaySheet(_A_BOOK, None, restore=_nothing, salvage=_nothing)
    yield "network-folder", FarSheet(_A_BOOK, "nfs", writes=False, bring=_nothing, choose=_nothing)


def _of_the_book(book: Path, folder: Path, memory: Memory, scale: float) -> Iterator[Path]:
    gateway = Gateway.open(book, author="", read_only=True)
    try:
        day = _last_day(gateway)
        noon = datetime.combine(day, time(12), tzinfo=UTC)
        desk = Desk(gateway, now=lambda: noon, memory=memory)
        door = FrontDoor(memory)
        window = BookWindow(desk, door, door.begin)
        window.resize(SIZE)
        window.show()
        window.waiting.ask()
        presenter = PresenterScreen(desk)
        presenter.resize(SIZE)
        window.go("members")
        settle(gateway)
        window.sheets.open(VersionsSheet(desk, _two_versions(day)))
        yield _saved(window, folder, "two-versions", scale)
        for scene in SCENES:
            if scene.page and not _stage(window, scene, day):
                continue
            if not scene.page:
                presenter.turn_to(scene.board)
                settle(gateway)
            yield _saved(window if scene.page else presenter, folder, scene.name, scale)
        presenter.deleteLater()
        window.close()
        window.deleteLater()
        settle(gateway)
    finally:
        gateway.close()


def _last_day(gateway: Gateway) -> date:
    """Return the day after the last meeting that was begun, so that pages show a living book."""
    asked = _Asked()
    today = datetime.now(UTC).date()
    gateway.read(calendar, today).then(asked.take)
    settle(gateway)
    held = [row.held_on for row in asked.calendar().rows if sum(row.marks)]
    last = max(held, default=today)
    return date.fromordinal(last.toordinal() + 1)


def _stage(window: BookWindow, scene: Scene, day: date) -> bool:
    """Show a scene; tell whether the book has what it is aimed at."""
    target = _target(window, scene.target, day)
    if scene.target and target is None:
        return False
    window.go("today")
    window.go(scene.page, target)
    settle(window.desk.gateway)
    if scene.action:
        actions = {action.name: action for action in window.deeds()}
        if scene.action not in actions:
            raise NotFoundError("record_missing")
        actions[scene.action].run()
        settle(window.desk.gateway)
    return True


def _target(window: BookWindow, target: str, day: date) -> object:
    if target == "meeting":
        return date.fromordinal(day.toordinal() - 1)
    if target == "member":
        asked = _Asked()
        window.desk.gateway.read(seating, day).then(asked.take)
        settle(window.desk.gateway)
        return asked.first_seat()
    return None


def _two_versions(day: date) -> Both:
    """Return what two officers may have changed of one membership, for a picture."""
    stored, mine, due = (day.replace(day=1, year=day.year + more) for more in (-9, -8, 1))
    spell = RecordChange("spell", 1, (FieldChange("joined_on", stored, mine),))
    others = (FieldChange("renewal_due", None, due),)
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    clash = Clash("Bob Hartley", noon, EntryId(1), (spell,), others)
    return Both(Attempt("Membership of Ann Whitfield corrected", _nothing, {}), clash)


class _Asked:
    """Keeps an answer of the book until it is used."""

    def __init__(self) -> None:
        self._answer: object = None

    def take(self, answer: object) -> None:
        """Keep an answer."""
        self._answer = answer

    def calendar(self) -> Calendar:
        """Return the calendar that was asked for."""
        if not isinstance(self._answer, Calendar):
            raise NotFoundError("chapter_missing")
        return self._answer

    def first_seat(self) -> object:
        """Return the member in the first seat, if anybody sits."""
        seats = self._answer if isinstance(self._answer, tuple) else ()
        return seats[0].person_id if seats and isinstance(seats[0], Seat) else None


def _saved(widget: QWidget, folder: Path, name: str, scale: float) -> Path:
    QApplication.processEvents()
    file = folder / f"{name}.png"
    if not picture(widget, scale).save(str(file)):
        raise OSError(str(file))
    return file


def _nothing(*_entered: object, **_more: object) -> None:
    """Do nothing with what is entered for a picture."""
