"""From what was typed to an exit status: 0 done, 1 refused, 2 wrong usage."""

from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from app import i18n
from app.cli import voice
from app.cli.arguments import WRONG_USAGE, Command, WrongUsageError, parse
from app.errors import AppError, StorageError

REFUSED = 1

# Imported when asked for: a list of reports needs no database, a check no paper.
_MODULES = {
    "demo": "app.cli.founding",
    "import": "app.cli.importing",
    "export": "app.cli.exporting",
    "restore-json": "app.cli.restoring",
    "report": "app.cli.reporting",
    "reports": "app.cli.listing",
    "print-stack": "app.cli.stacking",
    "check": "app.cli.checking",
    "reconcile": "app.cli.reconciling",
    "backup": "app.cli.copying",
    "restore": "app.cli.putting_back",
    "person-data": "app.cli.personal",
    "salvage": "app.cli.salvaging",
    "erase": "app.cli.erasing",
    "screens": "app.cli.picturing",
}


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit status.

    Raises BrokenPipeError when nobody listens any more.
    """
    i18n.rename({})
    try:
        asked = parse(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    try:
        return _carried_out(asked)
    except WrongUsageError as error:
        voice.complain_of(str(error))
        return WRONG_USAGE
    except AppError as error:
        voice.complain(error)
    except BrokenPipeError:
        raise
    except OSError as error:  # a path too long, a folder not to be entered, a drive gone
        place = Path(error.filename) if error.filename else asked.command
        voice.complain(StorageError("system_refused", path=place, cause=error.strerror or error))
    except KeyboardInterrupt:
        voice.complain(StorageError("stopped"))
    return REFUSED


def _carried_out(asked: Namespace) -> int:
    """Carry it out; what goes wrong inside on a damaged book is its damage, not our fault."""
    command: Command = import_module(_MODULES[asked.command]).run
    try:
        return command(asked)
    except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError) as error:
        book = getattr(asked, "book", None)
        if book is None or not import_module("app.cli.books").is_damaged(book):
            raise
        raise StorageError("book_damaged", path=book) from error
