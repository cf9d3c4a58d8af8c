"""The actions that change how the program looks, and where it is seen."""

from collections.abc import Callable
from functools import partial

from app.i18n import _
from app.ui.actions import Action, Menu
from app.ui.memory import Memory
from app.ui.theme import Mode, theme


def viewing(memory: Memory) -> list[Action]:
    """Return the switch between the themes, the one in force ticked."""
    names = (
        (Mode.SYSTEM, _("Light or dark as the system"), "refresh"),
        (Mode.LIGHT, _("Light"), "sun"),
        (Mode.DARK, _("Dark"), "moon"),
    )
    return [
        Action(
            f"view.{mode}", words, partial(_wear, mode, memory), icon=icon,
            menu=Menu.VIEW, checked=theme().mode is mode,
        )
        for mode, words, icon in names
    ]  # fmt: skip


def presenting(present: Callable[[], object]) -> Action:
    """Return the way to the projector; the same one stands on the Scoreboard page."""
    hint = _("Esc closes, H shows the keys")
    return Action("present", _("Present"), present, "F5", "present", hint, Menu.VIEW, 2)


def _wear(mode: Mode, memory: Memory) -> None:
    theme().switch(mode)
    memory.save_text("window/theme", mode)
