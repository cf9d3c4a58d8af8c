"""Who signs the journal on this machine."""

import getpass

from app.ui.memory import Memory

_KEY = "user/name"


def own_name(memory: Memory) -> str:
    """Return the name the user gave himself, else that of his account."""
    return memory.text(_KEY) or _account()


def call_myself(memory: Memory, name: str) -> None:
    """Remember the name that shall stand in the journal from the next start on."""
    memory.save_text(_KEY, name.strip())


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name, as in a container
        return "?"
