"""Works out what a training report adds: trainings the book does not have of its members."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.exchange.findings import Finding
from app.exchange.trainings import Trainings
from app.queries.imports.desk import Desk
from app.queries.imports.plans import FilePlan, ImportFile, PlannedTraining
from app.queries.imports.preview import WhatCount
from app.queries.imports.remarks import about
from app.rules.exports import What

if TYPE_CHECKING:
    from app.queries.imports.people import Acquaintance


def take(desk: Desk, source: ImportFile, listed: Trainings) -> FilePlan:
    """Return what a training report adds; equal lines all count, as often as the file has them."""
    desk.directory.open_file()
    desk.directory.expect(desk.own_names(row.name for row in listed.rows))
    met: dict[int, Acquaintance] = {}
    new: list[PlannedTraining] = []
    seen = Counter[tuple[int, object, str, str]]()
    for row in listed.rows:
        person = desk.directory.member(row.name, row.held_on)
        met[person.ref] = person
        training = (person.ref, row.held_on, row.kind, row.role)
        seen[training] += 1
        if seen[training] > desk.trainings[training]:
            new.append(PlannedTraining(*training))
    desk.trainings.update((one.person, one.held_on, one.kind, one.role) for one in new)
    mark = desk.fingerprint(source)
    days = sorted(row.held_on for row in listed.rows)
    preview = replace(
        desk.preview(source, None, mark, _remarks(desk)),
        starts_on=listed.starts_on or (days[0] if days else None),
        ends_on=listed.ends_on or (days[-1] if days else None),
        rows_read=len(listed.rows),
        rows_new=len(new),
        contents=(
            WhatCount(What.MEMBERS, len(met), sum(ref < 0 for ref in met)),
            WhatCount(What.TRAININGS, len(listed.rows), len(new)),
        ),
        people=tuple(met.values()),
    )
    people = frozenset(one.person for one in new)
    return FilePlan(preview, mark, trainings=tuple(new), people=people)


def _remarks(desk: Desk) -> Iterator[Finding | None]:
    if desk.directory.strangers:
        yield about("import_no_member_then", sorted(desk.directory.strangers))
