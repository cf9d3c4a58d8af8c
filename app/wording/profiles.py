"""What is said about profiles: one sentence with file, line and what was expected."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {reason: f"{words} {_kept()}" for reason, words in _faults().items()} | {
        "profile_there": _(
            "There is a profile called “{name}” from {day} on already. Give this one another short "
            "name or another first day."
        ),
        "profile_in_use": _(
            "Months were scored by “{name}”, so it stays as it is. Copy it and change the copy: it "
            "holds from its own first day on."
        ),
        "no_such_profile": _("There is no profile called “{name}”. There are: {names}."),
    }


def _kept() -> str:
    return _("The profile was not taken; the last good one stays in use.")


def _faults() -> dict[str, str]:
    return {
        "profile_unreadable": _("{file} cannot be read: expected is text in UTF-8."),
        "profiles_folder_unreadable": _(
            "{folder} cannot be read, so profiles of your own that lie there are left out."
        ),
        "profile_too_long": _("{file}, line {line}: a profile is at most 100,000 signs long."),
        "profile_line_too_long": _("{file}, line {line}: a line is at most 1,000 signs long."),
        "profile_syntax": _("{file}, line {line}: this is not TOML ({cause})."),
        "profile_key_unknown": _(
            "{file}, line {line}: “{key}” is not known here; expected is one of: {names}."
        ),
        "profile_key_missing": _("{file}, line {line}: “{key}” is expected here, and is missing."),
        "profile_table": _("{file}, line {line}: “{key}” is expected to be a table."),
        "profile_tables": _(
            "{file}, line {line}: “{key}” is expected to be a list of tables in braces."
        ),
        "profile_text": _(
            "{file}, line {line}: “{key}” is {found}; expected is one line of text in quotes."
        ),
        "profile_date": _(
            "{file}, line {line}: “{key}” is {found}; expected is a date such as 2026-01-01."
        ),
        "profile_whole": _(
            "{file}, line {line}: “{key}” is {found}; expected is a whole number from {least} to "
            "{most}."
        ),
        "profile_wholes": _(
            "{file}, line {line}: “{key}” is expected to be a list of whole numbers up to {most}."
        ),
        "profile_pair": _(
            "{file}, line {line}: “{key}” is expected to be a list of two whole numbers."
        ),
        "profile_membership": _(
            "{file}, line {line}: a membership is expected to be late before it has expired, and "
            "expired before the member is removed."
        ),
        "profile_number": _(
            "{file}, line {line}: “{key}” is {found}; expected is a number above or at zero such "
            "as 0.95 or “6/26”."
        ),
        "profile_true_false": _(
            "{file}, line {line}: “{key}” is {found}; expected is true or false."
        ),
        "profile_word": _("{file}, line {line}: “{key}” is {found}; expected is one of: {names}."),
        "profile_names": _(
            "{file}, line {line}: “{key}” is expected to be a list of some of: {names}."
        ),
        "profile_window": _(
            "{file}, line {line}: a window is expected to have exactly one of: {names}."
        ),
        "profile_bands": _(
            "{file}, line {line}: green is expected to begin above yellow, and yellow above red."
        ),
        "profile_twice": _(
            "{file}, line {line}: there are two items called “{name}”; each is expected once."
        ),
        "profile_steps_or_line": _(
            "{file}, line {line}: “{name}” is expected to have either steps or a line."
        ),
        "profile_step": _(
            "{file}, line {line}: a step is expected to have points and exactly one of: {names}."
        ),
        "profile_steps": _(
            "{file}, line {line}: in “{name}” a step is expected to bring fewer points than the "
            "harder ones, and never as many."
        ),
    }
