"""``print-stack``: documents in one go, as one PDF or one file each; for every member, too."""

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.cli import books, choosing, voice
from app.cli.arguments import WrongUsageError
from app.errors import NotFoundError
from app.i18n import _
from app.queries.chapter import settings
from app.queries.roster import seating
from app.reports import output, stacks
from app.reports.kit.sheet import Sheet
from app.reports.report import Choice, Report
from app.reports.stacks import Member, Piece
from app.storage import Store
from app.wording import sentence


def run(asked: argparse.Namespace) -> int:
    """Make the documents of a stack."""
    try:
        stack = stacks.stack(asked.name)
    except NotFoundError as error:
        raise WrongUsageError(sentence(error)) from error
    return make(asked, stack.reports, every_member=stack.every_member)


def make(asked: argparse.Namespace, reports: Sequence[Report], *, every_member: bool) -> int:
    """Make documents into one PDF, or into a folder, each a file of its own."""
    if asked.output is None:
        raise WrongUsageError(_("Many documents go to a file or a folder: give -o."))
    with books.reading(asked.book) as store:
        books.speak_as(store)
        choice = choosing.choice(asked, store, reports[0])
        members = _members(store, choice) if every_member else ()
        stacked = stacks.pieces(reports, choice, members)
        paper = asked.paper or store.read(settings).paper
        sheet = Sheet(printed_at=datetime.now(UTC), paper=paper, known_at=asked.as_of)
        if asked.output.suffix.lower() == ".pdf":
            pdf = stacks.bound(store, stacked, sheet, lambda _made: None)
            choosing.write(asked.output, pdf, book=asked.book)
            voice.say(str(asked.output))
        else:
            _write_each(store, stacked, sheet, asked.output)
    return 0


def _members(store: Store, choice: Choice) -> tuple[Member, ...]:
    """Return the members in seating order, as the copies are handed out."""
    seats = store.read(seating, choice.day or choice.period.end)
    return tuple(Member(one.person_id, one.name) for one in seats)


def _write_each(store: Store, stacked: Sequence[Piece], sheet: Sheet, folder: Path) -> None:
    output.make_folder(folder)
    names = output.file_names([one.name for one in stacked])
    for (piece, rows), name in zip(stacks.answered(store, stacked), names, strict=True):
        output.write(folder / name, piece.report.pdf(rows, sheet))
        voice.say(str(folder / name))
