"""What is said about the book as a file, and its history."""

from app.i18n import _


def far_words(kind: str) -> str:
    """Return why a book on a network folder is only read."""
    return _(
        "This book lies on a network folder ({kind}): two computers that write to it there can "
        "damage it, and neither is told."
    ).format(kind=kind)


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "book_missing": _("{path} is not there any more. Open another book, or restore a copy."),
        "book_unreadable": _("{path} cannot be read: {cause}. Nothing was changed."),
        "book_exists": _("{path} exists already and was left alone. Choose another name."),
        "book_in_use": _(
            "{path} is open elsewhere: {holder} on {host} (process {pid}). "
            "Nothing was changed; close it there, then try again."
        ),
        "book_open_here": _("{path} is open in this window. Close it first; nothing was changed."),
        "value_damaged": _(
            "The book is damaged: “{value}” makes no sense where it stands. Restore a copy from "
            "before, or salvage what can be read."
        ),
        "book_busy": _(
            "Not saved: another program is using {path}. Your entry is still here; try again."
        ),
        "book_read_only": _(
            "{path} can only be read, so nothing was saved. Save a copy elsewhere."
        ),
        "book_moved": _(
            "Not saved: {path} was moved, replaced or deleted by another program. All that was "
            "stored before is still at hand here, and so is your entry: save it as a new book, "
            "then store again."
        ),
        "book_damaged": _(
            "{path} is damaged and was left as it is. Restore its latest copy, or salvage what can "
            "still be read of it."
        ),
        "book_prepared": _(
            "{path} holds something no Chapterhouse has put there ({what}), so it was not opened. "
            "It was not changed; open a copy of it from before."
        ),
        "copy_no_space": _(
            "The disk is too full for a copy of {path}. The book itself is saved as it stands, and "
            "older copies were left alone; free some space, then do it again."
        ),
        "copy_damaged": _("The copy {path} is damaged. Nothing was changed; take another one."),
        "newer_book": _(
            "{path} was written by a newer Chapterhouse (book version {schema}, this program "
            "knows {ours}). It was not changed; update this program to open it."
        ),
        "newer_format": _(
            "{path} is in a format newer than this program knows. It was not changed; update this "
            "program to open it."
        ),
        "not_a_book": _("{path} is not a chapter's book. It was not changed."),
        "not_a_book_empty": _(
            "{path} is empty, so it is not a chapter's book. It was left as it is; if it was one, "
            "restore a copy of it."
        ),
        "not_a_book_spreadsheet": _(
            "{path} is a spreadsheet or another export, not a chapter's book. It was not changed; "
            "open your book, or begin one, and take the file in with Import."
        ),
        "not_a_book_pdf": _("{path} is a PDF, not a chapter's book. It was not changed."),
        "not_a_book_other_program": _(
            "{path} belongs to another program; it is not a chapter's book. It was not changed."
        ),
        "is_a_folder": _("{path} is a folder, not a chapter's book. Choose the file itself."),
        "folder_read_only": _("Nothing can be written beside {path}. Choose another folder."),
        "no_copies": _("There is no copy of {path} yet. Nothing was changed."),
        "nothing_to_salvage": _(
            "Nothing of {path} can be read any more. Restore a copy of it from before."
        ),
        "disk_full": _(
            "Not saved: the disk is full. All that was stored before is safe, and your entry is "
            "still here; free some space, then store again."
        ),
        "disk_failing": _(
            "The disk reported a fault while {path} was read or written. What was stored before is "
            "not touched; look whether your last change is in it before you repeat it, and keep a "
            "copy on another disk."
        ),
        "not_saved_disk_failing": _(
            "Not saved: the disk reported a fault. Your entry is still here; try again, and keep a "
            "copy on another disk."
        ),
        "migration_failed": _("The book could not be brought up to date and was left as it was."),
        "own_fault": _(
            "Chapterhouse itself failed at this. Your book is as it was or as it should be, never "
            "half; look at it, and at “What went wrong” under Help."
        ),
        "nothing_to_undo": _("There is nothing to undo."),
        "nothing_to_redo": _("There is nothing to redo."),
        "erased_before": _(
            "A person was erased after this, so it cannot be taken back. Nothing was changed; what "
            "is wrong now is corrected by another change."
        ),
        "entry_missing": _("This entry is not in the history any more. Nothing was changed."),
        "book_far": far_words("{kind}")
        + " "
        + _(
            "Nothing was changed. Copy it to this computer and work on it there; or, where no "
            "other computer has it open, say so with --on-network."
        ),
        "changed_since": _(
            "This cannot be taken back, because later changes touch the same records. "
            "Nothing was changed; take the later ones back first."
        ),
        "before_the_book": _(
            "This book was begun on {first}; it knows nothing from before. Choose a later moment."
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
