"""Documents that are made in one go: the papers of a meeting, a statement for every member."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from app.errors import NotFoundError
from app.i18n import _
from app.reports.catalogue import REPORTS
from app.reports.kit.binder import Binder
from app.reports.kit.sheet import Sheet
from app.reports.report import Asks, Book, Choice, Report
from app.rules.privacy import Audience


@dataclass(frozen=True, slots=True)
class Stack:
    """Documents by name, in the order they are printed; those not in the catalogue are left out.

    ``every_member`` makes each document once for every member.
    """

    name: str
    title: Callable[[], str]
    says: Callable[[], str]
    names: tuple[str, ...]
    every_member: bool = False

    @property
    def reports(self) -> tuple[Report, ...]:
        """The documents there are."""
        known = {one.name: one for one in REPORTS}
        return tuple(known[name] for name in self.names if name in known)

    @property
    def asks(self) -> frozenset[Asks]:
        """What its documents ask for, all together."""
        asked = frozenset[Asks]().union(*(one.asks for one in self.reports))
        return asked - {Asks.MEMBER} if self.every_member else asked

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """For whom it can be made: members' copies for themselves, if they can be."""
        found = {audience for one in self.reports for audience in one.audiences}
        if self.every_member and Audience.OWN in found:
            return (Audience.OWN,)
        return tuple(one for one in Audience if one in found)


def asks_period(paper: Report | Stack) -> bool:
    """Tell whether a period is asked for; a report on one meeting takes it from the meeting."""
    reports = paper.reports if isinstance(paper, Stack) else (paper,)
    return any(Asks.PERIOD in one.asks and Asks.MEETING not in one.asks for one in reports)


@dataclass(frozen=True, slots=True)
class Member:
    """Whose copy a document is."""

    person_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a stack, and what its file is called."""

    report: Report
    choice: Choice
    name: str


_ALL: tuple[Stack, ...] = (
    Stack(
        name="before-the-meeting",
        title=lambda: _("Papers for the meeting"),
        says=lambda: _("Agenda, attendance and sign-in sheets, badges, blank slips."),
        names=("agenda", "attendance-sheet", "sign-in-sheet", "badges", "blank-slips"),
    ),
    Stack(
        name="after-the-meeting",
        title=lambda: _("After the meeting"),
        says=lambda: _("Meeting report, scoreboard and two-minute report."),
        names=("meeting-report", "scoreboard", "two-minute-report"),
    ),
    Stack(
        name="all-statements",
        title=lambda: _("All member statements"),
        says=lambda: _("One for every member, for that member's own eyes."),
        names=("member-statement",),
        every_member=True,
    ),
    Stack(
        name="all-scores",
        title=lambda: _("Everybody's score explained"),
        says=lambda: _("Why this score, once for every member."),
        names=("explain-sheet",),
        every_member=True,
    ),
)
STACKS = tuple(stack for stack in _ALL if stack.reports)


def stack(name: str) -> Stack:
    """Return a stack by name; NotFoundError where there is none."""
    for one in STACKS:
        if one.name == name:
            return one
    raise NotFoundError("no_such_stack", name=name, names=", ".join(one.name for one in STACKS))


def pieces(
    reports: Sequence[Report], choice: Choice, members: Sequence[Member] = ()
) -> tuple[Piece, ...]:
    """Return the documents in their order, each for every member where members are given."""
    return tuple(_pieces(reports, choice, members))


def _pieces(
    reports: Sequence[Report], choice: Choice, members: Sequence[Member]
) -> Iterator[Piece]:
    for report in reports:
        fitting = replace(choice, audience=_audience(report, choice, own=bool(members)))
        if not members:
            yield Piece(report, fitting, report.title())
        for member in members:
            own = replace(fitting, member_id=member.person_id)
            yield Piece(report, own, f"{report.title()} – {member.name}")


def _audience(report: Report, choice: Choice, *, own: bool) -> Audience:
    """Return for whom a document is made: a member's copy for himself, else as it was chosen."""
    if own and Audience.OWN in report.audiences:
        return Audience.OWN
    return choice.audience if choice.audience in report.audiences else report.audiences[0]


def answered(book: Book, stacked: Sequence[Piece]) -> Iterator[tuple[Piece, Any]]:
    """Yield each document with its rows; those of many members are asked for together.

    Not of all of them at once: rows of hundreds of members would stand in memory before the
    first page is drawn.
    """
    for (report, choice), group in groupby(stacked, key=_but_for_whom):
        copies = list(group)
        if report.batch is None:
            yield from ((piece, report.rows(book, piece.choice)) for piece in copies)
            continue
        for begin in range(0, len(copies), _TOGETHER):
            some = copies[begin : begin + _TOGETHER]
            known = [one for piece in some if (one := piece.choice.member_id) is not None]
            rows = report.rows_of_members(book, choice, known)
            yield from ((piece, rows[one]) for piece, one in zip(some, known, strict=True))


_TOGETHER = 40


def _but_for_whom(piece: Piece) -> tuple[Report, Choice]:
    return piece.report, replace(piece.choice, member_id=None)


def bound(
    book: Book, stacked: Sequence[Piece], sheet: Sheet, told: Callable[[int], object]
) -> bytes:
    """Make all documents of a stack as one file; ``told`` hears how many are made."""
    binder = Binder(sheet.language)
    for number, (piece, rows) in enumerate(answered(book, stacked), start=1):
        piece.report.pdf(rows, replace(sheet, binder=binder))
        told(number)
    return binder.finish()
