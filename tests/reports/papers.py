"""Further papers drawn from invented rows: any number of people, any names, any sheet."""

from app.reports import attendance_sheet as attendance_paper
from app.reports import sign_in_sheet as sign_in_paper
from app.reports.kit.sheet import Sheet
from app.rules.privacy import Audience
from tests.reports.invented_seats import seats


def attendance_sheet(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a blank attendance sheet."""
    return attendance_paper.pdf(seats(count, audience=Audience.OFFICERS, first=first), sheet)


def sign_in_sheet(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a sign-in sheet."""
    return sign_in_paper.pdf(seats(count, first=first), sheet)


FURTHER = (attendance_sheet, sign_in_sheet)
