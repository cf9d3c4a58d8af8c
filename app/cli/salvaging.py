"""``salvage``: read what can be read of a damaged book into a new one."""

import argparse

from app.cli import books, voice
from app.i18n import _, ngettext
from app.storage import salvaging


def run(asked: argparse.Namespace) -> int:
    """Salvage a book; the damaged file stays as it is."""
    found = salvaging.salvage(
        asked.book,
        asked.new,
        author=books.author(),
        label=_("Salvaged from {name}").format(name=asked.book.name),
        at=books.now(),
    )
    if asked.json:
        voice.say_json(
            {
                "format": "chapterhouse.salvage.1",
                "book": str(asked.new),
                "saved": found.saved,
                "from_history": found.from_history,
                "left_behind": found.left_behind,
                "missing": found.missing,
            }
        )
        return 0
    said = _("{book} holds {records}; read from the history: {history}.")
    records = ngettext("{n} record", "{n} records", sum(found.saved.values()))
    voice.say(said.format(book=asked.new, records=records, history=found.from_history))
    if found.left_behind:
        voice.say(_("Left behind, since they made no sense: {n}").format(n=found.left_behind))
    for table, count in found.missing.items():
        voice.say(_("Fewer than in the latest copy: {table}, {n}").format(table=table, n=count))
    return 0
