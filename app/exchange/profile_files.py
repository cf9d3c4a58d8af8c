"""Profiles as files: those that ship, and those a user put beside his settings.

A wrong file is told of and left out; the good one of the same name, read before it, stays.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.errors import AppError, UnreadableFileError
from app.rows import row
from app.rules.scoring.profile import Kind, Profile
from app.rules.scoring.reading import read


@row(frozen=True, slots=True)
class Shelf:
    """The profiles there are, each with its text, and what was wrong with others."""

    texts: tuple[tuple[Profile, str], ...] = ()
    faults: tuple[AppError, ...] = ()

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """All profiles, in order of their names and dates."""
        return tuple(profile for profile, _text in self.texts)

    def find(self, name: str, day: date) -> Profile | None:
        """Return the profile of a name that is valid on a day, or else its first one."""
        dated = [one for one in self.profiles if one.name == name]
        valid = [one for one in dated if one.valid_from <= day]
        return valid[-1] if valid else next(iter(dated), None)

    def text(self, profile: Profile) -> str:
        """Return the text a profile was read from."""
        return next((text for one, text in self.texts if one is profile), "")

    def of(self, kind: Kind) -> tuple[Profile, ...]:
        """Return the profiles of a kind."""
        return tuple(one for one in self.profiles if one.kind is kind)

    def without(self, other: "Shelf") -> "Shelf":
        """Return those profiles that no other shelf has in their place."""
        there = {(one.name, one.valid_from) for one in other.profiles}
        kept = ((one, text) for one, text in self.texts if (one.name, one.valid_from) not in there)
        return Shelf(tuple(kept), self.faults)

    def beside(self, other: "Shelf") -> "Shelf":
        """Return both together; of the same name and date the other's profile is taken."""
        if other == _EMPTY:
            return self
        kept = {(one.name, one.valid_from): (one, text) for one, text in self.texts}
        kept |= {(one.name, one.valid_from): (one, text) for one, text in other.texts}
        return Shelf(tuple(kept[key] for key in sorted(kept)), (*self.faults, *other.faults))


_EMPTY = Shelf()


def shelf(folders: Iterable[Path], *, called: str | None = None) -> Shelf:
    """Read the profiles of some folders, the later ones in place of the earlier ones.

    Only the file ``called`` so where that is given.
    """
    found = Shelf()
    for folder in folders:
        try:
            paths = sorted(folder.glob("*.toml")) if folder.is_dir() else []
        except OSError:  # it is not ours to enter, or on a drive that is gone
            fault = UnreadableFileError("profiles_folder_unreadable", folder=str(folder))
            found = found.beside(Shelf(faults=(fault,)))
            continue
        for path in paths:
            if called in (None, path.stem):
                found = found.beside(_read(path))
    return found


def from_text(text: str, file: str) -> Shelf:
    """Return a shelf with the one profile of a text, or with what is wrong with it."""
    try:
        return Shelf(((read(text, file), text),))
    except UnreadableFileError as error:
        return Shelf(faults=(error,))


kept_text = lru_cache(maxsize=100)(from_text)  # texts of a book are asked for often


def load(path: Path) -> str:
    """Return the text of a profile file, whatever is wrong with what it says."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFileError("profile_unreadable", file=path.name) from error


def _read(path: Path) -> Shelf:
    try:
        changed = path.stat().st_mtime_ns
        return _kept(path, changed)
    except OSError:
        return Shelf(faults=(UnreadableFileError("profile_unreadable", file=path.name),))


@lru_cache(maxsize=100)  # lights are asked for often, files change seldom
def _kept(path: Path, _changed: int) -> Shelf:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return Shelf(faults=(UnreadableFileError("profile_unreadable", file=path.name),))
    return from_text(text, path.name)
