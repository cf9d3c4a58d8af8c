"""Puts the program together; the only module that knows every other."""

import builtins
import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from app import cli, later


def main() -> int:
    """Carry out a command, or open the window until it closes; return the exit status."""
    arguments = sys.argv[1:]
    later.put_off()
    if cli.is_command(arguments):
        _speak_every_script()
        return _heard(arguments)
    return _open_window(Path(arguments[0]) if arguments else None)


def _heard(arguments: list[str]) -> int:
    """Carry out a command; one who does not listen to the end, as ``head`` does, has enough."""
    try:
        status = cli.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _open_window(book: Path | None) -> int:
    # Qt takes a second to load and a screen to run, so that a command never needs it. It puts an
    # import in place that reads the source of all later modules for a feature nobody uses here.
    plain_import = builtins.__import__
    gc.disable()  # until the window stands; almost nothing made before then is ever garbage
    from app.ui.start import run  # noqa: PLC0415

    builtins.__import__ = plain_import
    return run(book)


def _speak_every_script() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # names do not fit a Windows code page
