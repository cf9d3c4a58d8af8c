"""The chapter's own profiles: kept as text that was read without a fault, never half."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.meetings import Meeting
from app.models.profiles import OwnProfile
from app.queries.profiles import chosen_names
from app.rules.meetings import MeetingState
from app.rules.scoring.profile import Profile
from app.rules.scoring.reading import read
from app.services import finding


def keep(session: Session, *, text: str, file: str = "") -> None:
    """Keep a profile in the book.

    UnreadableFileError with the line at fault; RuleError where one of that name and day is there.
    """
    profile = read(text, file or _FILE)
    _check_free(session, profile, None)
    session.add(OwnProfile(name=profile.name, valid_from=profile.valid_from, text=text))


def change(session: Session, *, profile_id: int, text: str, version: int | None = None) -> None:
    """Put another text in place of one; refused once months were scored by it: copy it then."""
    kept = finding.record(session, OwnProfile, profile_id, version)
    profile = read(text, f"{kept.name}.toml")
    for name, day in ((kept.name, kept.valid_from), (profile.name, profile.valid_from)):
        check_unused(session, name, day)
    _check_free(session, profile, profile_id)
    kept.name, kept.valid_from, kept.text = profile.name, profile.valid_from, text


def remove(session: Session, *, profile_id: int) -> None:
    """Take a profile out of the book; refused once months were scored by it."""
    kept = finding.record(session, OwnProfile, profile_id)
    check_unused(session, kept.name, kept.valid_from)
    session.delete(kept)


_FILE = "profile.toml"


def check_unused(session: Session, name: str, valid_from: date) -> None:
    """Refuse to touch what a meeting has been counted by."""
    last = session.scalar(_LAST)
    if name in chosen_names(session) and last is not None and valid_from <= last:
        raise RuleError("profile_in_use", name=name)


def _check_free(session: Session, profile: Profile, profile_id: int | None) -> None:
    there = session.scalar(
        select(OwnProfile.id).where(
            OwnProfile.name == profile.name, OwnProfile.valid_from == profile.valid_from
        )
    )
    if there is not None and there != profile_id:
        raise RuleError("profile_there", name=profile.name, day=profile.valid_from)


_LAST = select(func.max(Meeting.held_on)).where(Meeting.state == MeetingState.COMPLETED)
