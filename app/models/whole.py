"""Every table of a book, mapped: for who stores, compares or copies all of them.

A figure names the tables it needs, since mapping all of them takes long beside the first page.
"""

from app.models import (
    chapter,
    checking,
    classifications,
    committee,
    imports,
    journal,
    letter_texts,
    meetings,
    offices,
    own_figures,
    people,
    printing,
    profiles,
    schedules,
    slips,
)
from app.models.base import Base

MODULES = (
    chapter, checking, classifications, committee, imports, journal, letter_texts, meetings,
    offices, own_figures, people, printing, profiles, schedules, slips,
)  # fmt: skip
__all__ = ["MODULES", "Base"]
