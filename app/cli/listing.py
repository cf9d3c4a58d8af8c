"""``reports``: which reports there are."""

import argparse

from app.cli import voice
from app.reports.catalogue import REPORTS
from app.reports.report import Report


def run(asked: argparse.Namespace) -> int:
    """List the reports by name, with what each shows."""
    if asked.json:
        voice.say_json(
            {"format": "chapterhouse.reports.1", "reports": list(map(_document, REPORTS))}
        )
        return 0
    width = max(len(one.name) for one in REPORTS)
    for one in REPORTS:
        voice.say(f"{one.name:{width}}  {one.title()}: {one.says()}")
    return 0


def _document(one: Report) -> dict[str, object]:
    return {
        "name": one.name,
        "title": one.title(),
        "says": one.says(),
        "audiences": [audience.value for audience in one.audiences],
        "asks": sorted(asked.value for asked in one.asks),
    }
