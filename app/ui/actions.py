"""Everything that can be done, as values: menus, palette, keys and tool tips are made from them."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial

from app.rows import row


class Menu(Enum):
    """Where in the menu bar an action is found; documents only in the palette."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    GO = "go"
    PAGE = "page"
    HELP = "help"
    DOCUMENT = "document"


@row(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    ``name`` is stable and unique, such as ``meeting.complete``; ``key`` is a shortcut as Qt
    writes it in English, such as ``Ctrl+P``, a second one behind a bar; ``hint`` stands small
    and grey beside the text; ``group`` puts a line between actions of a menu where it changes.
    """

    name: str
    text: str
    run: Callable[[], object]
    key: str = ""
    icon: str = ""
    hint: str = ""
    menu: Menu = Menu.PAGE
    group: int = 0
    enabled: bool = True
    checked: bool | None = None

    @property
    def shown_key(self) -> str:
        """The key that is shown beside the action."""
        return self.key.partition("|")[0]


def views(
    shown: Sequence[tuple[str, str]], turn_to: Callable[[int], object], *, at: int, group: int = 1
) -> list[Action]:
    """Return an action for each view of a page: ``Alt+1``, ``Alt+2`` and on, on every page alike.

    ``shown`` are their names and texts in order, ``at`` is the place of the one in force.
    """
    return [
        Action(
            name, text, partial(turn_to, place), f"Alt+{place + 1}", group=group,
            checked=place == at,
        )
        for place, (name, text) in enumerate(shown)
    ]  # fmt: skip


@row(frozen=True, slots=True)
class Subject:
    """Somebody or something the palette can find, and what can be done with it.

    ``kind`` heads its group, such as Member; ``run`` goes there.
    """

    kind: str
    text: str
    run: Callable[[], object]
    hint: str = ""
    icon: str = "person"
    deeds: Callable[[], Sequence[Action]] | None = None


Provider = Callable[[], Sequence[Subject]]
