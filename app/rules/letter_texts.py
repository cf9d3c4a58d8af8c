"""The wording of letters: texts with fields in braces, usual ones for every kind, and filling them.

A text is data twice over: what is filled in is never looked at again, so braces or markup in a
name are only signs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.errors import RuleError
from app.i18n import _
from app.rules.letters import LetterKind
from app.rules.people import clean_lines, clean_text

_COMMON = ("member", "given_name", "seat", "chapter", "today", "officer")
_ATTENDANCE = ("absences", "times", "dates", "allowed", "window", "rule")
FIELDS = {
    LetterKind.ABSENCE: (*_COMMON, *_ATTENDANCE, "number"),
    LetterKind.SEAT: (*_COMMON, *_ATTENDANCE),
    LetterKind.PROBATION: (*_COMMON, *_ATTENDANCE, "from", "until", "decided_by"),
    LetterKind.RENEWAL: (*_COMMON, "due", "days", "in_days"),
    LetterKind.WELCOME: (*_COMMON, "joined", "rule", "training_days", "training_time"),
}
_FIELD = re.compile(r"\{([^{}]*)\}")
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Template:
    """The wording of a letter: its subject, and paragraphs with an empty line between them."""

    subject: str
    body: str


def checked(kind: LetterKind, subject: str, body: str) -> Template:
    """Return a wording as it is kept; RuleError names a field nobody knows, or a lost brace."""
    found = Template(clean_text(subject), clean_lines(body))
    if not found.subject or not found.body:
        raise RuleError("letter_empty")
    for text in (found.subject, found.body):
        _check(kind, text)
    return found


def fill(text: str, facts: Mapping[str, str]) -> str:
    """Return a text with its fields filled in; what is not known stays as it is written."""
    return _FIELD.sub(lambda found: facts.get(found[1].strip(), found[0]), text)


def usual(kind: LetterKind, step: int) -> Template:
    """Return the wording a letter has until the chapter writes its own."""
    made = {
        LetterKind.ABSENCE: _absence,
        LetterKind.SEAT: _seat,
        LetterKind.PROBATION: _probation,
        LetterKind.RENEWAL: _renewal,
        LetterKind.WELCOME: _welcome,
    }
    return made[kind](step)


def _check(kind: LetterKind, text: str) -> None:
    if len(text) > _LONGEST:
        raise RuleError("letter_too_long", limit=_LONGEST, length=len(text))
    names = ", ".join(FIELDS[kind])
    for found in _FIELD.findall(text):
        if found.strip() not in FIELDS[kind]:
            raise RuleError("letter_field_unknown", field=found, names=names)
    lost = _FIELD.sub("", text)
    if "{" in lost or "}" in lost:
        raise RuleError("letter_brace", names=names)


def _absence(step: int) -> Template:
    if step <= 1:
        return Template(
            _("We missed you"),
            _(
                "Dear {given_name},\n\n"
                "You were marked absent on {dates}. Your seat was empty, and everybody who had "
                "something for you went home with it.\n\n"
                "A chapter lives by each of us being there. {rule} If you know that you cannot "
                "come, please send a substitute: then your business is heard all the same.\n\n"
                "We look forward to seeing you at the next meeting.\n\n"
                "{officer}\nfor the membership committee"
            ),
        )
    if step == 2:  # noqa: PLR2004  the second letter
        return Template(
            _("Your attendance"),
            _(
                "Dear {given_name},\n\n"
                "This is the second time within the window that we write about an absence: you "
                "were missed on {dates}.\n\n"
                "{rule} We would like to help you to keep your seat. Please speak to one of the "
                "committee before the next meeting, and arrange a substitute for any week in "
                "which you cannot come.\n\n"
                "{officer}\nfor the membership committee"
            ),
        )
    return Template(
        _("Your attendance: the limit"),
        _(
            "Dear {given_name},\n\n"
            "You have been absent on {dates}. With that, {absences} of the {allowed} "
            "allowed are used.\n\n"
            "{rule} With one absence more within the window the committee may open the seat "
            "“{seat}” to others. Please call one of us this week, so that it does not come to "
            "that.\n\n"
            "{officer}\nfor the membership committee"
        ),
    )


def _seat(_step: int) -> Template:
    return Template(
        _("Your seat in the chapter"),
        _(
            "Dear {given_name},\n\n"
            "Within {window} you were absent {times}: on {dates}. {rule}\n\n"
            "The committee will decide whether the seat “{seat}” is opened to others. Before it "
            "does, it wants to hear you. Please tell us within a week when we can meet.\n\n"
            "{officer}\nfor the membership committee"
        ),
    )


def _probation(_step: int) -> Template:
    return Template(
        _("Probation"),
        _(
            "Dear {given_name},\n\n"
            "The committee has decided that your membership is on probation from {from} until "
            "{until}. {rule}\n\n"
            "You keep your seat and all that goes with it. What we ask is that you are there, or "
            "send a substitute, every week of that time.\n\n"
            "{decided_by}\nfor the membership committee"
        ),
    )


def _renewal(step: int) -> Template:
    last = 30
    if step > last:
        return Template(
            _("Your membership is to be renewed"),
            _(
                "Dear {given_name},\n\n"
                "Your membership in {chapter} is due for renewal on {due}, {in_days}.\n\n"
                "We would be glad to keep you in the seat “{seat}”. Please let the committee have "
                "your renewal in good time; if you have doubts, tell us now, while there is time "
                "to talk.\n\n"
                "{officer}\nfor the membership committee"
            ),
        )
    return Template(
        _("Your membership ends soon"),
        _(
            "Dear {given_name},\n\n"
            "Your membership in {chapter} ends on {due}, {in_days}, and we have no renewal "
            "from you yet.\n\n"
            "Without it your seat “{seat}” will be free from that day. Please renew this week, or "
            "tell us that you will not.\n\n"
            "{officer}\nfor the membership committee"
        ),
    )


def _welcome(_step: int) -> Template:
    return Template(
        _("Welcome to {chapter}"),
        _(
            "Dear {given_name},\n\n"
            "Welcome. Since {joined} the seat “{seat}” is yours, and nobody else’s.\n\n"
            "Three things help most in the first weeks: take part in the training for new members "
            "within {training_time}, meet one member for a one-to-one every week, and be "
            "there. {rule}\n\n"
            "We are glad to have you.\n\n"
            "{officer}\nfor the membership committee"
        ),
    )
