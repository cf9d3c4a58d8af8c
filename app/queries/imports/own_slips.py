"""Works out what a list of slips adds to many meetings, as one file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.exchange.own_lists import OwnSlips
from app.queries.imports import audits
from app.queries.imports.desk import Desk
from app.queries.imports.plans import FilePlan, ImportFile
from app.queries.imports.preview import KindCount, TierCount, WhatCount
from app.queries.imports.summaries import total
from app.rules.exports import What
from app.rules.slips import SlipKind, Tier


def take(desk: Desk, source: ImportFile, own: OwnSlips) -> FilePlan:
    """Return what a list of slips adds, each meeting taken as a slips audit of its own."""
    files = (replace(source, file=replace(source.file, report=audit)) for audit in own.audits)
    plans = [audits.take(desk, one, audit) for one, audit in zip(files, own.audits, strict=True)]
    return _merged(plans, own)


def _merged(plans: Sequence[FilePlan], own: OwnSlips) -> FilePlan:
    """Return one plan for the audits of all days; pairs and counters of each day are left out."""
    first = plans[0]
    days = [one.preview.day for one in plans if one.preview.day]
    people = {person.ref: person for one in plans for person in one.preview.people}
    oddities = {odd.reason: odd for one in plans for odd in one.preview.oddities}
    oddities |= {odd.reason: odd for odd in own.findings}
    filled = sum(bool(one.meetings) for one in plans)
    preview = replace(
        first.preview,
        day=None,
        starts_on=min(days, default=None),
        ends_on=max(days, default=None),
        oddities=tuple(oddities.values()),
        refusals=tuple(refusal for one in plans for refusal in one.preview.refusals),
        rows_read=sum(one.preview.rows_read for one in plans),
        rows_new=sum(one.preview.rows_new for one in plans),
        kinds=_kinds(plans),
        tiers=_tiers(plans),
        contents=(WhatCount(What.MEETINGS, len(plans), filled),),
        people=tuple(people.values()),
        members=(),
        referrals=(),
        one_to_ones=(),
        totals=total(one.preview.totals for one in plans),
    )
    meetings = tuple(meeting for one in plans for meeting in one.meetings)
    return FilePlan(preview, first.fingerprint, meetings)


def _kinds(plans: Sequence[FilePlan]) -> tuple[KindCount, ...]:
    read, new = Counter[SlipKind](), Counter[SlipKind]()
    for one in plans:
        for count in one.preview.kinds:
            read[count.kind] += count.read
            new[count.kind] += count.new
    return tuple(KindCount(kind, read[kind], new[kind]) for kind in SlipKind if read[kind])


def _tiers(plans: Sequence[FilePlan]) -> tuple[TierCount, ...]:
    read = Counter[Tier | None]()
    for one in plans:
        for count in one.preview.tiers:
            read[count.tier] += count.read
    return tuple(TierCount(tier, read[tier]) for tier in (*Tier, None) if read[tier])
