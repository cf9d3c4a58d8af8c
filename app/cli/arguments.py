"""What may be typed: the commands, their arguments and options, and what is wrong usage."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from app import __version__, formats
from app.i18n import _

PROGRAM = "chapterhouse"
COMMANDS = (
    "demo", "import", "export", "restore-json", "report", "reports", "print-stack", "check",
    "reconcile", "screens", "backup", "restore", "salvage", "person-data",
    "erase",
)  # fmt: skip
WRONG_USAGE = 2


class WrongUsageError(Exception):
    """What was typed cannot be meant; carries the sentence that says why."""


Command = Callable[[argparse.Namespace], int]


def is_command(arguments: Sequence[str]) -> bool:
    """Tell whether a command is meant, and not a book to open in the window.

    A single bare word that is no file is taken for a mistyped command.
    """
    if len(arguments) != 1:
        return bool(arguments)
    word = arguments[0]
    bare = not Path(word).suffix and Path(word).name == word
    return word in COMMANDS or word.startswith("-") or (bare and not Path(word).exists())


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what is asked for; SystemExit with status 2 and one sentence where it is wrong."""
    parser = _Parser(
        prog=PROGRAM,
        description=_("Runs a business-referral chapter. Without a command, opens the window."),
        epilog=_(
            "BOOK is the path of a chapter's book. Dates are written 2026-11-17, moments "
            "2026-11-17T20:00."
        ),
    )
    parser.add_argument("--version", action="version", version=f"Chapterhouse {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _demo(commands)
    _import(commands)
    _export(commands)
    _restore(commands)
    _report(commands)
    _reports(commands)
    _print_stack(commands)
    _check(commands)
    _reconcile(commands)
    _screens(commands)
    _backup(commands)
    _put_back(commands)
    _salvage(commands)
    _person_data(commands)
    _erase(commands)
    return parser.parse_args(arguments)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line instead of reprinting the whole usage."""

    @override
    def error(self, message: str) -> NoReturn:
        hint = _("“{command} --help” shows what can be typed.").format(command=self.prog)
        self.exit(WRONG_USAGE, f"{self.prog}: {message.rstrip('.')}. {hint}\n")


_Commands = argparse._SubParsersAction  # noqa: SLF001  argparse has no public name for it


def _demo(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("demo", help=_("make a book of an invented chapter"))
    _book(one)


def _import(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser(
        "import", help=_("bring in exported files; makes the book where there is none")
    )
    _book(one)
    one.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help=_("an exported file, or a folder of them"),
    )
    one.add_argument(
        "--date", type=_day, metavar="D", help=_("the meeting's day, for files that do not say it")
    )
    one.add_argument(
        "--other-chapter",
        action="store_true",
        help=_("take files that name another chapter than the book's"),
    )
    one.add_argument("--dry-run", action="store_true", help=_("show all of it, store nothing"))
    _far(one)
    _json(one)


def _export(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("export", help=_("write the whole book, its calendar or its cards"))
    _book(one)
    ways = one.add_mutually_exclusive_group(required=True)
    for option, what in (
        ("json", _("one document that comes back in without loss")),
        ("xlsx", _("a workbook, a sheet for each table")),
        ("csv", _("a folder of CSV files")),
        ("ics", _("a calendar of meetings and talks")),
        ("vcf", _("a card for each member")),
    ):
        where = "DIR" if option == "csv" else "FILE"
        ways.add_argument(f"--{option}", type=Path, metavar=where, help=what)
    one.add_argument(
        "--without-history", action="store_true", help=_("leave the journal out of the document")
    )


def _restore(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("restore-json", help=_("make a book from an exported document"))
    _book(one)
    one.add_argument("file", metavar="FILE", type=Path, help=_("the document"))


def _report(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("report", help=_("make a report, as PDF or as JSON"))
    _book(one)
    one.add_argument("name", metavar="NAME", help=_("its name; “reports” lists them"))
    _choices(one)
    who = one.add_mutually_exclusive_group()
    who.add_argument("--member", metavar="M", help=_("the member's name, or part of it"))
    who.add_argument(
        "--all-members", action="store_true", help=_("one for every member, into one PDF or DIR")
    )
    one.add_argument("--about", metavar="NAME", help=_("the report a change sheet compares"))
    one.add_argument(
        "--since", type=_moment, metavar="M", help=_("with how it was then, not at its last print")
    )
    where = one.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", dest="output", type=Path, metavar="FILE.pdf", help=_("the PDF"))
    _json(where)


def _print_stack(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("print-stack", help=_("make documents in one go"))
    _book(one)
    one.add_argument("name", metavar="NAME", help=_("its name; “reports” lists them"))
    _choices(one)
    one.add_argument(
        "-o", dest="output", type=Path, metavar="PATH", required=True,
        help=_("one PDF, or a folder for a file each"),
    )  # fmt: skip
    one.set_defaults(member=None, about=None, since=None)


def _choices(one: "_Parser") -> None:
    one.add_argument("--from", dest="start", type=_day, metavar="D", help=_("the first day"))
    one.add_argument("--to", dest="end", type=_day, metavar="D", help=_("the last day"))
    one.add_argument(
        "--as-of", type=_moment, metavar="M", help=_("as it was known then: a day, or a moment")
    )
    one.add_argument("--profile", metavar="P", help=_("score by this profile"))
    one.add_argument("--other", metavar="P", help=_("compare with the scores by this profile"))
    one.add_argument("--audience", choices=("room", "officers", "own"), help=_("who will see it"))
    one.add_argument("--paper", choices=("A4", "Letter"), help=_("the size of the paper"))


def _reports(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("reports", help=_("list the reports there are"))
    _json(one)


def _check(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("check", help=_("say whether a book is sound"))
    _book(one)
    one.add_argument("--copies", action="store_true", help=_("look its copies through as well"))
    _json(one)


def _reconcile(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser(
        "reconcile", help=_("hold a book against the summaries and slips audits it was given")
    )
    _book(one)
    _json(one)


def _screens(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("screens", help=_("draw every page of the window as a picture"))
    _book(one)
    one.add_argument(
        "-o", dest="output", type=Path, metavar="DIR", required=True, help=_("the folder for them")
    )
    one.add_argument("--theme", choices=("light", "dark"), default="light", help=_("the colours"))
    one.add_argument(
        "--scale", type=float, choices=(1.0, 1.5, 2.0), default=1.0, help=_("2 for dense screens")
    )


def _backup(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("backup", help=_("keep a checked copy of a book"))
    _book(one)
    one.add_argument(
        "--to", dest="folder", type=Path, metavar="DIR", help=_("a folder elsewhere, as on a stick")
    )
    _json(one)


def _put_back(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser("restore", help=_("list the copies of a book, or put one in place"))
    _book(one)
    one.add_argument("copy", metavar="COPY", nargs="?", type=Path, help=_("the copy, or “latest”"))
    one.add_argument("--dry-run", action="store_true", help=_("show what it holds, change nothing"))
    _far(one)
    _json(one)


def _salvage(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser(
        "salvage", help=_("read what can be read of a damaged book into a new one")
    )
    _book(one)
    one.add_argument("new", metavar="NEW", type=Path, help=_("the path of the new book"))
    _json(one)


def _person_data(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser(
        "person-data", help=_("write down all that is kept about one person, to hand it over")
    )
    _book(one)
    one.add_argument("member", metavar="MEMBER", help=_("the member's name, or part of it"))
    one.add_argument(
        "-o", dest="folder", type=Path, metavar="DIR", required=True, help=_("the folder for it")
    )


def _erase(commands: "_Commands[_Parser]") -> None:
    one = commands.add_parser(
        "erase", help=_("take a former member out of a book and its whole history")
    )
    _book(one)
    one.add_argument("member", metavar="MEMBER", help=_("the member's name, or part of it"))
    one.add_argument(
        "--for-good", action="store_true", help=_("do it; without, only what would go is said")
    )
    one.add_argument(
        "--remove-copies", action="store_true", help=_("remove the older copies; a new one is kept")
    )
    _far(one)


def _book(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("book", metavar="BOOK", type=Path, help=_("the book's path"))


def _far(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--on-network",
        action="store_true",
        help=_("write to it on a network folder too, where no other computer has it open"),
    )


def _json(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help=_("answer in JSON, for programs"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("“{text}” is no date; write it as 2026-11-17").format(text=text)
        raise argparse.ArgumentTypeError(message) from None


def _moment(text: str) -> datetime:
    """Return a moment; a day alone means its end, a time without a zone that of the machine."""
    try:
        if len(text) == len("2026-11-17"):
            return formats.day_end(date.fromisoformat(text))
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        message = _("“{text}” is no moment; write it as 2026-11-17 or 2026-11-17T20:00")
        raise argparse.ArgumentTypeError(message.format(text=text)) from None
