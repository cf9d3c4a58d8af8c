"""Members: the list of all, and the page of one."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.member.view import MemberView
from app.ui.members.list import MemberList
from app.ui.page import Page


class MembersPage(Page):
    """Shows the list, or the member it was aimed at: a person's id."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = MemberList(desk)
        self.member = MemberView(desk, self.list.editors)
        self._stack = QStackedWidget()
        for one in (self.list, self.member):
            one.heading_changed.connect(self.heading_changed)
            self._stack.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.list)
        self.list.wanted.connect(self.show_member)
        self.list.listed.connect(self._on_listed)
        self.member.left.connect(self.come_again)
        self.member.shown.connect(self._on_shown)

    @override
    def heading(self) -> Heading:
        return self._page().heading()

    @override
    def deeds(self) -> Sequence[Action]:
        return self._page().deeds()

    @override
    def aim(self, target: object) -> None:
        if isinstance(target, int):
            self.show_member(target)

    @Slot()
    @override
    def come_again(self) -> None:
        self._show(self.list)

    @Slot(int)
    def show_member(self, person_id: int) -> None:
        """Show one member; those before and after him are the ones the list shows."""
        self.list.load_once()
        self.member.show_member(person_id, self.list.shown_members())
        self._show(self.member)

    def _show(self, page: Page) -> None:
        self.setFocusProxy(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self.heading_changed.emit()

    def _page(self) -> Page:
        return self.member if self._stack.currentWidget() is self.member else self.list

    @Slot(int)
    def _on_shown(self, person_id: int) -> None:
        self.list.table.choose(person_id)

    @Slot()
    def _on_listed(self) -> None:
        self.member.know_neighbours(self.list.shown_members())
