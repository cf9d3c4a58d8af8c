"""The words several documents share: audiences, meetings, categories, amounts."""

from collections.abc import Sequence
from datetime import date

from app import formats
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.scoreboard import Category
from app.queries.tallies import Held
from app.rules.periods import Period
from app.rules.privacy import Audience

_NAMED_HOLIDAYS = 3


def for_whom(audience: Audience, name: str = "") -> str:
    """Return the footer's words on who may see a page."""
    if audience is Audience.OWN:
        return _("For {name} only").format(name=name)
    return _("For the room") if audience is Audience.ROOM else _("For officers")


def span(period: Period) -> str:
    """Return a period in words."""
    return formats.period(period.start, period.end)


def held_in_words(held: Held, official: Sequence[Period], official_meetings: int) -> str:
    """Return which meetings the figures come from, and which were left out."""
    said = [_own(held, alone=not official)]
    if official:
        spans = ", ".join(map(span, official))
        count = ngettext("{n} meeting", "{n} meetings", official_meetings)
        said.append(_("official figures for {spans}, {count}").format(spans=spans, count=count))
    said.append(_holidays(held.holidays))
    return " · ".join(words for words in said if words)


def _own(held: Held, *, alone: bool) -> str:
    if not held.completed and not held.drafts:
        return _("no meeting was held") if alone else ""
    completed = ngettext("{n} meeting", "{n} meetings", held.completed)
    if not held.drafts:
        return _("{meetings}, every one completed").format(meetings=completed)
    drafts = ngettext("{n} draft", "{n} drafts", held.drafts)
    if held.drafts_counted:
        return _("provisional: {meetings} completed and {drafts} counted").format(
            meetings=completed, drafts=drafts
        )
    return _("{meetings} completed, {drafts} not counted").format(meetings=completed, drafts=drafts)


def _holidays(days: Sequence[date]) -> str:
    if not days:
        return ""
    if len(days) > _NAMED_HOLIDAYS:
        return ngettext("{n} holiday", "{n} holidays", len(days))
    named = ", ".join(f"{day.day} {formats.months()[day.month - 1]}" for day in days)
    return _("{days} holiday").format(days=named)


def category(one: Category) -> str:
    """Return what a category is called."""
    return {
        Category.REFERRALS: _("Referrals"),
        Category.VISITORS: _("Visitors"),
        Category.ONE_TO_ONES: _("One-to-ones"),
        Category.EDUCATION: _("Education units"),
        Category.CLOSED_BUSINESS: _("Closed business"),
    }[one]


def none_of(one: Category) -> str:
    """Return the head of the list of those who have nothing in a category."""
    return {
        Category.REFERRALS: _("No referral given"),
        Category.VISITORS: _("No visitor invited"),
        Category.ONE_TO_ONES: _("No one-to-one"),
        Category.EDUCATION: _("No education unit"),
    }[one]


def priced(money: Money, amount: int) -> str:
    """Return an amount with its currency, without minor units: “£ 18,420”."""
    return f"{money.symbol()} {money.whole(amount)}"


def ordinal(number: int) -> str:
    """Return “first”, “second” and so on; beyond the sixth in figures."""
    words = _("first second third fourth fifth sixth").split()
    return words[number - 1] if number <= len(words) else _("{n}th").format(n=number)


def sentence(words: str) -> str:
    """Return words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def listed_by(name: str, sort_name: str) -> str:
    """Return a name as a list sorted by family name shows it.

    Only scripts that put a comma between family and given name get one.
    """
    latin = all(sign < _BEYOND_CYRILLIC or sign in _VIETNAMESE for sign in sort_name)
    return sort_name if latin else name


_BEYOND_CYRILLIC = "\u0530"
_VIETNAMESE = frozenset(map(chr, range(0x1E00, 0x2000)))
