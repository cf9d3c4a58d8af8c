"""The committee's rows in words: what they are about, on what they rest, where they stand."""

from collections.abc import Callable

from app import formats
from app.i18n import _, ngettext
from app.queries.committee import CommitteeRow, Matter
from app.queries.letters import QueuedLetter
from app.rules.attendance_policy import Standing
from app.rules.letters import LetterKind, LetterState
from app.rules.scoring.exact import shortest
from app.wording.committee import letter_words


def matter_words(row: CommitteeRow) -> str:
    """Return what a row is about."""
    if row.letter is not None:
        return letter_words(row.letter.kind, row.letter.step)
    return {
        Matter.BEYOND: _("Beyond the limit"),
        Matter.LIMIT: _("Absence limit reached"),
        Matter.WARNING: _("Early warning"),
        Matter.SUBSTITUTES: _("Many substitutes"),
        Matter.MEDICAL: _("Medical, to approve"),
        Matter.PROBATION: _("On probation"),
        Matter.SEAT_OPENED: _("Seat opened"),
        Matter.LEAVE: _("Medical leave"),
        Matter.REMOVED: _("Membership to be ended"),
        Matter.EXPIRED: _("Membership expired"),
        Matter.LATE: _("Renewal late"),
        Matter.REVIEW: _("Mid-term review"),
        Matter.TRAINING: _("New member’s training"),
        Matter.COACH: _("To coach"),
    }[row.matter]


def why_words(row: CommitteeRow) -> str:
    """Return on what a row rests."""
    if row.letter is not None:
        return _why_letter(row.letter)
    if row.ruling is not None:
        by = _("decided by {name}").format(name=row.ruling.decided_by)
        return f"{by}: {row.ruling.note}" if row.ruling.note else by
    if row.total is not None:
        return _("{points} points last month").format(points=shortest(row.total))
    if row.standing is not None:
        return _ATTENDANCE.get(row.matter, _absences)(row.standing)
    if row.renewal_due is not None:
        day = formats.day_short(row.renewal_due, year=True)
        return _("renewal due {day}").format(day=day)
    return _("no training recorded yet")


def state_words(row: CommitteeRow) -> str:
    """Return where a letter stands, and whether something else is overdue."""
    if row.letter is not None:
        return letter_state(row.letter)
    return _("overdue") if row.overdue else ""


def letter_state(letter: QueuedLetter) -> str:
    """Return where a letter stands."""
    if letter.changed:
        return _("sent, marks changed since") if letter.called_for else _("sent, no longer due")
    if letter.state is LetterState.SENT and letter.decided_on:
        return _("sent {day}").format(day=formats.day_short(letter.decided_on))
    if letter.state is LetterState.DEFERRED and letter.until:
        return _("put off to {day}").format(day=formats.day_short(letter.until))
    if letter.state is LetterState.NOT_APPLICABLE:
        return _("not sent: {reason}").format(reason=letter.reason)
    return _("due")


def _why_letter(letter: QueuedLetter) -> str:
    if letter.kind in {LetterKind.ABSENCE, LetterKind.SEAT}:
        days = letter.days or letter.said
        return ", ".join(formats.day_short(day) for day in days)
    if letter.kind is LetterKind.RENEWAL:
        return _("renewal due {day}").format(day=formats.day_short(letter.window.end, year=True))
    return formats.period(letter.window.start, letter.window.end)


def _absences(found: Standing) -> str:
    words = _("{absences} of {allowed}").format(
        absences=shortest(found.absences), allowed=found.allowed
    )
    days = ", ".join(formats.day_short(one.day) for one in found.missed)
    return f"{words}: {days}" if days else words


def _substitutes(found: Standing) -> str:
    sent = ngettext("{n} substitute", "{n} substitutes", found.substitutes)
    return _("{substitutes}, {limit} allowed").format(
        substitutes=sent, limit=found.substitutes_limit
    )


def _medical(found: Standing) -> str:
    over = ngettext("{n} week beyond the limit", "{n} weeks beyond the limit", found.medical_over)
    days = ", ".join(formats.day_short(day) for day in found.unapproved)
    return " · ".join(filter(None, [days, over if found.medical_over else ""]))


_ATTENDANCE: dict[Matter, Callable[[Standing], str]] = {
    Matter.SUBSTITUTES: _substitutes,
    Matter.MEDICAL: _medical,
}
