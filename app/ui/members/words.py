"""Offices and memberships in words."""

from datetime import date

from app import formats
from app.i18n import ngettext
from app.queries.members import MemberRow
from app.reports.office_words import office_words


def offices_words(row: MemberRow) -> str:
    """Return the offices somebody holds."""
    return ", ".join(office_words(one) for one in row.offices)


def month_words(day: date | None) -> str | None:
    """Return “Jun 2017”, or nothing where the month is not known."""
    return None if day is None else f"{formats.months()[day.month - 1][:3]} {day.year}"


def renewal_tip(row: MemberRow, today: date) -> str:
    """Return how far the renewal is, where that matters."""
    if row.renewal_due is None or not row.current:
        return ""
    days = (row.renewal_due - today).days
    if days < 0:
        return ngettext(
            "The renewal is overdue for {n} day.", "The renewal is overdue for {n} days.", -days
        )
    return ngettext("The renewal is due in {n} day.", "The renewal is due in {n} days.", days)
