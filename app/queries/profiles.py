"""Which profiles there are, which one the chapter uses, and what is wrong with others.

A chapter's own profiles are texts in its book; the others ship, or lie beside a user's settings.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import paths
from app.errors import NotFoundError
from app.exchange.profile_files import Shelf, kept_text, shelf
from app.models.profiles import OwnProfile
from app.queries.chapter import decided
from app.queries.ready import Ready
from app.rules.scoring.profile import Kind, Profile

CHOSEN = {Kind.MEMBERS: "profile", Kind.CHAPTER: "chapter_profile", Kind.POLICY: "policy"}
_USUAL = {
    Kind.MEMBERS: "us-regional",
    Kind.CHAPTER: "chapter-us",
    Kind.POLICY: "us-regional",
}
_OWN = Ready(
    select(OwnProfile.name, OwnProfile.text).order_by(OwnProfile.name, OwnProfile.valid_from)
)


def profiles(session: Session) -> Shelf:
    """Return all profiles: shipped, then the user's, then those of the book."""
    return _shelf(session)


def book_shelf(session: Session) -> Shelf:
    """Return the chapter's own profiles, as its book keeps them."""
    found = Shelf()
    for name, text in _OWN.rows(session):
        found = found.beside(kept_text(text, f"{name}.toml"))
    return found


def chosen_names(session: Session) -> set[str]:
    """Return the names of the profiles the chapter scores and warns by."""
    chosen = decided(session)
    names = {chosen.get(setting, _USUAL[kind]) for kind, setting in CHOSEN.items()}
    return {name for name in names if isinstance(name, str)}


def profile_in_use(
    session: Session, day: date, *, kind: Kind = Kind.MEMBERS, name: str | None = None
) -> Profile:
    """Return the profile of a kind that is valid on a day: the one named, or the chapter's.

    Where the chapter's cannot be read the usual one stands in. NotFoundError where a profile is
    named that is not there.
    """
    if name is None:
        return chosen_profile(session, day, kind, decided(session))
    own = _own(session)
    found = _fitting((name,), own, day, kind)
    if found is None:
        there = _shipped().beside(own)
        raise NotFoundError("no_such_profile", name=name, names=_names(there, kind))
    return found


def chosen_profile(
    session: Session, day: date, kind: Kind, settings: Mapping[str, object]
) -> Profile:
    """Return the profile of a kind that is valid on a day, by the chapter's settings."""
    own = _own(session)
    found = _fitting(_wanted(settings, kind), own, day, kind)
    if found is None:
        there = _shipped().beside(own)
        found = _fitting((one.name for one in there.profiles), own, day, kind)
    if found is None:
        raise NotFoundError("no_such_profile", name=_USUAL[kind], names=_names(there, kind))
    return found


def _fitting(names: Iterable[str], own: Shelf, day: date, kind: Kind) -> Profile | None:
    """Return the first profile that is there and of a kind."""
    for name in names:
        found = _shipped(name).beside(own).find(name, day)  # others that ship are not even read
        if found is not None and _fits(found, kind):
            return found
    return None


def _wanted(settings: Mapping[str, object], kind: Kind) -> list[str]:
    """Return what the chapter wants to use, the usual one last."""
    chosen = [settings.get(CHOSEN[kind])]
    if kind is Kind.POLICY:  # every profile has rules of attendance
        chosen.append(settings.get(CHOSEN[Kind.MEMBERS]))
    return [*(one for one in chosen if isinstance(one, str)), _USUAL[kind]]


def dated(session: Session, profile: Profile, days: Sequence[date]) -> tuple[Profile, ...]:
    """Return which one of a profile's name is valid on each of some days.

    The profile itself on all of them where it is not among those kept.
    """
    there = _shelf(session)
    found = tuple(there.find(profile.name, day) or profile for day in days)
    return found if profile in found else (profile,) * len(found)


def _fits(profile: Profile, kind: Kind) -> bool:
    """Tell whether a profile can be used so: rules of attendance stand in every one."""
    return kind is Kind.POLICY or profile.kind is kind


def _names(there: Shelf, kind: Kind) -> str:
    return ", ".join(dict.fromkeys(one.name for one in there.profiles if _fits(one, kind)))


def _shelf(session: Session) -> Shelf:
    return _shipped().beside(_own(session))


def _own(session: Session) -> Shelf:
    """Return the user's profiles and those of the book."""
    return shelf((paths.config_folder() / "profiles",)).beside(book_shelf(session))


@cache  # what ships does not change while the program runs, and is asked for with every figure
def _shipped(name: str | None = None) -> Shelf:
    """Return what ships, or the one of a name: each lies in a file called so."""
    return shelf((paths.resources() / "profiles",), called=name)
