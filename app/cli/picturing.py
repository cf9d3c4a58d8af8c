"""``screens``: every page and editor of the window as a picture."""

import argparse
import os
import sys

from app.cli import voice
from app.errors import StorageError


def run(asked: argparse.Namespace) -> int:
    """Draw every page of a book; needs no screen."""
    if not _has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt is loaded only here, so that every other command starts without it.
    from app.ui.scenes import photograph_everything  # noqa: PLC0415
    from app.ui.theme import Mode  # noqa: PLC0415

    try:
        for file in photograph_everything(
            asked.book, asked.output, mode=Mode(asked.theme), scale=asked.scale
        ):
            voice.say(str(file))
    except OSError as error:
        raise StorageError(
            "output_unwritable", path=asked.output, cause=error.strerror or str(error)
        ) from error
    return 0


def _has_screen() -> bool:
    return sys.platform in {"win32", "darwin"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
