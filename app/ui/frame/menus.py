"""The menu bar and the keys, made from the actions of the program and of the page shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui.actions import Action, Menu


class MenuBar(QMenuBar):
    """A complete menu bar that stays away until Alt or F10 asks for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Menu bar"))
        self.setVisible(self.isNativeMenuBar())

    def come(self) -> None:
        """Show the bar with its first menu marked."""
        self.show()
        self.setFocus(Qt.FocusReason.MenuBarFocusReason)
        entries = self.actions()
        if entries:
            self.setActiveAction(entries[0])

    def leave(self) -> None:
        """Go away again, unless the system keeps menu bars elsewhere."""
        self.setVisible(self.isNativeMenuBar())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Alt, Qt.Key.Key_F10):
            self.leave()
        else:
            super().keyPressEvent(event)


class Menus(QObject):
    """Keeps menus and shortcuts in step with the actions there are."""

    def __init__(self, bar: QMenuBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._window = window
        self._actions: dict[str, Action] = {}
        self._signature: tuple[object, ...] = ()
        self._group: QActionGroup | None = None

    def show_actions(self, actions: Sequence[Action], page_title: str) -> None:
        """Offer these actions; the page's own stand in a menu called like the page."""
        self._actions = {action.name: action for action in actions}
        signature = (page_title, *(_seen(action) for action in actions))
        if signature != self._signature:
            self._signature = signature
            self._rebuild(actions, page_title)

    def fill(self, menu: QMenu) -> None:
        """Put every menu of the bar under one, for the button beside the chapter's name."""
        for entry in self._bar.actions():
            menu.addAction(entry)

    def _rebuild(self, actions: Sequence[Action], page_title: str) -> None:
        if self._group is not None:
            for entry in self._group.actions():
                self._window.removeAction(entry)
            self._group.deleteLater()
        for menu in self._bar.findChildren(QMenu):  # clear() would only forget them
            menu.deleteLater()
        self._bar.clear()
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._group.triggered.connect(self._on_triggered)
        for kind, title in _titles(page_title):
            inside = [action for action in actions if action.menu is kind]
            if inside:
                menu = QMenu(title, self._bar)  # one that the bar made would stay with it for ever
                self._bar.addAction(menu.menuAction())
                self._fill(menu, inside, self._group)

    def _fill(self, menu: QMenu, actions: Sequence[Action], group: QActionGroup) -> None:
        before = actions[0].group
        for action in actions:
            if action.group != before:
                menu.addSeparator()
            before = action.group
            entry = _entry(action, group)
            menu.addAction(entry)
            self._window.addAction(entry)

    @Slot(QAction)
    def _on_triggered(self, entry: QAction) -> None:
        action = self._actions.get(entry.objectName())
        if action is not None:
            action.run()


def _entry(action: Action, group: QActionGroup) -> QAction:
    entry = QAction(action.text.replace("&", "&&"), group)
    entry.setObjectName(action.name)
    entry.setEnabled(action.enabled)
    if action.checked is not None:
        entry.setCheckable(True)
        entry.setChecked(action.checked)
    if action.key:
        keys = action.key.split("|")
        entry.setShortcuts([QKeySequence.fromString(key) for key in keys])
    return entry


def _seen(action: Action) -> tuple[object, ...]:
    return (
        action.name, action.text, action.key, action.menu,
        action.group, action.enabled, action.checked,
    )  # fmt: skip


def _titles(page_title: str) -> list[tuple[Menu, str]]:
    return [
        (Menu.FILE, _("&File")),
        (Menu.EDIT, _("&Edit")),
        (Menu.PAGE, page_title.replace("&", "&&")),
        (Menu.VIEW, _("&View")),
        (Menu.GO, _("&Go")),
        (Menu.HELP, _("&Help")),
    ]
