"""The command line, the second front end: it keeps the core usable without a window.

``run`` carries out one command and returns its exit status: 0 done, 1 refused with one sentence
on standard error, 2 wrong usage. Qt is never imported on this way.

``arguments``   what may be typed
``books``       opening a book to read it, to change it, or as a new one
``voice``       what goes to standard output and standard error
``importing`` ``reporting`` ``checking`` ``founding``   the commands
"""

from app.cli.arguments import is_command
from app.cli.commands import run

__all__ = ["is_command", "run"]
