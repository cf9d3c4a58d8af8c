"""What an import says as JSON, for programs; ``docs/command-line.md`` describes every field."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app import wording
from app.errors import AppError
from app.exchange.findings import Finding
from app.exchange.summary import Figures
from app.queries.imports.people import Acquaintance
from app.queries.imports.preview import FilePreview, ImportPreview, Pairing, PersonFigures
from app.rules.exports import ReportKind
from app.rules.slips import SlipKind, Tier
from app.storage import Change

Document = dict[str, Any]

_FORMAT = "chapterhouse.import.1"
_MARKS = ("present", "absent", "late", "medical", "substitute")
_TIERS = {Tier.INSIDE: "inside", Tier.OUTSIDE: "outside", Tier.THIRD: "third", None: "untold"}


def described(
    preview: ImportPreview,
    paths: Sequence[Path],
    change: Change | None,
    left_out: Sequence[AppError] = (),
) -> Document:
    """Return an import as it is written in JSON; ``change`` where anything was stored."""
    return {
        "format": _FORMAT,
        "stored": change is not None,
        "entry": change.entry_id if change else None,
        "chapter": preview.chapter,
        "money": {"currency": preview.currency, "decimals": preview.decimals},
        "rows_new": preview.rows_new,
        "people_new": {str(what): count for what, count in preview.people_new.items()},
        "visitors_new": preview.visitors_new,
        "files": [
            {"path": str(path), **_file(file)}
            for path, file in zip(paths, preview.files, strict=True)
        ],
        "left_out": [_refusal(refusal) for refusal in left_out],
        "oddities": [_finding(finding) for finding in preview.oddities],
    }


def _file(file: FilePreview) -> Document:
    return {
        "file": file.name,
        "kind": file.kind.value,
        "container": file.container.value,
        "encoding": file.encoding,
        "header_row": file.header_row,
        "chapter": {"name": file.chapter, "region": file.region, "country": file.country},
        "exported_at": _iso(file.run_at),
        "meeting": _iso(file.day),
        "from": _iso(file.starts_on),
        "to": _iso(file.ends_on),
        "needs_date": file.needs_date,
        "imported_before": file.seen_before,
        "rows": {"read": file.rows_read, "new": file.rows_new, "there": file.rows_there},
        **_counts(file),
        "people": [_person(person) | _match(person) for person in file.people],
        "oddities": [_finding(finding) for finding in file.oddities],
        "refusals": [_refusal(refusal) for refusal in file.refusals],
    }


def _counts(file: FilePreview) -> Document:
    marked = file.kind is ReportKind.SUMMARY
    return {
        "slips": _slips(file),
        "contents": [
            {"what": one.what.value, "read": one.read, "new": one.new} for one in file.contents
        ],
        "tiers": _tiers(file),
        "totals": _figures(file.totals, marked=marked),
        "visitors_row": _row(file.visitors_row),
        "organisation_row": _row(file.organisation_row),
        "total_row": _row(file.total_row),
        "residual": {str(column): left for column, left in sorted(file.residual.items())},
        "counters": [_counters(one, marked=marked) for one in file.members],
        "referrals": _pairings(file.referrals, tiers=True),
        "one_to_ones": _pairings(file.one_to_ones, tiers=False),
        "marks": {
            "new": file.marks_new,
            "differ": [
                {
                    "name": one.name,
                    "book": one.book.value,
                    "file": one.file.value,
                    "meeting": _iso(one.day or file.day),
                }
                for one in file.mark_conflicts
            ],
        },
        "official_figures": {"kept": file.keeps_figures, "replaced": file.replaces_figures},
    }


def _slips(file: FilePreview) -> Document:
    found = {count.kind: count for count in file.kinds}
    return {
        kind.value: (
            {"read": count.read, "new": count.new, "there": count.there}
            if (count := found.get(kind))
            else {"read": 0, "new": 0, "there": 0}
        )
        for kind in SlipKind
    }


def _tiers(file: FilePreview) -> Document:
    found = {count.tier: count.read for count in file.tiers}
    return {word: found.get(tier, 0) for tier, word in _TIERS.items()}


def _counters(one: PersonFigures, *, marked: bool) -> Document:
    figures = _figures(one.figures, marked=marked)
    return _person(one.person) | figures | {"closed_business_slips": one.thanks}


def _figures(figures: Figures, *, marked: bool) -> Document:
    """Return counters by name; an audit has no attendance, which is not the same as none."""
    return {
        name: value if marked or name not in _MARKS else None
        for name, value in asdict(figures).items()
    }


def _row(figures: Figures | None) -> Document | None:
    return _figures(figures, marked=True) if figures else None


def _pairings(pairings: Iterable[Pairing], *, tiers: bool) -> list[Document]:
    return [
        {
            "giver": one.giver.name if one.giver else None,
            "giver_chapter": one.giver.chapter if one.giver else "",
            "receiver": one.receiver.name if one.receiver else None,
            "receiver_chapter": one.receiver.chapter if one.receiver else "",
            "count": one.count,
        }
        | ({"inside": one.inside, "outside": one.outside, "untold": one.untold} if tiers else {})
        for one in pairings
    ]


def _person(person: Acquaintance) -> Document:
    return {
        "name": person.name,
        "chapter": person.chapter,
        "kind": person.kind.value,
        "home": person.home,
    }


def _match(person: Acquaintance) -> Document:
    return {
        "person_id": person.ref if person.ref > 0 else None,
        "match": person.how.value,
        "becomes": person.becomes.value if person.becomes else None,
        "offers": [asdict(offer) for offer in person.offers],
    }


def _finding(finding: Finding) -> Document:
    return {
        "row": finding.row,
        "reason": finding.reason,
        "sentence": wording.remark(finding.reason, None, finding.facts),
    }


def _refusal(error: AppError) -> Document:
    return {"reason": error.reason, "sentence": wording.sentence(error)}


def _iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None
