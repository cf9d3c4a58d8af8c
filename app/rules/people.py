"""Who people are to the chapter, which offices they hold, how far a visitor has come."""

from datetime import date
from enum import StrEnum

from app.errors import RuleError

LONGEST_NAME = 120
_JOINERS = "\u200c\u200d"
DIRECTING = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNDIRECTED = str.maketrans(dict.fromkeys(DIRECTING))


class PersonKind(StrEnum):
    """Member covers current and former; the last two are not people but stand in slips."""

    MEMBER = "member"
    EXTERNAL = "external"
    ORGANISATION = "organisation"
    VISITORS = "visitors"


class Office(StrEnum):
    """What a member may be elected to."""

    PRESIDENT = "president"
    VICE_PRESIDENT = "vice_president"
    SECRETARY = "secretary"
    COMMITTEE = "membership_committee"
    VISITOR_HOST = "visitor_host"
    EDUCATION = "education"
    MENTOR = "mentor"
    EVENTS = "events"
    GROWTH = "growth"


class VisitorStage(StrEnum):
    """The way from a first invitation to a seat."""

    INVITED = "invited"
    ATTENDED = "attended"
    FOLLOWED_UP = "followed_up"
    APPLIED = "applied"
    JOINED = "joined"
    DECLINED = "declined"


class Duty(StrEnum):
    """What is usually done at one meeting; the chapter's own list may hold other keys."""

    FEATURE_TALK = "feature_talk"
    EDUCATION = "education"
    VISITOR_HOST = "visitor_host"
    GREETER = "greeter"
    TIMER = "timer"
    REALITY_CHECK = "reality_check"


def level(text: str) -> str:
    """Return a text without the signs that only turn its direction: they turn its line as well.

    Arabic and Hebrew letters know their direction without them.
    """
    return text if text.isascii() else text.translate(_UNDIRECTED)


def clean_text(text: str) -> str:
    """Return one line of text: white space folded, control and soft-hyphen characters left out.

    It is ``level`` too. The two joiners stay, though nobody sees them: Persian, Hindi or Sinhala
    names need them.
    """
    shown = "".join(
        c if c.isprintable() or c in _JOINERS else " " for c in level(text).replace("\u00ad", "")
    )
    return " ".join(word for word in shown.split() if word.strip(_JOINERS))


def clean_lines(text: str) -> str:
    """Return a remark of several lines, each as ``clean_text`` has it."""
    return "\n".join(clean_text(line) for line in text.splitlines()).strip()


def check_name(name: str) -> str:
    """Return a name with white space folded, or refuse an empty or endless one."""
    folded = clean_text(name)
    if not folded:
        raise RuleError("name_missing")
    if len(folded) > LONGEST_NAME:
        raise RuleError("name_too_long", limit=LONGEST_NAME, length=len(folded))
    return folded


def sort_name(given: str, family: str, name: str) -> str:
    """Return what a person is sorted and listed by: family name first where it is known."""
    return f"{family}, {given}" if family and given else name


def check_span(start: date | None, end: date | None) -> None:
    """Refuse a span of days that ends before it begins."""
    if start and end and end < start:
        raise RuleError("ends_before_start", start=start, end=end)
