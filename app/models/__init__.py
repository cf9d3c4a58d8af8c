"""The tables as nouns: what a book keeps. No queries, no sessions, no Qt."""

from app.models.base import Base
from app.models.chapter import Chapter, Setting
from app.models.checking import AcceptedDifference, AuditedFigures
from app.models.committee import Letter, LetterTemplate, Ruling
from app.models.imports import (
    Alias,
    ColumnMap,
    ImportedFile,
    OfficialPeriod,
    OfficialRow,
    Training,
)
from app.models.journal import Entry, EntryRow
from app.models.meetings import DutyHolder, Mark, Meeting
from app.models.own_figures import OwnFigures
from app.models.people import Classification, Holder, Person, Spell, Visitor
from app.models.printing import Printed
from app.models.profiles import OwnProfile
from app.models.schedules import AgendaItem, OwnDuty
from app.models.slips import Slip

__all__ = [
    "AcceptedDifference",
    "AgendaItem",
    "Alias",
    "AuditedFigures",
    "Base",
    "Chapter",
    "Classification",
    "ColumnMap",
    "DutyHolder",
    "Entry",
    "EntryRow",
    "Holder",
    "ImportedFile",
    "Letter",
    "LetterTemplate",
    "Mark",
    "Meeting",
    "OfficialPeriod",
    "OfficialRow",
    "OwnDuty",
    "OwnFigures",
    "OwnProfile",
    "Person",
    "Printed",
    "Ruling",
    "Setting",
    "Slip",
    "Spell",
    "Training",
    "Visitor",
]
