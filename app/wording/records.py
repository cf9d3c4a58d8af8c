"""Tables and fields of the book in the user's words."""

from datetime import date

from app import formats
from app.i18n import _


def table_word(table: str) -> str:
    """Return what a record of a table is called."""
    words = {
        "alias": _("Remembered name"),
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
        "giver": _("from"),
        "receiver": _("to"),
        "giver_written": _("from, as written"),
        "receiver_written": _("to, as written"),
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
    if isinstance(value, date):
        return formats.day_full(value)
    text = str(value)
    try:
        return formats.day_full(date.fromisoformat(text))
    except ValueError:
        return text.replace("_", " ")
