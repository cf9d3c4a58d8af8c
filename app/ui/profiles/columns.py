"""The columns of the list of profiles."""

from app import formats
from app.i18n import _
from app.queries.profile_list import Origin, ProfileRow
from app.rules.scoring.profile import Kind
from app.ui.tables.columns import Column, Look
from app.ui.theme import Tone


def columns() -> tuple[Column[ProfileRow], ...]:
    """Return title, first day and state."""
    return (
        Column(
            _("Profile"), lambda row: row.profile.title, width=140, stretch=True,
            look=lambda row: Look(bold=bool(row.uses)),
        ),
        Column(
            _("From"), lambda row: formats.month(row.profile.valid_from), width=112,
            sort=lambda row: row.profile.valid_from, look=lambda _row: Look(Tone.MUTED),
        ),
        Column(_("State"), state_words, width=92, look=lambda _row: Look(Tone.MUTED)),
    )  # fmt: skip


def state_words(row: ProfileRow) -> str:
    """Return where a profile is kept, and whether it is in force."""
    if row.uses:
        return _("in use")
    return {
        Origin.SHIPPED: _("shipped"),
        Origin.FOLDER: _("your folder"),
        Origin.BOOK: _("in this book"),
    }[row.origin]


def kind_words(kind: Kind) -> str:
    """Return what a profile is about."""
    return {
        Kind.MEMBERS: _("Members"),
        Kind.CHAPTER: _("Chapter"),
        Kind.POLICY: _("Attendance"),
    }[kind]
