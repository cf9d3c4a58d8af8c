"""Identifiers that cannot be mistaken for each other."""

from typing import NewType

PersonId = NewType("PersonId", int)
MeetingId = NewType("MeetingId", int)
SlipId = NewType("SlipId", int)
VisitorId = NewType("VisitorId", int)
ClassificationId = NewType("ClassificationId", int)
EntryId = NewType("EntryId", int)
