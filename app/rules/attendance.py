"""The five attendance marks."""

from enum import StrEnum


class Attendance(StrEnum):
    """How a member attended one meeting; blank is no mark, which is not zero."""

    PRESENT = "P"
    ABSENT = "A"
    LATE = "L"
    MEDICAL = "M"
    SUBSTITUTE = "S"


EXCEPTIONS = (
    Attendance.ABSENT,
    Attendance.LATE,
    Attendance.MEDICAL,
    Attendance.SUBSTITUTE,
)
