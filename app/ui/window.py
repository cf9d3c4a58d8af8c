"""The window: navigation, header, message, page and status bar, and the way between pages."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.i18n import _
from app.ui.actions import Action, Menu, Provider
from app.ui.desk import Desk
from app.ui.frame.documents import Listed, at_hand, documents, showing
from app.ui.frame.header import Header
from app.ui.frame.helping import helping
from app.ui.frame.menus import MenuBar, Menus
from app.ui.frame.navigation import Navigation
from app.ui.frame.standing import editing, going
from app.ui.frame.statusbar import StatusBar
from app.ui.frame.strip import Strip
from app.ui.frame.viewing import presenting, viewing
from app.ui.kit.sheet import Sheet, SheetHost
from app.ui.page import Page
from app.ui.pages import PageSpec
from app.ui.theme import theme

if TYPE_CHECKING:
    from app.ui.attempt import Both
    from app.ui.frame.palette import Palette

SIZE = QSize(1280, 800)
_LEAST_SIZE = QSize(560, 360)
_NARROW = 900
_NARROW_HEADER = 1120  # below it the search field would cut the title


class Window(QMainWindow):
    """Shows one page at a time and offers everything that can be done."""

    def __init__(
        self,
        desk: Desk,
        pages: Sequence[PageSpec],
        *,
        actions: Sequence[Action] = (),
        providers: Sequence[Provider] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._specs = {spec.name: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._alt_alone = False
        self._centre = QWidget()
        self._menu_bar = MenuBar(self)
        self._own_actions = tuple(actions)
        self._providers = tuple(providers)
        self._make_parts(pages)
        self._lay_out()
        self._connect()
        self.setMinimumSize(_LEAST_SIZE)
        self.resize(SIZE)
        self.desk.memory.restore_geometry(self)

    def show_book(self, chapter: str, *keeper: str) -> None:
        """Say whose book is open, and how it is kept, at the foot."""
        self.navigation.title.say(chapter)
        self.setWindowTitle(chapter)
        self.status.show_keeper(*keeper)

    @cached_property
    def palette_box(self) -> "Palette":
        """The command palette, made when it is first asked for."""
        from app.ui.frame.palette import Palette  # noqa: PLC0415  the window is seen sooner

        return Palette(self._centre)

    def page(self, name: str) -> Page:
        """Return a page by name, made at its first use."""
        if name not in self._pages:
            page = self._specs[name].build(self.desk)
            page.setAccessibleName(self._specs[name].title)
            page.heading_changed.connect(self._on_heading_changed)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        return self._shown

    def go_to_last_page(self) -> None:
        """Show the page of last time, or the first one."""
        last = self.desk.memory.text("window/page")
        self.go(last if last in self._specs else next(iter(self._specs)))

    @Slot(str, object)
    def go(self, name: str, target: object = None) -> None:
        """Show a page, and there what is asked for."""
        page = self.page(name)
        self.sheets.close_all()
        if target is not None:
            page.aim(target)
        elif name == self._shown:
            page.come_again()
        if name != self._shown:
            self.strip.show_message(None)
        self._shown = name
        self.navigation.show_page(name)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self._on_heading_changed()

    def speak_anew(self, pages: Sequence[PageSpec]) -> None:
        """Make every page again, since things are called otherwise from now on."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._specs = {spec.name: spec for spec in pages}
        self.navigation.rename([spec for spec in pages if spec.listed])
        self.go(self._shown)

    @Slot()
    def open_palette(self) -> None:
        """Open the command palette over the page."""
        subjects = [subject for provide in self._providers for subject in provide()]
        self.palette_box.open(self.deeds(), subjects)
        if "reports" not in self._specs:
            return
        if at_hand():
            self._on_documents(documents())
        else:
            self.desk.gateway.compute(documents).then(self._on_documents)

    @Slot(object)
    def _on_documents(self, listed: tuple[Listed, ...]) -> None:
        self.palette_box.add(showing(listed, self.go))

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._alt_alone:
            self._menu_bar.come()
        self._alt_alone = False
        super().keyReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alt_alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = self.width() < _NARROW
        self.navigation.narrow(to_icons=small)
        self.header.narrow(to_icons=self.width() < _NARROW_HEADER)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        for screen in self.findChildren(QWidget, "presenter"):
            screen.close()
        self.desk.memory.save_geometry(self)
        self.desk.memory.save_text("window/page", self._shown)
        super().closeEvent(event)

    def _make_parts(self, pages: Sequence[PageSpec]) -> None:
        self.navigation = Navigation([spec for spec in pages if spec.listed])
        self.header = Header()
        self.strip = Strip()
        self.status = StatusBar()
        self._stack = QStackedWidget()
        self.setMenuBar(self._menu_bar)
        self._menus = Menus(self._menu_bar, self)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.strip)
        right.addWidget(self._stack, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.navigation)
        upper.addLayout(right, 1)
        whole = QVBoxLayout(self._centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(self._centre)
        self.sheets = SheetHost(self._stack)
        self.sheets.covered.connect(self._on_heading_changed)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self._on_chosen)
        self.navigation.title.clicked.connect(self._on_title)
        self.header.acted.connect(self._on_acted)
        self.header.search_wanted.connect(self.open_palette)
        self.status.undo_wanted.connect(self._on_undo)
        theme().changed.connect(self._on_heading_changed)
        self.desk.left.connect(self.go)
        self.desk.said.connect(self.strip.show_message)
        self.desk.sheet_wanted.connect(self._on_sheet)
        self.desk.gateway.clashed.connect(self._on_clashed)
        self.desk.presenter_wanted.connect(self._on_present)
        self.desk.counted.connect(self.navigation.count)

    def deeds(self) -> list[Action]:
        """Return everything that can be done now, the page's own deeds first."""
        page = self._pages.get(self._shown)
        if page is None or self.sheets.isVisible():
            return [*self._own_actions, *self._standing_actions()]
        heading = page.heading()
        beside = (heading.primary, heading.back, heading.forward)
        deeds = {action.name: action for action in beside if action is not None}
        deeds |= {action.name: action for action in page.deeds()}
        standing = (one for one in self._standing_actions() if one.name not in deeds)
        return [*deeds.values(), *self._own_actions, *standing]

    def _standing_actions(self) -> list[Action]:
        come = self._menu_bar.come
        return [
            *editing(self._on_undo, self._on_redo, self.open_palette),
            *viewing(self.desk.memory),
            presenting(self.desk.present),
            *self._listing(self._pages.get(self._shown)),
            Action("view.menu", _("Menu bar"), come, "F10", "menu", menu=Menu.VIEW, group=1),
            *going(self._specs.values(), self.go),
            *helping(self.desk, self.deeds),
        ]

    def _listing(self, page: Page | None) -> list[Action]:
        if page is None or page.findChild(QTableView) is None:
            return []
        from app.ui.exporting.lists import listing  # noqa: PLC0415  the window is seen sooner

        return listing(self.desk, page)

    @Slot()
    def _on_heading_changed(self) -> None:
        page = self._pages.get(self._shown)
        if page is None:
            return
        self.header.show_heading(page.heading())
        self._menus.show_actions(self.deeds(), self._specs[self._shown].title)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.go(name)

    @Slot()
    def _on_title(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._menus.fill(menu)
        title = self.navigation.title
        menu.popup(title.mapToGlobal(QPoint(0, title.height() + 2)))

    @Slot(object)
    def _on_acted(self, action: Action) -> None:
        action.run()

    @Slot(object)
    def _on_sheet(self, sheet: Sheet) -> None:
        self.sheets.open(sheet)

    @Slot(object)
    def _on_clashed(self, both: "Both") -> None:
        from app.ui.choosing.versions import show  # noqa: PLC0415  two seldom edit one record

        show(self.desk, both)

    @Slot()
    def _on_present(self) -> None:
        from app.ui.presenter.screen import PresenterScreen  # noqa: PLC0415  the window is seen sooner

        screen = self.findChild(PresenterScreen) or PresenterScreen(self.desk, self)
        screen.come()

    @Slot()
    def _on_undo(self) -> None:
        self.desk.gateway.undo()

    @Slot()
    def _on_redo(self) -> None:
        self.desk.gateway.redo()
