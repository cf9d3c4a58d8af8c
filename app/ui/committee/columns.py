"""The columns of what waits for the committee."""

from collections.abc import Sequence

from app import formats
from app.i18n import _
from app.queries.committee import CommitteeRow, Matter
from app.rules.letters import LetterState
from app.rules.periods import Period
from app.rules.scoring.profile import Light
from app.ui.committee.words import matter_words, state_words, why_words
from app.ui.tables import Column, Look
from app.ui.tables.columns import PLAIN, QUIET
from app.ui.theme import Tone

ORDER = {matter: place for place, matter in enumerate(Matter)}


def columns() -> Sequence[Column[CommitteeRow]]:
    """Return the columns."""
    return (
        Column(
            _("Matter"), matter_words, width=196, look=_matter_look,
            sort=lambda row: (ORDER[row.matter], matter_words(row)),
        ),
        Column(
            _("Member"), lambda row: row.name, width=168, look=_name_look,
            sort=lambda row: row.sort_name,
        ),
        Column(_("Rests on"), why_words, width=212, stretch=True, look=_quiet_when_done),
        Column(_("Counted within"), _window, width=164, look=lambda _row: QUIET),
        Column(
            _("Date"), _day, width=104, sort=lambda row: row.on, tip=_day_tip,
            look=_quiet_when_done,
        ),
        Column(_("State"), state_words, width=160, look=_state_look, tip=state_words),
    )  # fmt: skip


def _window(row: CommitteeRow) -> str | None:
    if row.letter is not None and row.letter.missed:
        return _span(row.letter.window)
    if row.standing is not None and row.ruling is None:
        return _span(row.standing.window)
    return None


def _span(window: Period) -> str:
    start, end = formats.day_short(window.start), formats.day_short(window.end, year=True)
    return f"{start} {formats.DASH} {end}"


def _day(row: CommitteeRow) -> str | None:
    return None if row.on is None else formats.day_short(row.on, year=True)


def _day_tip(row: CommitteeRow) -> str:
    if row.on is None:
        return ""
    if row.matter is Matter.LETTER:
        return _("Due since this day.")
    if row.matter in {Matter.WARNING, Matter.LIMIT, Matter.BEYOND}:
        return _("The next absence drops out of the window on this day.")
    if row.matter in {Matter.REVIEW, Matter.TRAINING}:
        return _("To be done by this day.")
    return ""


_TONES = {
    Matter.BEYOND: Tone.ABSENT,
    Matter.LIMIT: Tone.ABSENT,
    Matter.REMOVED: Tone.ABSENT,
    Matter.EXPIRED: Tone.ABSENT,
    Matter.WARNING: Tone.LATE,
    Matter.LATE: Tone.LATE,
    Matter.MEDICAL: Tone.MEDICAL,
    Matter.LEAVE: Tone.MEDICAL,
    Matter.SUBSTITUTES: Tone.SUBSTITUTE,
}
_ICONS = {
    Matter.LETTER: "mail",
    Matter.BEYOND: "person-x",
    Matter.LIMIT: "person-x",
    Matter.WARNING: "warning",
    Matter.SUBSTITUTES: "members",
    Matter.MEDICAL: "calendar-alert",
    Matter.PROBATION: "clock",
    Matter.SEAT_OPENED: "open",
    Matter.LEAVE: "calendar",
    Matter.REMOVED: "person-x",
    Matter.EXPIRED: "refresh",
    Matter.LATE: "refresh",
    Matter.REVIEW: "one-to-ones",
    Matter.TRAINING: "education",
    Matter.COACH: "testimonial",
}


def _matter_look(row: CommitteeRow) -> Look:
    icon = _ICONS[row.matter]
    if not row.open:
        return Look(Tone.MUTED, icon=icon)
    if row.light is not None:
        return Look(Tone.RED if row.light is Light.RED else Tone.GREY, icon=icon)
    return Look(_TONES.get(row.matter, Tone.TEXT), icon=icon)


def _name_look(row: CommitteeRow) -> Look:
    return Look(bold=True) if row.open else QUIET


def _quiet_when_done(row: CommitteeRow) -> Look:
    return PLAIN if row.open else QUIET


def _state_look(row: CommitteeRow) -> Look:
    if row.overdue or (row.letter is not None and row.letter.changed):
        return Look(Tone.LATE, bold=True)
    due = row.letter is not None and row.letter.state is LetterState.DUE
    return Look(Tone.ACCENT, bold=True) if due else QUIET
