"""What changed in words: whose figure it is, what the figure is called, how a value is written."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import Any

from app import formats
from app.formats import Money
from app.i18n import _
from app.queries.scoreboard import Category
from app.reports import words
from app.rules.changes import Change, ChangeKind
from app.rules.periods import Period


def about_word(change: Change) -> str:
    """Return whose figure it is: a name, or the part of the document."""
    return _abouts().get(change.about, change.about)


def field_word(change: Change) -> str:
    """Return what the figure is called; of what no one has named, its own name."""
    field = _fields().get(change.field, words.sentence(change.field.replace("_", " ")))
    if not change.section:
        return field
    section = _abouts().get(change.section, words.sentence(change.section.replace("_", " ")))
    return section if change.field in _TOLD_BY_SECTION else f"{section}: {field}"


def before_word(change: Change, money: Money) -> str:
    """Return how the figure stood before."""
    return _value(change, change.before, money)


def after_word(change: Change, money: Money) -> str:
    """Return how the figure stands now."""
    return _value(change, change.after, money)


_TOLD_BY_SECTION = frozenset({"value", "cells", "count"})


def _value(change: Change, value: object, money: Money) -> str:
    if change.kind is ChangeKind.WITHHELD:
        return _("withheld")
    if change.kind is ChangeKind.LISTED:
        return _("listed") if value else formats.DASH
    if change.kind is ChangeKind.MONEY and isinstance(value, int) and not isinstance(value, bool):
        return money.exact(value)
    return _plainly(value)


def _plainly(value: object) -> str:
    for kind, said in _SAID:
        if isinstance(value, kind):
            return said(value)
    return formats.DASH if value in (None, "") else str(value).replace("_", " ")


# Looked through in this order: yes and no are numbers too, and moments are days.
_SAID: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: _("yes") if value else _("no")),
    (Period, words.span),
    (datetime, formats.moment),
    (date, lambda value: formats.day_short(value, year=True)),
    (float, lambda value: f"{value:.2f}".rstrip("0").rstrip(".")),
    (Fraction, lambda value: f"{float(value):.2f}".rstrip("0").rstrip(".")),
    (Enum, lambda value: str(value.value).replace("_", " ")),
)


def _abouts() -> Mapping[str, str]:
    return {
        **{str(one): words.category(one) for one in Category},
        "": _("The report"),
        "held": _("Meetings"),
        "total": _("Total"),
        "visitors": _("Visitors"),
        "organisation": _("Organisation"),
        "closed_business": _("Closed business"),
        "others": _("Others"),
    }


def _fields() -> Mapping[str, str]:
    return {
        "report": _("In the book"),
        "present": _("Present"),
        "absent": _("Absent"),
        "late": _("Late"),
        "medical": _("Medical"),
        "substitute": _("Substitute"),
        "given": _("Referrals given"),
        "given_inside": _("Referrals given, inside"),
        "given_outside": _("Referrals given, outside"),
        "inside": _("Referrals given, inside"),
        "outside": _("Referrals given, outside"),
        "given_people": _("Different receivers"),
        "given_away": _("Given to other chapters"),
        "received": _("Referrals received"),
        "received_inside": _("Referrals received, inside"),
        "received_outside": _("Referrals received, outside"),
        "received_people": _("Different givers"),
        "received_away": _("Received from other chapters"),
        "visitors": _("Visitors"),
        "one_to_ones": _("One-to-ones"),
        "education": _("Education units"),
        "testimonials": _("Testimonials"),
        "closed_business": _("Closed business"),
        "closed_business_last_month": _("Closed business last month"),
        "closed_business_to_date": _("Closed business to date"),
        "visitors_this_month": _("Visitors this month"),
        "referrals_to_date": _("Referrals to date"),
        "counts": _("Count"),
        "cells": _("Referral and one-to-one"),
        "by_month": _("By month"),
        "members": _("Members"),
        "lines": _("Lines"),
        "standings": _("Givers"),
        "places": _("First places"),
        "names": _("Not yet"),
        "held_on": _("Date"),
        "joined_on": _("Joined"),
        "left_on": _("Left"),
        "renewal_due": _("Renewal due"),
        "now": _("This period"),
        "before": _("Period before"),
        "weeks": _("Weeks"),
        "total": _("Total"),
        "light": _("Colour"),
        "points": _("Points"),
        "printed": _("Value"),
        "seat": _("Seat"),
        "completed": _("Completed"),
        "drafts": _("Drafts"),
        "value": _("Value"),
    }
