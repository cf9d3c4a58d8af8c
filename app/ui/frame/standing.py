"""What can be done on every page: undo, search, change the look, go elsewhere."""

from collections.abc import Callable, Iterable
from functools import partial

from app.i18n import _
from app.ui.actions import Action, Menu
from app.ui.pages import PageSpec


def editing(
    undo: Callable[[], object], redo: Callable[[], object], search: Callable[[], object]
) -> list[Action]:
    """Return undo, redo and the palette."""
    edit = Menu.EDIT
    return [
        Action("edit.undo", _("Undo"), undo, "Ctrl+Z", "undo", menu=edit),
        Action("edit.redo", _("Redo"), redo, "Ctrl+Shift+Z|Ctrl+Y", "redo", menu=edit),
        Action("edit.search", _("Search or do"), search, "Ctrl+K", "search", menu=edit, group=1),
    ]


def going(specs: Iterable[PageSpec], go: Callable[[str], object]) -> list[Action]:
    """Return the way to every page."""
    return [
        Action(
            f"go.{spec.name}", spec.title, partial(go, spec.name), spec.key, spec.icon,
            menu=Menu.GO, group=spec.group,
        )
        for spec in specs
    ]  # fmt: skip
