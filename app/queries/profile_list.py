"""Every profile there is, where it comes from, which are in use, and which may be changed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import paths
from app.errors import AppError
from app.exchange.profile_files import Shelf, shelf
from app.models.meetings import Meeting
from app.models.profiles import OwnProfile
from app.queries.profiles import book_shelf, chosen_names, profile_in_use
from app.rules.meetings import MeetingState
from app.rules.scoring.profile import Kind, Profile


class Origin(StrEnum):
    """Where a profile is kept."""

    SHIPPED = "shipped"
    FOLDER = "folder"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One dated profile; an id and a version only where it is the book's own.

    ``uses`` are the kinds it is in force for on the day asked. It is ``fixed`` where it cannot
    be changed, since it ships or months were scored by it: it can be copied.
    """

    profile: Profile
    text: str
    origin: Origin
    profile_id: int | None
    version: int | None
    uses: tuple[Kind, ...]
    fixed: bool


@dataclass(frozen=True, slots=True)
class ProfileList:
    """Profiles by kind, title and date, and what is wrong with others."""

    rows: tuple[ProfileRow, ...]
    faults: tuple[AppError, ...]


def profile_list(session: Session, day: date) -> ProfileList:
    """Return all profiles as they stand on a day."""
    shipped = shelf((paths.resources() / "profiles",))
    folder = shelf((paths.config_folder() / "profiles",))
    own = book_shelf(session)
    ids = {
        (name, valid_from): (profile_id, version)
        for profile_id, version, name, valid_from in session.execute(_OWN)
    }
    in_force = {kind: profile_in_use(session, day, kind=kind) for kind in Kind}
    last = session.scalar(_LAST)
    used = chosen_names(session) if last else set[str]()
    rows = []
    for origin, there in _together(shipped, folder, own):
        for profile, text in there.texts:
            key = (profile.name, profile.valid_from)
            profile_id, version = (
                ids.get(key, (None, None)) if origin is Origin.BOOK else (None,) * 2
            )
            counted = profile.name in used and last is not None and profile.valid_from <= last
            rows.append(
                ProfileRow(
                    profile, text, origin, profile_id, version,
                    tuple(kind for kind in Kind if in_force[kind] == profile),
                    fixed=origin is not Origin.BOOK or counted,
                )
            )  # fmt: skip
    rows.sort(key=lambda row: (list(Kind).index(row.profile.kind), row.profile.title,
                               row.profile.valid_from))  # fmt: skip
    return ProfileList(tuple(rows), (*shipped.faults, *folder.faults, *own.faults))


def _together(shipped: Shelf, folder: Shelf, own: Shelf) -> list[tuple[Origin, Shelf]]:
    """Return each shelf without what a later one has in its place."""
    return [
        (Origin.SHIPPED, shipped.without(folder).without(own)),
        (Origin.FOLDER, folder.without(own)),
        (Origin.BOOK, own),
    ]


_OWN = select(OwnProfile.id, OwnProfile.version, OwnProfile.name, OwnProfile.valid_from)
_LAST = select(func.max(Meeting.held_on)).where(Meeting.state == MeetingState.COMPLETED)
