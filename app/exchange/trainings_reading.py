"""Reads a member training report."""

import re

from app.exchange.lists import Field, Layout, Line, Listing, named, words
from app.exchange.members import WORDS, full_name
from app.exchange.trainings import TrainingRow, Trainings
from app.rules.exports import ReportKind
from app.rules.people import clean_text

_WORDS = WORDS | words(
    {
        Field.EVENT_DAY: "Event Date|Training Date|Date de l'événement|活動日期",
        Field.EVENT: "Event Type|Training|Event|Type d'événement|活動類型",
    }
)
_UNTRANSLATED = re.compile(r"^eventtype\.(?:\w+:)?(\w+)$", re.ASCII)


def _read(listing: Listing) -> Trainings:
    held = listing.days(Field.EVENT_DAY)
    rows: list[TrainingRow] = []
    for line in listing.lines:
        name, given, family, _ = full_name(line, listing)
        day = held.get(line.number)
        if not name or day is None:
            shown = next(iter(line.texts.values()), "")[:40]
            listing.notebook.note("note_row_left_out", line.number, text=shown)
            continue
        kind, core = _kind(line)
        role = clean_text(line.text(Field.ROLE))
        rows.append(TrainingRow(line.number, name, given, family, day, kind, role, core))
    above = listing.preamble
    return Trainings(
        chapter=above.chapter or _chapter(listing),
        region=above.region,
        country=above.country,
        run_at=above.run_at,
        starts_on=above.starts_on,
        ends_on=above.ends_on,
        rows=tuple(rows),
        findings=listing.notebook.findings(),
    )


def _kind(line: Line) -> tuple[str, bool]:
    """Return the training's name, without the star of the core ones and as words."""
    written = clean_text(line.text(Field.EVENT))
    name = written.lstrip("*").strip()
    if found := _UNTRANSLATED.match(name):
        name = found[1]
    return name, written.startswith("*")


def _chapter(listing: Listing) -> str:
    chapters = {clean_text(line.text(Field.CHAPTER)) for line in listing.lines}
    return chapters.pop() if len(chapters) == 1 else ""


LAYOUT = Layout(
    ReportKind.TRAININGS, _WORDS, needed=named(Field.EVENT_DAY, Field.EVENT), read=_read
)
