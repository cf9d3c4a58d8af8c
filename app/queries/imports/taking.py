"""Hands each file of an import to whoever knows its kind."""

from app.exchange.attendance_sheet import AttendanceSheet
from app.exchange.guests import GuestList
from app.exchange.lights import Lights
from app.exchange.members import Members
from app.exchange.own_lists import OwnSlips
from app.exchange.slips import SlipsAudit
from app.exchange.summary import Summary
from app.exchange.trainings import Trainings
from app.queries.imports import (
    attended,
    audits,
    compared,
    own_slips,
    rosters,
    summaries,
    trained,
    visits,
)
from app.queries.imports.desk import Desk
from app.queries.imports.plans import FilePlan, ImportFile


def take(desk: Desk, source: ImportFile) -> FilePlan:  # noqa: PLR0911  one for each kind
    """Return what one file adds to the book and to the files before it."""
    match source.file.report:
        case SlipsAudit() as audit:
            return audits.take(desk, source, audit)
        case Summary() as summary:
            return summaries.take(desk, source, summary)
        case OwnSlips() as own:
            return own_slips.take(desk, source, own)
        case Members() as members:
            return rosters.take(desk, source, members)
        case AttendanceSheet() as sheet:
            return attended.take(desk, source, sheet)
        case Trainings() as trainings:
            return trained.take(desk, source, trainings)
        case GuestList() as guests:
            return visits.take(desk, source, guests)
        case Lights() as lights:
            return compared.take(desk, source, lights)
