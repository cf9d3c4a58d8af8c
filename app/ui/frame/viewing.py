"""The actions that change how the program looks."""

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


def _wear(mode: Mode, memory: Memory) -> None:
    theme().switch(mode)
    memory.save_text("window/theme", mode)
