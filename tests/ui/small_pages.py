"""Pages with next to nothing on them, to try the frame with."""

from collections.abc import Sequence

from typing_extensions import override

from app.i18n import _
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import HeadChip, Heading
from app.ui.page import Page
from app.ui.pages import PageSpec

_HERE = "tests.ui.small_pages"


class FirstPage(Page):
    """Counts how often it was asked to reload, and what it was aimed at."""

    DEPENDS_ON = frozenset({"person"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.reloads = 0
        self.aims: list[object] = []
        self.done: list[str] = []

    @override
    def heading(self) -> Heading:
        return Heading(
            "First",
            "one mark blank",
            chip=HeadChip("Draft", "pencil", dashed=True),
            primary=Action("first.do", "Do it", self._do, "Ctrl+D", "check"),
            provisional=True,
        )

    @override
    def deeds(self) -> Sequence[Action]:
        return (Action("first.more", "Do more", self._do, "Ctrl+E"),)

    @override
    def aim(self, target: object) -> None:
        self.aims.append(target)

    @override
    def reload(self) -> None:
        self.reloads += 1

    def _do(self) -> None:
        self.done.append("done")


class SecondPage(FirstPage):
    """Another one, with neighbours."""

    @override
    def heading(self) -> Heading:
        return Heading("Second", back=Action("second.back", "Before", self._do))


def small_pages() -> tuple[PageSpec, ...]:
    return (
        PageSpec("first", _("First"), "today", f"{_HERE}:FirstPage", "Ctrl+1"),
        PageSpec("second", _("Second"), "meetings", f"{_HERE}:SecondPage", "Ctrl+2"),
        PageSpec("third", _("Third"), "members", f"{_HERE}:FirstPage", "Ctrl+3", 1),
    )
