"""The rules of attendance in sentences, as settings, letters and papers say them."""

from collections.abc import Sequence
from fractions import Fraction

from app import formats
from app.i18n import _, ngettext
from app.rules.scoring.exact import shortest
from app.rules.scoring.profile import Beyond, Policy, Term, Window

_YEAR = 12


def window_words(window: Window) -> str:
    """Return the days counted, as they follow “within”."""
    if window.weeks:
        return ngettext("{n} week", "{n} weeks", window.weeks)
    if window.rolling_months:
        return ngettext("{n} month", "{n} months", window.rolling_months)
    if window.membership_months == _YEAR:
        return _("a year of membership")
    if window.membership_months:
        return ngettext(
            "{n} month of membership", "{n} months of membership", window.membership_months
        )
    if window.starts:
        return _starts(window.starts)
    return ngettext("{n} completed month", "{n} completed months", window.months)


def rule_words(policy: Policy) -> str:
    """Return how many absences are allowed, and what counts as one, in a sentence or two."""
    count = _absences(Fraction(policy.allowed))
    allowed = _("At most {absences} within {window}.").format(
        absences=count, window=window_words(policy.window)
    )
    others = [_converted(term) for term in policy.absences if term.counter != "absent"]
    return " ".join([allowed, *others])


def rest_words(policy: Policy) -> str:
    """Return what else the rules say: letters, substitutes, medical leave, renewals."""
    said = [
        _("Letters after absence {numbers}.").format(numbers=_list(policy.letters)),
        _("Beyond, the seat may be opened.") if policy.seat_beyond else "",
        _substitutes(policy),
        _medical(policy),
        _training(policy),
        _reminders(policy.membership.reminders),
    ]
    return " ".join(filter(None, said))


def _starts(starts: Sequence[int]) -> str:
    months = formats.months()
    if len(starts) == 1:
        if starts[0] == 1:
            return _("a calendar year")
        return _("a year from {month}").format(month=months[starts[0] - 1])
    names = [months[start - 1] for start in starts]
    return _("a term (beginning {months})").format(months=_list(names))


def _converted(term: Term) -> str:
    """Return what a mark that is no absence counts as."""
    once = {
        "late": _("Being late counts as {absences}."),
        "substitute": _("A substitute counts as {absences}."),
        "medical": _("A week of medical leave counts as {absences}."),
        "present": _("Being present counts as {absences}."),
    }
    often = {
        "late": _("Being late {count} times counts as {absences}."),
        "substitute": _("{count} substitutes count as {absences}."),
        "medical": _("{count} weeks of medical leave count as {absences}."),
        "present": _("Being present {count} times counts as {absences}."),
    }
    words = (often if term.every > 1 else once)[term.counter]
    return words.format(count=term.every, absences=_absences(term.weight))


def _absences(weight: Fraction) -> str:
    if weight == Fraction(1, 2):
        return _("half an absence")
    if weight.denominator == 1:
        return ngettext("{n} absence", "{n} absences", int(weight))
    return _("{n} absences").format(n=shortest(weight))


def _substitutes(policy: Policy) -> str:
    if policy.substitutes is None:
        return ""
    words = ngettext("{n} substitute", "{n} substitutes", policy.substitutes)
    if policy.substitutes_after_absence is not None:
        words = _("{substitutes}, or {n} after an absence").format(
            substitutes=words, n=policy.substitutes_after_absence
        )
    more = _beyond(policy.substitutes_beyond)
    return _("At most {substitutes}; {more}.").format(substitutes=words, more=more)


def _medical(policy: Policy) -> str:
    if policy.medical_weeks is None:
        return ""
    weeks = ngettext("{n} week", "{n} weeks", policy.medical_weeks)
    words = _("Medical leave of at most {weeks}, approved beforehand; {more}.")
    if not policy.medical_approval:
        words = _("Medical leave of at most {weeks}; {more}.")
    return words.format(weeks=weeks, more=_beyond(policy.medical_beyond))


def _beyond(beyond: Beyond) -> str:
    if beyond is Beyond.ABSENCE:
        return _("more count as absences")
    return _("the committee is told of more")


def _training(policy: Policy) -> str:
    if policy.training_days is None:
        return ""
    days = ngettext("{n} day", "{n} days", policy.training_days)
    return _("New members are trained within {days}.").format(days=days)


def _reminders(ahead: Sequence[int]) -> str:
    """Return how long ahead members are reminded, the last of them deciding on its unit."""
    last = ngettext("{n} day", "{n} days", ahead[-1]) if ahead else _("no days")
    return _("Renewal reminders {days} ahead.").format(days=_list([*ahead[:-1], last]))


def _list(parts: Sequence[object]) -> str:
    words = [str(part) for part in parts]
    if len(words) < 2:  # noqa: PLR2004  one needs no joint
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])
