"""Where files live: what ships with the program, and what it remembers about this user."""

from functools import cache
from pathlib import Path

import platformdirs

_PROGRAM = "chapterhouse"
_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Return the folder of icons, fonts, translations and profiles.

    It lies inside the package when installed and beside it in a checkout.
    """
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


@cache  # asked for with every figure
def config_folder() -> Path:
    """Return the folder of this user's settings; it may not exist yet."""
    return platformdirs.user_config_path(_PROGRAM, appauthor=False)


def state_folder() -> Path:
    """Return the folder of window geometry, recent books and logs; it may not exist yet."""
    return platformdirs.user_state_path(_PROGRAM, appauthor=False)


def documents_folder() -> Path:
    """Return the folder a new book is offered in."""
    return platformdirs.user_documents_path()
