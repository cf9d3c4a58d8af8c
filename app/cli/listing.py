"""``reports``: which reports there are, and which are made in one go."""

import argparse

from app.cli import voice
from app.i18n import _
from app.reports.catalogue import REPORTS
from app.reports.report import Report
from app.reports.stacks import STACKS, Stack


def run(asked: argparse.Namespace) -> int:
    """List the reports by name, with what each shows."""
    if asked.json:
        reports, stacks = list(map(_document, REPORTS)), list(map(_stack, STACKS))
        voice.say_json({"format": "chapterhouse.reports.1", "reports": reports, "stacks": stacks})
        return 0
    width = max(len(one.name) for one in REPORTS)
    for one in REPORTS:
        voice.say(f"{one.name:{width}}  {one.title()}: {one.says()}")
    voice.say(_("\nIn one go, with print-stack:"))
    for stack in STACKS:
        voice.say(f"{stack.name:{width}}  {stack.title()}: {stack.says()}")
    return 0


def _stack(one: Stack) -> dict[str, object]:
    return {
        "name": one.name,
        "title": one.title(),
        "says": one.says(),
        "reports": [report.name for report in one.reports],
        "every_member": one.every_member,
    }


def _document(one: Report) -> dict[str, object]:
    return {
        "name": one.name,
        "title": one.title(),
        "says": one.says(),
        "audiences": [audience.value for audience in one.audiences],
        "asks": sorted(asked.value for asked in one.asks),
    }
