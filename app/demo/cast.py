"""Who is in the demo chapter, and the words of its slips, as the files in resources say."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """A member; the numbers are explained at the head of ``members.toml``."""

    given: str
    family: str
    seat: str
    company: str
    gives: float
    gets: float
    meets: float
    learns: float
    invites: float
    ticket: int
    name: str = ""
    years: int = 0
    weeks: int | None = None
    left: int | None = None
    back: int | None = None
    visited: bool = False
    renews_in: int | None = None
    absent: tuple[int, ...] = ()
    reason: str = ""

    @property
    def shown(self) -> str:
        """The name as it stands in lists."""
        return self.name or f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Profession:
    """A classification, and what its holder is asked for."""

    name: str
    sphere: str
    hint: str
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outsider:
    """A member of another chapter."""

    name: str
    chapter: str
    region: str


@dataclass(frozen=True)
class Cast:
    """Everybody, and everything they may say."""

    chapter: dict[str, Any]
    offices: dict[str, list[str]]
    members: tuple[Part, ...]
    former: tuple[Part, ...]
    professions: tuple[Profession, ...]
    outsiders: tuple[Outsider, ...]
    words: dict[str, list[str]]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Members of today, then those who have left."""
        return self.members + self.former

    @cached_property
    def by_name(self) -> dict[str, Part]:
        """Each part under the name shown."""
        return {part.shown: part for part in self.parts}

    @cached_property
    def by_seat(self) -> dict[str, Profession]:
        """Each profession under its name."""
        return {profession.name: profession for profession in self.professions}


def read(folder: Path) -> Cast:
    """Return the cast that the files of a folder describe."""
    chapter = _load(folder / "chapter.toml")
    members = _load(folder / "members.toml")
    words = _load(folder / "others.toml")
    return Cast(
        offices=chapter.pop("offices"),
        chapter=chapter,
        members=tuple(_part(row) for row in members["member"]),
        former=tuple(_part(row) for row in members["former"]),
        professions=tuple(
            Profession(row["name"], row["sphere"], row["hint"], tuple(row["asked"]))
            for row in _load(folder / "classifications.toml")["seat"]
        ),
        outsiders=tuple(Outsider(**row) for row in words.pop("external")),
        words=words,
    )


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _part(row: dict[str, Any]) -> Part:
    return Part(**{**row, "absent": tuple(row.get("absent", ()))})
