"""What waits for the committee in words, on its page and on its papers."""

from app.i18n import _, ngettext
from app.rules.letters import LetterKind, RulingKind


def letter_words(kind: LetterKind, step: int) -> str:
    """Return what a letter is called."""
    if kind is LetterKind.ABSENCE:
        return _("Absence letter {n}").format(n=step)
    if kind is LetterKind.RENEWAL:
        return ngettext("Renewal, {n} day ahead", "Renewal, {n} days ahead", step)
    return {
        LetterKind.SEAT: _("Letter: opening the seat"),
        LetterKind.PROBATION: _("Letter: probation"),
        LetterKind.WELCOME: _("Letter: welcome"),
    }[kind]


def ruling_words(kind: RulingKind) -> str:
    """Return what a decision is called."""
    return {
        RulingKind.PROBATION: _("Probation"),
        RulingKind.SEAT_OPENED: _("Seat opened"),
        RulingKind.MEDICAL_LEAVE: _("Medical leave"),
        RulingKind.REVIEW: _("Mid-term review"),
    }[kind]
