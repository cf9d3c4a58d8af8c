"""Tables and fields of the book in the user's words."""

import re
from contextlib import suppress
from datetime import date, datetime

from app import formats
from app.i18n import _


def table_word(table: str) -> str:
    """Return what a record of a table is called."""
    words = {
        "accepted_difference": _("Difference left as it is"),
        "alias": _("Remembered name"),
        "audited_figures": _("Figures of a slips audit"),
        "chapter": _("Chapter"),
        "classification": _("Classification"),
        "column_map": _("Columns explained"),
        "agenda_item": _("Item of the agenda"),
        "duty": _("Duty of the list"),
        "duty_holder": _("Duty"),
        "holder": _("Office"),
        "imported_file": _("Imported file"),
        "letter": _("Letter"),
        "letter_template": _("Wording of letters"),
        "mark": _("Mark"),
        "meeting": _("Meeting"),
        "official_period": _("Official period"),
        "official_row": _("Official figures"),
        "own_figures": _("A member's own figures"),
        "own_profile": _("Profile"),
        "person": _("Person"),
        "ruling": _("Decision of the committee"),
        "setting": _("Setting"),
        "slip": _("Slip"),
        "spell": _("Membership"),
        "training": _("Training"),
        "visitor": _("Visitor"),
    }
    return words.get(table, table)


def field_word(field: str) -> str:
    """Return what a field is called."""
    words = {
        "giver": _("giver"),
        "receiver": _("receiver"),
        "giver_written": _("giver, as written"),
        "receiver_written": _("receiver, as written"),
        "email": _("e-mail"),
        "dated_on": _("date"),
        "held_on": _("date"),
        "person": _("member"),
        "left_on": _("left"),
        "joined_on": _("joined"),
        "state_on": _("state since"),
    }
    return words.get(field, field.replace("_", " "))


def value_word(value: object) -> str:
    """Return a value as a reader expects it; a dash for none."""
    if value is None or value == "":
        return formats.DASH
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    text = str(value)
    with suppress(ValueError):  # somebody may have written what only looks like a day
        if _DAY.fullmatch(text):
            return formats.day_full(date.fromisoformat(text))
        if _MOMENT.fullmatch(text):
            return formats.moment(datetime.fromisoformat(text))
    return text.replace("_", " ") if _WORD.fullmatch(text) else text


def changed_by(author: str, made_at: datetime | None) -> str:
    """Return by whom and when something was changed, as the beginning of a sentence."""
    if made_at is None:
        return _("Changed by somebody else")
    words = _("Changed by {name} on {moment}") if author else _("Changed on {moment}")
    return words.format(name=author, moment=formats.moment(made_at))


# Only what the book itself writes so: a telephone number may look like a day to Python.
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]*\+00:00")
_WORD = re.compile(r"[a-z]+(_[a-z]+)+")
