"""What is said once when a book was opened: what was done to it, what stands in its way."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.errors import AppError
from app.formats import moment
from app.i18n import _
from app.ui.actions import Action
from app.ui.caretaker import Occasion, latest_copy
from app.ui.gateway import CutOff, Gateway
from app.ui.kit.banner import Gravity, Message
from app.wording import sentence

_ASTRAY = timedelta(days=1)  # a clock may be wrong by a time zone
_GRAVEST_LAST = tuple(Gravity)


def joined(*messages: Message | None) -> Message | None:
    """Return several messages as one: the gravest gives its colour, the first way out stays."""
    said = [one for one in messages if one is not None]
    if not said:
        return None
    return Message(
        " ".join(one.text for one in said),
        max((one.gravity for one in said), key=_GRAVEST_LAST.index),
        next((one.action for one in said if one.action is not None), None),
    )


def of_book(gateway: Gateway, now: datetime) -> Iterator[Message]:
    """Yield what happened to a book before and while it was opened."""
    if gateway.kept_from_before is not None:
        words = _(
            "This book was brought up to date for this version of Chapterhouse. "
            "As it was before, it lies at {path}."
        )
        yield Message(words.format(path=gateway.kept_from_before), Gravity.DONE)
    if CutOff.CHANGE in gateway.cut_off:
        yield Message(_of_cut_off_change(gateway), Gravity.WARNING)
    if CutOff.RESTORE in gateway.cut_off:
        words = _(
            "A copy was being restored when the program was cut off. The book is as it was before; "
            "restore the copy once more if you want it."
        )
        yield Message(words, Gravity.WARNING)
    _entry, last = gateway.last_change()
    if last is not None and last > now + _ASTRAY:
        yield Message(_of_clock(now, last), Gravity.WARNING)


def of_crash(show_log: Action) -> Message:
    """Tell that the program itself broke down the last time."""
    words = _(
        "Chapterhouse broke down the last time. What had been stored is in the book; enter again "
        "what is missing. What happened is written down, and nothing of it was sent."
    )
    return Message(words, Gravity.WARNING, show_log)


def of_fault(show_log: Action) -> Message:
    """Tell that something in the program itself went wrong just now."""
    words = _(
        "Something went wrong in Chapterhouse itself. What was stored is stored; look whether the "
        "last step did what you wanted. What happened is written down."
    )
    return Message(words, Gravity.ERROR, show_log)


def of_full_disk() -> Message:
    """Warn of a disk that is nearly full."""
    words = _(
        "The disk is nearly full: soon nothing can be saved. Nothing is lost yet; free some space."
    )
    return Message(words, Gravity.WARNING)


def of_staying(why: AppError, way_out: Action | None) -> Message:
    """Tell why a window that was to be closed stands."""
    words = _(
        "Before closing, not everything could be stored and copied. {why} "
        "Close the window again to leave all the same."
    )
    return Message(words.format(why=sentence(why)), Gravity.ERROR, way_out)


def of_unfinished(name: str, why: AppError) -> Message:
    """Tell that not all of a book that was left for another was stored and copied."""
    words = _("Not everything in the book “{name}” could be stored and copied. {why}")
    return Message(words.format(name=name, why=sentence(why)), Gravity.WARNING)


def of_reading_only(save_as: Action) -> Message:
    """Tell why nothing can be changed."""
    words = _(
        "This book can only be read: you may not write to its file or its folder. To change "
        "anything, save it as a new book somewhere else."
    )
    return Message(words, Gravity.WARNING, save_as)


def of_network(kind: str, ways_on: Action) -> Message:
    """Tell why a book on a network folder is only read."""
    from app.wording.book import far_words  # noqa: PLC0415  most books lie near

    words = _("{why} Therefore it is only read.").format(why=far_words(kind))
    return Message(words, Gravity.WARNING, ways_on)


def _of_cut_off_change(gateway: Gateway) -> str:
    words = _(
        "The program was cut off while it stored something. That was taken back whole; all that "
        "was stored before is here."
    )
    latest = latest_copy(gateway.path)
    before_import = latest is not None and latest.occasion is Occasion.IMPORT
    if before_import and latest is not None and latest.contents.last == gateway.last_change():
        return f"{words} {_('It was an import: import the files once more.')}"
    return f"{words} {_('Enter again what is missing.')}"


def _of_clock(now: datetime, last: datetime) -> str:
    words = _(
        "This computer's clock says {now}, but the last change in this book was made on {last}. "
        "Nothing is lost and the history keeps its order; set the clock before you go on, since "
        "meetings and copies are dated by it."
    )
    return words.format(now=moment(now), last=moment(last))
