"""``report``: a report of a book, as PDF or as JSON."""

import argparse
from datetime import UTC, datetime

from app.cli import books, choosing, stacking, voice
from app.queries.chapter import settings
from app.queries.profiles import profiles
from app.reports import plain
from app.reports.kit.sheet import Sheet
from app.reports.report import Asks


def run(asked: argparse.Namespace) -> int:
    """Make a report; the same rows go to paper and into JSON."""
    wanted = choosing.report(asked.name, asked)
    if asked.all_members:
        return stacking.make(asked, (wanted,), every_member=True)
    with books.reading(asked.book) as store:
        books.speak_as(store)
        choice = choosing.choice(asked, store, wanted)
        if Asks.PROFILE in wanted.asks:
            for fault in store.read(profiles).faults:
                voice.complain(fault)
        rows = wanted.rows(store, choice)
        paper = asked.paper or store.read(settings).paper
    if asked.json:
        voice.say(plain.to_json(wanted.name, rows))
        return 0
    sheet = Sheet(printed_at=datetime.now(UTC), paper=paper, known_at=asked.as_of)
    choosing.write(asked.output, wanted.pdf(rows, sheet), book=asked.book)
    voice.say(str(asked.output))
    return 0
