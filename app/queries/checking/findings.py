"""What checking tells: one thing each that differs, is missing, or may be one."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Self

from app.formats import Money
from app.rules.corrections import Correction
from app.rules.tally import Tally

Said = int | str | None


class Subject(StrEnum):
    """What a finding is about."""

    MEETINGS = "meetings"  # how many meetings a summary covers
    WEEK = "week"  # a week without a meeting
    MARK = "mark"  # the attendance of a member at one meeting
    FIGURE = "figure"  # a counter of a member, or of the total row
    DOUBLE = "double"  # two records that may be one person


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, about some days; about a member where there is one.

    ``book``, ``audit`` and ``summary`` are what each of them says, none where it says nothing:
    figures (closed business in minor units), or marks as their letters. ``other_id`` and
    ``other`` are who else a correction, or a double, is about. ``reason`` is why it was left as
    it is; none where nobody has decided.
    """

    subject: Subject
    start: date
    end: date
    person_id: int | None = None
    name: str = ""
    figure: str = ""
    book: Said = None
    audit: Said = None
    summary: Said = None
    correction: Correction | None = None
    other_id: int | None = None
    other: str = ""
    reason: str | None = None

    @property
    def key(self) -> str:
        """What it is remembered by: the same as long as all of them say the same."""
        pair = self.other_id if self.subject is Subject.DOUBLE else None
        parts = (
            self.subject.value, self.start, self.end, self.person_id, pair, self.figure,
            self.book, self.audit, self.summary,
        )  # fmt: skip
        return "|".join("" if part is None else str(part) for part in parts)

    @property
    def place(self) -> tuple[object, ...]:
        """Where it stands among others: by day, then what it is about, then by name."""
        order = list(Subject).index(self.subject)
        return (self.subject is Subject.DOUBLE, self.start, self.end, order, self.name, self.figure)

    @property
    def open(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.reason is None

    def decided(self, reason: str | None) -> Self:
        """Return it with what was decided about it."""
        return replace(self, reason=reason)


@dataclass(frozen=True, slots=True)
class Former:
    """What the total of a summary counts beyond its rows: members who have left since."""

    start: date
    end: date
    figures: Tally


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that was found, by day; how many lists were compared, what former members did."""

    findings: tuple[Finding, ...]
    former: tuple[Former, ...]
    summaries: int
    audits: int
    money: Money = field(default_factory=Money)

    @property
    def open(self) -> tuple[Finding, ...]:
        """What nobody has decided about yet."""
        return tuple(one for one in self.findings if one.open)
