"""``reconcile``: the own book beside slips audits beside summaries."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from enum import Enum
from typing import Any

from app.cli import books, voice
from app.i18n import _, ngettext
from app.queries.checking import Checked, Finding, Former, checked
from app.reports import checking_words as words

DIFFERENT = 1


def run(asked: argparse.Namespace) -> int:
    """Say where they differ, and what would settle it."""
    with books.reading(asked.book) as store:
        found = store.read(checked)
    if asked.json:
        voice.say_json(_document(asked, found))
    else:
        voice.say("\n".join(_told(found)))
    return DIFFERENT if found.open else 0


def _told(found: Checked) -> Iterator[str]:
    if not found.summaries and not found.audits:
        yield _("No summary and no slips audit has been imported to compare with.")
    else:
        yield _("Compared with {lists}.").format(lists=words.compared(found))
    for one in found.findings:
        yield _line(one, found)
    for former in found.former:
        yield words.former(former, found.money)
    yield ngettext("{n} difference open.", "{n} differences open.", len(found.open))


def _line(one: Finding, found: Checked) -> str:
    lists = ((_("book"), one.book), (_("audit"), one.audit), (_("summary"), one.summary))
    said = ", ".join(
        f"{name} {words.said(one, value, found.money)}"
        for name, value in lists
        if value is not None
    )
    parts = [words.when(one), words.who(one), words.what(one), said]
    line = ": ".join(filter(None, parts))
    if one.reason is not None:
        return _("{line}. Left as it is: {reason}").format(line=line, reason=one.reason or "–")
    proposal = words.proposal(one, found.money)
    return _("{line}. {proposal}.").format(line=line, proposal=proposal) if proposal else f"{line}."


def _document(asked: argparse.Namespace, found: Checked) -> dict[str, Any]:
    return {
        "format": "chapterhouse.reconcile.1",
        "book": str(asked.book),
        "agrees": not found.open,
        "summaries": found.summaries,
        "audits": found.audits,
        "money": {"currency": found.money.currency, "decimals": found.money.decimals},
        "findings": [_finding(one, found) for one in found.findings],
        "former_members": [_former(one) for one in found.former],
    }


def _finding(one: Finding, found: Checked) -> dict[str, Any]:
    correction = asdict(one.correction) if one.correction else {}
    return {
        "key": one.key,
        "subject": one.subject.value,
        "from": one.start.isoformat(),
        "to": one.end.isoformat(),
        "person_id": one.person_id,
        "name": one.name,
        "figure": one.figure or None,
        "book": one.book,
        "audit": one.audit,
        "summary": one.summary,
        "other_id": one.other_id,
        "other": one.other or None,
        "proposal": words.proposal(one, found.money) or None,
        "correction": {name: _plain(value) for name, value in correction.items() if value} or None,
        "accepted": one.reason,
    }


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


def _former(one: Former) -> dict[str, Any]:
    return {"from": one.start.isoformat(), "to": one.end.isoformat(), **asdict(one.figures)}
