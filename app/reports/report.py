"""What a document is: its name, its audiences, what it asks for, its rows and its paper."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from app.errors import RuleError
from app.queries.change_sheet import Compared
from app.reports.kit.sheet import Sheet
from app.reports.plain import plain
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.profile import Kind
from app.rules.scoring.what_if import Assumed

T = TypeVar("T")


class Asks(StrEnum):
    """What a report wants to be told beside its audience.

    ``meeting`` is one that was held, ``coming`` one to prepare: by default the next from the day;
    ``anybody`` is a member where one is named, else all of them;
    ``changes`` a report, what that one asks for, and the moment to compare it with.
    """

    PERIOD = "period"
    DAY = "day"
    MEETING = "meeting"
    COMING = "coming"
    MEMBER = "member"
    ANYBODY = "anybody"
    DRAFTS = "drafts"
    PROFILE = "profile"
    OTHER_PROFILE = "other profile"
    ASSUMED = "assumed"
    CHANGES = "changes"


class Purpose(StrEnum):
    """What a document is for: the shelf it stands on."""

    BEFORE = "before"
    AFTER = "after"
    FIGURES = "figures"
    SCORES = "scores"
    MEMBER = "member"
    PEOPLE = "people"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a report; it takes what it asks for.

    ``meeting_id`` none means the last meeting of the period, or the next one from ``day`` on.
    ``day`` is the day a report stands for; none means the last one of the period. ``drafts``
    counts drafts too, and marks the figures as provisional. Every report can be made as it was
    known at a past moment, ``as_of``, whatever it asks for; none means now. ``about`` is the
    report a change sheet compares with how it was ``since`` a moment, by default its last print.
    """

    period: Period
    audience: Audience
    meeting_id: int | None = None
    member_id: int | None = None
    drafts: bool = False
    profile: str | None = None
    day: date | None = None
    as_of: datetime | None = None
    about: "Report | None" = None
    since: datetime | None = None
    compared: Compared | None = None
    other: str | None = None
    assumed: Assumed | None = None


class Book(Protocol):
    """What answers questions: a store, now or as it would have answered at a past moment."""

    def read(self, query: Callable[..., T], **facts: object) -> T:
        """Answer from the book as it is."""

    def read_as_of(self, moment: datetime, query: Callable[..., T], **facts: object) -> T:
        """Answer from the book as it was known at a moment."""


@dataclass(frozen=True, slots=True)
class Report:
    """One document, its title and what it shows in one sentence, both in the user's language.

    ``report.rows(store, choice)`` gives its rows, ``report.pdf(rows, sheet)`` its file,
    and ``plain.to_json(report.name, rows)`` its figures. ``prepare`` completes a choice by what
    must be asked of the book first. ``batch`` answers for many members with as many questions as
    for one: it takes ``member_ids`` for ``member_id`` and gives rows that have a ``person_id``.
    ``scores`` is the kind of profile it is made by, where it asks for one.
    """

    name: str
    title: Callable[[], str]
    says: Callable[[], str]
    audiences: tuple[Audience, ...]
    asks: frozenset[Asks]
    query: Callable[..., Any]
    pdf: Callable[[Any, Sheet], bytes]
    landscape: bool = False
    prepare: Callable[[Book, Choice], Choice] | None = None
    batch: Callable[..., Sequence[Any]] | None = None
    purpose: Purpose | None = None
    scores: Kind = Kind.MEMBERS

    @property
    def shelf(self) -> Purpose:
        """The shelf it stands on; without a purpose of its own, what it asks for tells."""
        if self.purpose is not None:
            return self.purpose
        return next((shelf for asked, shelf in _SHELVES if asked in self.asks), Purpose.FIGURES)

    def rows(self, book: Book, choice: Choice) -> Any:  # noqa: ANN401  each report has its own
        """Ask the book for what was chosen, as it is or as it was known then."""
        if self.prepare is not None:
            choice = self.prepare(book, choice)
        return _ask(book, choice, self.query, self.arguments(choice))

    def rows_of_members(
        self, book: Book, choice: Choice, member_ids: Collection[int]
    ) -> Mapping[int, Any]:
        """Ask for the same document of many members at once; it must have a ``batch``."""
        if self.batch is None:
            raise TypeError(self.name)
        facts = self.arguments(choice) | {"member_ids": tuple(member_ids)}
        del facts["member_id"]
        return {one.person_id: one for one in _ask(book, choice, self.batch, facts)}

    def arguments(self, choice: Choice) -> dict[str, object]:
        """Return what its query wants of a choice; RuleError for an audience it is not for."""
        if choice.audience not in self.audiences:
            raise RuleError("not_for_audience", audiences=", ".join(self.audiences))
        wanted: dict[str, object] = {"audience": choice.audience}
        for asked, told in _TOLD.items():
            if asked in self.asks:
                wanted |= told(choice)
        return wanted

    def key(self, choice: Choice) -> str:
        """Return what tells its prints apart: all that was chosen but the day it stands for."""
        facts = self.arguments(choice)
        told = {name: plain(fact) for name, fact in facts.items() if name != "day"}
        return json.dumps(told, sort_keys=True)


_SHELVES = (
    (Asks.CHANGES, Purpose.BOOK),
    (Asks.COMING, Purpose.BEFORE),
    (Asks.MEETING, Purpose.AFTER),
    (Asks.MEMBER, Purpose.MEMBER),
    (Asks.PROFILE, Purpose.SCORES),
    (Asks.DAY, Purpose.PEOPLE),
)


def _ask(book: Book, choice: Choice, query: Callable[..., T], facts: dict[str, object]) -> T:
    if choice.as_of is None:
        return book.read(query, **facts)
    return book.read_as_of(choice.as_of, query, **facts)


_TOLD: dict[Asks, Callable[[Choice], dict[str, object]]] = {
    Asks.PERIOD: lambda choice: {"period": choice.period},
    Asks.DAY: lambda choice: {"day": choice.day or choice.period.end},
    Asks.MEETING: lambda choice: {"meeting_id": choice.meeting_id},
    Asks.COMING: lambda choice: {"meeting_id": choice.meeting_id},
    Asks.MEMBER: lambda choice: {"member_id": choice.member_id},
    Asks.ANYBODY: lambda choice: {"member_id": choice.member_id},
    Asks.DRAFTS: lambda choice: {"drafts": choice.drafts},
    Asks.PROFILE: lambda choice: {"profile": choice.profile},
    Asks.OTHER_PROFILE: lambda choice: {"other": choice.other},
    Asks.ASSUMED: lambda choice: {"assumed": choice.assumed},
    Asks.CHANGES: lambda choice: {"compared": choice.compared},
}
