"""Every refusal as one sentence or two: what happened, what it means for the data, what to do.

Used by the window and by the command line alike, so both say the same.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app import formats
from app.errors import AppError
from app.i18n import _


def sentence(error: AppError) -> str:
    """Return what to tell the user about a refusal."""
    facts = {name: _say(fact) for name, fact in error.facts.items()}
    for table in TABLES:
        found = table().get(error.reason)
        if found is not None:
            return found.format_map(_Facts(facts))
    raise KeyError(error.reason)


def remark(reason: str, row: int | None, facts: Mapping[str, object]) -> str:
    """Return what to tell about something odd in a file, with its row where that is known."""
    words = sentence(AppError(reason, **facts))
    return words if row is None else _("Row {row}: {words}").format(row=row, words=words)


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"


def _say(fact: object) -> str:
    if isinstance(fact, date):
        return formats.day_full(fact)
    if isinstance(fact, Path):
        return fact.name
    return str(fact)


def _book() -> dict[str, str]:
    return {
        "book_missing": _("{path} is not there any more. Open another book, or restore a copy."),
        "book_unreadable": _("{path} cannot be read: {cause}. Nothing was changed."),
        "book_exists": _("{path} exists already and was left alone. Choose another name."),
        "book_in_use": _(
            "{path} is open elsewhere: {holder} on {host} (process {pid}). "
            "Nothing was changed; close it there, then try again."
        ),
        "book_busy": _(
            "Not saved: another program is using {path}. Your entry is still here; try again."
        ),
        "book_read_only": _(
            "{path} can only be read, so nothing was saved. Save a copy elsewhere."
        ),
        "book_moved": _(
            "Not saved: {path} was moved or replaced by another program. Open it again."
        ),
        "book_damaged": _(
            "{path} is damaged and was left as it is. Open a copy of it from before."
        ),
        "newer_book": _(
            "{path} was written by a newer Chapterhouse (book version {schema}, this program "
            "knows {ours}). It was not changed; update this program to open it."
        ),
        "not_a_book": _("{path} is not a chapter's book. It was not changed."),
        "is_a_folder": _("{path} is a folder, not a chapter's book. Choose the file itself."),
        "folder_read_only": _("Nothing can be written beside {path}. Choose another folder."),
        "disk_full": _("Not saved: the disk is full. Free some space, then try again."),
        "disk_failing": _(
            "The disk reported a fault; the last change may not be saved. "
            "Look at it again before you repeat it."
        ),
        "migration_failed": _("The book could not be brought up to date and was left as it was."),
        "nothing_to_undo": _("There is nothing to undo."),
        "nothing_to_redo": _("There is nothing to redo."),
        "entry_missing": _("This entry is not in the history any more. Nothing was changed."),
        "changed_since": _(
            "This cannot be taken back, because later changes touch the same records. "
            "Nothing was changed; take the later ones back first."
        ),
        "changed_meanwhile": _(
            "Somebody else has changed this in the meantime, so it was not saved. "
            "Look at it again, then repeat your change."
        ),
        "record_missing": _("This is not in the book any more. Nothing was changed."),
        "chapter_missing": _("This book has no chapter yet. Begin a new one, or open another."),
        "chapter_exists": _("This book has its chapter already. Nothing was changed."),
        "currency_code": _("“{code}” is no currency: use its three letters, such as GBP or EUR."),
        "currency_decimals": _("A currency has 0 to 3 decimals, not {decimals}."),
        "decimals_with_amounts": _(
            "Amounts are recorded with {decimals} decimals, so a currency with another number of "
            "them would change their meaning. Nothing was saved."
        ),
        "start_time": _("“{text}” is no time of day. Write it like 18:30; nothing was saved."),
        "weekday": _("A week has seven days. Choose one of them."),
    }


def _people() -> dict[str, str]:
    return {
        "name_missing": _("A name is missing. Nothing was saved; enter one."),
        "name_too_long": _(
            "This name has {length} characters; {limit} is the most. Nothing was saved; shorten it."
        ),
        "ends_before_start": _(
            "This would end on {end}, before it begins on {start}. Nothing was saved."
        ),
        "classification_taken": _(
            "The seat “{name}” belongs to {holder}. Nothing was saved; choose another one."
        ),
        "classification_exists": _("“{name}” is on the list already. Nothing was saved."),
        "memberships_overlap": _(
            "These days would run into another membership of the same person. Nothing was saved; "
            "correct that one first."
        ),
        "only_membership": _(
            "This is the only membership, so it stays. Correct its days, or end it."
        ),
        "visitor_came": _(
            "{name} has visited the chapter, so nothing was removed. Take the visits out first, "
            "or set the visitor to declined."
        ),
        "not_a_member": _("This person is no member at the moment. Nothing was changed."),
        "already_a_member": _("This person is a member already. Nothing was changed."),
        "external_known": _("{name} of {chapter} is in the book already. Nothing was saved."),
        "is_a_member": _("{name} is a member of this chapter. Nothing was changed."),
        "join_by_admitting": _("To join, a visitor is admitted as a member. Nothing was changed."),
    }


def _meetings() -> dict[str, str]:
    return {
        "meeting_exists": _("There is a meeting on {held_on} already. Nothing was changed."),
        "meeting_not_draft": _(
            "The meeting of {held_on} is {state}, so nothing in it was changed. "
            "Reopen it with a reason, or record this for the next meeting."
        ),
        "meeting_state": _("A meeting that is {old} cannot become {new}. Nothing was changed."),
        "reason_missing": _("Say why, in a few words; the reason is kept. Nothing was changed."),
        "negative_total": _("A total cannot be below zero. Nothing was saved."),
        "impossible_total": _("This total is not possible. Nothing was saved; enter it again."),
        "holiday_with_slips": _(
            "This meeting has slips, so it is no holiday. Nothing was changed; discard it instead."
        ),
    }


def _slips() -> dict[str, str]:
    return {
        "impossible_amount": _("This amount is not possible. Nothing was saved; enter it again."),
        "impossible_credits": _("Enter 1 to {most} education units, not {units}."),
        "slip_incomplete": _(
            "This line does not say a whole slip yet. Nothing was saved; go on typing."
        ),
        "slip_kind_stays": _(
            "A slip keeps its kind. Nothing was changed; remove it and enter another one instead."
        ),
        "same_person": _("Both sides are the same person. Nothing was saved."),
        "not_a_visit": _("Only a visit can be confirmed. Nothing was changed."),
        "not_a_referral": _("Only a referral has a state. Nothing was changed."),
    }


def _imports() -> dict[str, str]:
    return {
        "import_needs_date": _(
            "{file} does not say when its meeting was, so nothing was stored. "
            "Give the meeting's day with it (on the command line: --date 2026-11-17)."
        ),
        "import_meeting_closed": _(
            "{file} belongs to the meeting of {held_on}, which is {state} in this book, "
            "so nothing was stored. Reopen that meeting first."
        ),
        "import_other_chapter": _(
            "{file} comes from the chapter {chapter}, but this book is of {book}, so nothing was "
            "stored. Choose the right book, or allow it (on the command line: --other-chapter)."
        ),
        "import_chapter_differs": _("The file is of {chapter}, the book of {book}."),
        "import_own_date": _("The file says {day} itself, so that was taken and not {asked}."),
        "import_undated": _(
            "The file does not say which days it covers, so its figures are kept without a date."
        ),
        "import_not_listed": _("Members in the book, but not in this file ({count}): {names}."),
        "import_no_member_then": _("{name} was no member at the time, as far as the book knows."),
    }


def _reports() -> dict[str, str]:
    return {
        "no_such_report": _("There is no report called “{name}”. There are: {names}."),
        "not_for_audience": _("This report is not made for that audience. It is for: {audiences}."),
        "no_meeting_in_period": _(
            "There is no meeting from {start} to {end} to report on. Choose another period."
        ),
    }


def _command_line() -> dict[str, str]:
    return {
        "output_unwritable": _("{path} could not be written: {cause}. The book is unchanged."),
        "member_unknown": _("Nobody in this book is called “{name}”. Nothing was made."),
        "member_unclear": _("“{name}” could be {names}. Nothing was made; write more of the name."),
    }


def _check() -> dict[str, str]:
    return {
        "check_file": _("The file is damaged: {said}. Go back to a copy from before."),
        "check_orphan": _("Record {row} of {table} refers to a {parent} that is not there."),
        "check_empty_entry": _("Entry {entry} of the history says nothing."),
        "check_journal_gap": _("The history of record {row} of {table} has a gap."),
        "check_unlike_journal": _(
            "Record {row} of {table} is not as the history left it: it was changed by another "
            "program."
        ),
        "check_no_chapter": _("The book has no chapter yet. Begin one, or import its files."),
        "check_holiday_slips": _("{held_on} is a holiday, but has slips: {slips}."),
        "check_slip_closed_business": _(
            "On {held_on}, thanks for closed business have no amount: {slips}."
        ),
        "check_slip_education": _("On {held_on}, education slips have no units: {slips}."),
        "check_slip_visitor": _("On {held_on}, visits have no visitor: {slips}."),
        "check_slip_referral": _("On {held_on}, referrals are neither in nor outside: {slips}."),
        "check_mark_of_stranger": _(
            "{name} is marked on {held_on}, but was no member then. Correct the membership's days."
        ),
        "check_member_twice": _("{name} is a member twice over. End one of the memberships."),
        "check_official": _(
            "{name}, {figure}: the official figures from {start} to {end} say {official}, "
            "the book has {book}."
        ),
    }


TABLES: tuple[Callable[[], dict[str, str]], ...] = (
    _book,
    _people,
    _meetings,
    _slips,
    _imports,
    _reports,
    _command_line,
    _check,
)
