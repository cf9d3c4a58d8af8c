"""The tables as nouns: what a book keeps. No queries, no sessions, no Qt.

A class is mapped when it is first asked for, since mapping all of them takes long beside what the
first page needs. ``Base`` comes with all of them, and ``complete`` is for who stores: a flush
follows every reference from table to table.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.models.base import Base as Base
    from app.models.chapter import Chapter as Chapter
    from app.models.chapter import Setting as Setting
    from app.models.checking import AcceptedDifference as AcceptedDifference
    from app.models.checking import AuditedFigures as AuditedFigures
    from app.models.committee import Letter as Letter
    from app.models.committee import LetterTemplate as LetterTemplate
    from app.models.committee import Ruling as Ruling
    from app.models.imports import Alias as Alias
    from app.models.imports import ColumnMap as ColumnMap
    from app.models.imports import ImportedFile as ImportedFile
    from app.models.imports import OfficialPeriod as OfficialPeriod
    from app.models.imports import OfficialRow as OfficialRow
    from app.models.imports import Training as Training
    from app.models.journal import Entry as Entry
    from app.models.journal import EntryRow as EntryRow
    from app.models.meetings import DutyHolder as DutyHolder
    from app.models.meetings import Mark as Mark
    from app.models.meetings import Meeting as Meeting
    from app.models.own_figures import OwnFigures as OwnFigures
    from app.models.people import Classification as Classification
    from app.models.people import Holder as Holder
    from app.models.people import Person as Person
    from app.models.people import Spell as Spell
    from app.models.people import Visitor as Visitor
    from app.models.printing import Printed as Printed
    from app.models.profiles import OwnProfile as OwnProfile
    from app.models.schedules import AgendaItem as AgendaItem
    from app.models.schedules import OwnDuty as OwnDuty
    from app.models.slips import Slip as Slip

_HOMES = {
    "chapter": ("Chapter", "Setting"),
    "checking": ("AcceptedDifference", "AuditedFigures"),
    "committee": ("Letter", "LetterTemplate", "Ruling"),
    "imports": (
        "Alias", "ColumnMap", "ImportedFile", "OfficialPeriod", "OfficialRow", "Training",
    ),
    "journal": ("Entry", "EntryRow"),
    "meetings": ("DutyHolder", "Mark", "Meeting"),
    "own_figures": ("OwnFigures",),
    "people": ("Classification", "Holder", "Person", "Spell", "Visitor"),
    "printing": ("Printed",),
    "profiles": ("OwnProfile",),
    "schedules": ("AgendaItem", "OwnDuty"),
    "slips": ("Slip",),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names} | {"Base": "base"}


def complete() -> None:
    """Map every table there is."""
    for home in _HOMES:
        import_module(f"{__name__}.{home}")


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(name)
        if name == "Base":
            complete()
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
