"""What the header says above a meeting: day, state, what is missing, and the next step."""

from collections.abc import Callable
from datetime import date
from functools import partial

from app import formats
from app.i18n import _
from app.queries.meeting import MeetingSheet, Neighbour
from app.rules.identifiers import MeetingId
from app.rules.meetings import MeetingState
from app.ui.actions import Action
from app.ui.heading import HeadChip, Heading
from app.ui.meeting.words import gaps_in_short, gaps_sentence, state_name
from app.ui.theme import Tone

_ICONS = {
    MeetingState.DRAFT: "pencil",
    MeetingState.COMPLETED: "check",
    MeetingState.HOLIDAY: "sun",
    MeetingState.DISCARDED: "minus",
}


def heading_of(
    sheet: MeetingSheet,
    today: date,
    *,
    complete: Callable[[], object],
    report: Callable[[], object],
    go: Callable[[MeetingId], object],
) -> Heading:
    """Return the heading of a meeting; the year stands where it is not this one."""
    draft = sheet.state is MeetingState.DRAFT
    return Heading(
        title=formats.day_long(sheet.held_on, year=sheet.held_on.year != today.year),
        note=note_of(sheet),
        brief_note=_brief(sheet),
        chip=chip_of(sheet.state),
        primary=_primary(sheet.state, complete, report),
        back=_way(sheet.previous, _("Meeting before"), "meeting.before", "Ctrl+PgUp", go),
        forward=_way(sheet.following, _("Meeting after"), "meeting.after", "Ctrl+PgDown", go),
        provisional=draft,
    )


def _primary(
    state: MeetingState, complete: Callable[[], object], report: Callable[[], object]
) -> Action | None:
    if state is MeetingState.DRAFT:
        words = _("Complete meeting")
        return Action("meeting.complete", words, complete, "Ctrl+Return", "check")
    if state is MeetingState.COMPLETED:
        return Action("meeting.report", _("Print the report"), report, "Ctrl+P", "print")
    return None


def chip_of(state: MeetingState) -> HeadChip:
    """Return the state as a chip, dashed while it is only a draft."""
    draft = state is MeetingState.DRAFT
    tone = Tone.GREEN if state is MeetingState.COMPLETED else Tone.TEXT
    return HeadChip(state_name(state), _ICONS[state], tone, dashed=draft)


def note_of(sheet: MeetingSheet) -> str:
    """Return what stands beside the state: what is missing, who completed it, or why it is so."""
    if sheet.state is MeetingState.COMPLETED:
        return _completed(sheet)
    if sheet.state is MeetingState.DRAFT:
        missing = gaps_sentence(sheet.gaps, sheet.money)
        reopened = _("reopened: {reason}").format(reason=sheet.reason) if sheet.reason else ""
        return " · ".join(filter(None, (missing, reopened)))
    return sheet.reason


def _brief(sheet: MeetingSheet) -> str:
    """Return what is missing of a draft in fewer words, for a narrow header."""
    if not sheet.gaps or sheet.state is not MeetingState.DRAFT:
        return ""
    return _("open: {gaps}").format(gaps=gaps_in_short(sheet.gaps, sheet.money))


def _completed(sheet: MeetingSheet) -> str:
    if sheet.completed_at is None:
        return ""
    when = formats.moment(sheet.completed_at)
    if not sheet.completed_by:
        return when
    return _("by {name}, {when}").format(name=sheet.completed_by, when=when)


def _way(
    neighbour: Neighbour | None,
    words: str,
    name: str,
    key: str,
    go: Callable[[MeetingId], object],
) -> Action:
    if neighbour is None:
        return Action(name, words, _stay, key, enabled=False)
    day = formats.day_long(neighbour.held_on)
    return Action(name, f"{words}: {day}", partial(go, neighbour.meeting_id), key)


def _stay() -> None:
    """Go nowhere: there is no neighbour."""
