"""Letters of the committee: their kinds, the states they are in, and what it decides on members."""

from enum import StrEnum

from app.rows import row
from app.rules.identifiers import PersonId
from app.rules.periods import Period


class LetterKind(StrEnum):
    """What a letter is about; the step counts absence letters, or days before a renewal."""

    ABSENCE = "absence"
    SEAT = "seat"
    PROBATION = "probation"
    RENEWAL = "renewal"
    WELCOME = "welcome"


class LetterState(StrEnum):
    """What became of a letter that is due; being due itself is never stored."""

    DUE = "due"
    SENT = "sent"
    DEFERRED = "deferred"
    NOT_APPLICABLE = "not_applicable"


class RulingKind(StrEnum):
    """What the committee decided about a member."""

    PROBATION = "probation"
    SEAT_OPENED = "seat_opened"
    MEDICAL_LEAVE = "medical_leave"
    REVIEW = "review"


@row(frozen=True, slots=True)
class LetterKey:
    """What makes a letter this one: no member gets one step of a kind twice in a window."""

    person_id: PersonId
    kind: LetterKind
    step: int
    window: Period
