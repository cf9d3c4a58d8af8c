"""What is filled into letters, and what every letter states at its foot, whatever its wording."""

from collections.abc import Sequence
from fractions import Fraction

from app import formats
from app.i18n import _, ngettext
from app.queries.letter_sheets import ABOUT_ATTENDANCE, Letters, LetterSheet
from app.reports.words import ordinal, span
from app.rules.attendance import Attendance
from app.rules.attendance_policy import Missed
from app.rules.letters import LetterKind
from app.rules.scoring.exact import shortest
from app.wording.policy import rule_words


def facts(letters: Letters, sheet: LetterSheet) -> dict[str, str]:
    """Return every field by name, as it stands in the letter."""
    policy, due = letters.policy, sheet.renewal_due
    return {
        "member": sheet.name,
        "given_name": sheet.given_name,
        "seat": sheet.seat,
        "chapter": letters.chapter,
        "today": formats.day_full(letters.day),
        "officer": letters.officer,
        "absences": shortest(sheet.absences),
        "times": _times(sheet.absences),
        "dates": dates(sheet.missed),
        "allowed": str(policy.allowed),
        "window": span(sheet.window),
        "rule": rule_words(policy),
        "number": ordinal(sheet.step) if sheet.step else "",
        "from": formats.day_full(sheet.window.start),
        "until": _("further notice") if _is_open(sheet) else formats.day_full(sheet.window.end),
        "decided_by": sheet.decided_by or letters.officer,
        "due": formats.day_full(due) if due else formats.DASH,
        "days": str((due - letters.day).days) if due else formats.DASH,
        "in_days": _in_days((due - letters.day).days) if due else formats.DASH,
        "joined": formats.day_full(sheet.joined_on) if sheet.joined_on else formats.DASH,
        "training_days": str(policy.training_days or ""),
        "training_time": ngettext("{n} day", "{n} days", policy.training_days or 0),
    }


def _times(absences: Fraction) -> str:
    if absences.denominator == 1:
        return ngettext("{n} time", "{n} times", int(absences))
    return _("{n} times").format(n=shortest(absences))


def _in_days(days: int) -> str:
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("{n} day ago", "{n} days ago", -days)
    return ngettext("in {n} day", "in {n} days", days)


def stated(letters: Letters, sheet: LetterSheet) -> list[tuple[str, str]]:
    """Return what stands under every letter: the days, the window and the rule it rests on."""
    if sheet.kind in ABOUT_ATTENDANCE:
        return [
            (_("Days counted"), dates(sheet.missed) or formats.DASH),
            (_("Within"), _within(sheet)),
            (_("Rule"), rule_words(letters.policy)),
        ]
    found = facts(letters, sheet)
    if sheet.kind is LetterKind.RENEWAL:
        days = ngettext("{n} day ahead", "{n} days ahead", sheet.step)
        return [
            (_("Member since"), found["joined"]),
            (_("Renewal due"), found["due"]),
            (_("Reminder"), days),
        ]
    return [(_("Member since"), found["joined"]), (_("Rule"), found["rule"])]


def _is_open(sheet: LetterSheet) -> bool:
    """Tell whether a letter is about a probation whose end nobody has said."""
    return sheet.kind is LetterKind.PROBATION and sheet.window.start == sheet.window.end


def _within(sheet: LetterSheet) -> str:
    if _is_open(sheet):
        return _("from {day} on").format(day=formats.day_full(sheet.window.start))
    return span(sheet.window)


def dates(missed: Sequence[Missed]) -> str:
    """Return the days behind a letter in words; what is no plain absence is named.

    Days of one year share it: it stands behind the last of them.
    """
    last = len(missed) - 1
    words = [
        _day(one, year=place == last or one.day.year != missed[place + 1].day.year)
        for place, one in enumerate(missed)
    ]
    if len(words) < 2:  # noqa: PLR2004  one needs no joint
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def _day(one: Missed, *, year: bool) -> str:
    day = formats.day_full(one.day)
    if not year:
        day = f"{one.day.day} {formats.months()[one.day.month - 1]}"
    if one.mark is Attendance.ABSENT:
        return day
    word = {
        Attendance.LATE: _("late"),
        Attendance.SUBSTITUTE: _("substitute"),
        Attendance.MEDICAL: _("medical"),
        Attendance.PRESENT: _("present"),
    }[one.mark]
    return f"{day} ({word})"
