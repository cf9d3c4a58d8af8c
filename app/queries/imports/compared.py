"""Holds published traffic lights against the book's own scores; nothing of them is stored."""

from collections.abc import Iterator
from dataclasses import replace

from app.exchange.findings import Finding
from app.exchange.lights import Lights
from app.queries.imports.desk import Desk
from app.queries.imports.plans import FilePlan, ImportFile
from app.queries.imports.preview import WhatCount
from app.queries.imports.remarks import about
from app.rules.exports import What


def take(desk: Desk, source: ImportFile, lights: Lights) -> FilePlan:
    """Return what published lights say beside the book's scores."""
    desk.directory.open_file()
    same, apart, unknown = 0, [], 0
    for row in lights.rows:
        person = desk.directory.known(row.name)
        own = desk.score_of(person.ref) if person else None
        if own is None:
            unknown += 1
        elif own == row.points:
            same += 1
        else:
            apart.append(f"{row.name} {_points(row.points)} / {_points(own)}")
    mark = desk.fingerprint(source)
    counts = ((What.SAME, same), (What.DIFFERENT, len(apart)), (What.UNKNOWN, unknown))
    preview = replace(
        desk.preview(source, None, mark, _remarks(apart)),
        starts_on=lights.starts_on,
        ends_on=lights.ends_on,
        rows_read=len(lights.rows),
        contents=tuple(WhatCount(what, count, count) for what, count in counts if count),
    )
    return FilePlan(preview, mark)


def _remarks(apart: list[str]) -> Iterator[Finding | None]:
    if apart:
        yield about("import_scores_differ", apart)


def _points(hundredths: int) -> str:
    return f"{hundredths / 100:g}"
