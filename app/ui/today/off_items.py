"""What is off, put into rows: a headline, some names, and one deed each."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from app import formats
from app.i18n import _, ngettext
from app.queries.today import Today
from app.queries.what_is_off import NearLimit, WhatIsOff
from app.ui.committee.view import View
from app.ui.desk import Desk
from app.ui.today.off_row import OffItem, Piece

_NAMED = 3


def off_items(
    desk: Desk, found: Today, record_week: Callable[[date], object], unsettled: int
) -> list[OffItem]:
    """Return a row for everything that is off; ``record_week`` puts a day on the calendar.

    ``unsettled`` counts the differences from official lists.
    """
    off = found.off
    return [
        *_missing_weeks(off, record_week),
        *_drafts(desk, off, found.chapter.money),
        *_unsettled(desk, unsettled),
        *_near_limit(desk, off),
        *_letters(desk, off),
        *_renewals(desk, off),
        *_reviews(desk, off),
        *_stale(desk, off),
    ]


def first_steps(desk: Desk, *, members: bool) -> list[OffItem]:
    """Return what to do first in a book in which nothing has been held yet."""
    admit = OffItem(
        "members",
        urgent=False,
        headline=_("No members yet"),
        pieces=(Piece(_("Admit one after the other; each takes a seat.")),),
        deed=_("Admit members"),
        run=partial(desk.go, "members"),
    )
    bring = OffItem(
        "download",
        urgent=False,
        headline=_("Or bring along what there is"),
        pieces=(Piece(_("Exports, spreadsheets, a pasted list; you see it before it is stored.")),),
        deed=_("Import files"),
        run=partial(desk.go, "import"),
    )
    hold = OffItem(
        "calendar-alert",
        urgent=False,
        headline=_("No meeting has been recorded yet"),
        pieces=(Piece(_("Put the first evening on the calendar; then mark who is there.")),),
        deed=_("See the calendar"),
        run=partial(desk.go, "meetings"),
    )
    return [hold] if members else [admit, bring]


def _missing_weeks(off: WhatIsOff, record_week: Callable[[date], object]) -> Iterator[OffItem]:
    if not off.missing_weeks:
        return
    latest = off.missing_weeks[-1]
    if len(off.missing_weeks) == 1:
        headline = _("No meeting for {day}").format(day=formats.day_long(latest))
        detail = _("Every average lacks this week. A holiday counts for nothing.")
    else:
        count = len(off.missing_weeks)
        headline = ngettext("{n} week without a meeting", "{n} weeks without a meeting", count)
        days = ", ".join(formats.day_short(day) for day in off.missing_weeks[-_NAMED:])
        detail = _("The latest: {days}. Every average lacks them.").format(days=days)
    yield OffItem(
        "calendar-alert",
        urgent=True,
        headline=headline,
        pieces=(Piece(detail),),
        deed=_("Record the week"),
        run=partial(record_week, latest),
    )


def _drafts(desk: Desk, off: WhatIsOff, money: formats.Money) -> Iterator[OffItem]:
    if not off.drafts:
        return
    from app.ui.meeting.words import gaps_sentence  # noqa: PLC0415  only where there is a draft

    for draft in off.drafts[-2:]:
        day = formats.day_short(draft.held_on)
        missing = f"{gaps_sentence(draft.gaps, money)}."
        done = _("Nothing is missing; it only wants completing.")
        yield OffItem(
            "pencil",
            urgent=False,
            headline=_("{day} is still a draft").format(day=day),
            pieces=(Piece(missing if draft.gaps else done),),
            deed=_("Open the draft"),
            run=partial(desk.go, "meetings", draft.meeting_id),
        )


def _unsettled(desk: Desk, count: int) -> Iterator[OffItem]:
    if not count:
        return
    yield OffItem(
        "warning",
        urgent=False,
        headline=ngettext(
            "{n} difference from official lists", "{n} differences from official lists", count
        ),
        pieces=(Piece(_("Of the last three months. Correct each, or leave it as it is.")),),
        deed=_("Check them"),
        run=partial(desk.go, "checking"),
    )


def _near_limit(desk: Desk, off: WhatIsOff) -> Iterator[OffItem]:
    if not off.near_limit:
        return
    count = len(off.near_limit)
    allowed = off.near_limit[0].allowed
    headline = ngettext(
        "{n} member near the limit of absences", "{n} members near the limit of absences", count
    )
    yield OffItem(
        "person-x",
        urgent=any(one.absences >= allowed for one in off.near_limit),
        headline=headline,
        pieces=tuple(
            piece
            for place, one in enumerate(off.near_limit[:2])
            for piece in _absences(one, gap=18 if place else 0)
        ),
        deed=_("See the committee's list"),
        run=partial(desk.go, "committee", View.ATTENDANCE),
    )


def _letters(desk: Desk, off: WhatIsOff) -> Iterator[OffItem]:
    if not off.letters.count:
        return
    yield OffItem(
        "mail",
        urgent=False,
        headline=ngettext("{n} letter to send", "{n} letters to send", off.letters.count),
        pieces=_named(off.letters.names),
        deed=_("See the letters"),
        run=partial(desk.go, "committee", View.LETTERS),
    )


def _reviews(desk: Desk, off: WhatIsOff) -> Iterator[OffItem]:
    if not off.reviews:
        return
    count = len(off.reviews)
    yield OffItem(
        "one-to-ones",
        urgent=False,
        headline=ngettext("{n} mid-term review to hold", "{n} mid-term reviews to hold", count),
        pieces=_named(off.reviews),
        deed=_("See the reviews"),
        run=partial(desk.go, "committee", View.MEMBERSHIP),
    )


def _named(names: Sequence[str]) -> tuple[Piece, ...]:
    """Return the first names, and how many more there are."""
    pieces = [
        Piece(name, strong=True, gap=18 if place else 0)
        for place, name in enumerate(names[:_NAMED])
    ]
    more = len(names) - _NAMED
    if more > 0:
        pieces.append(Piece(ngettext("and {n} more", "and {n} more", more), gap=18))
    return tuple(pieces)


def _absences(one: NearLimit, *, gap: int) -> tuple[Piece, ...]:
    drops = _("one drops out on {day}").format(day=formats.day_short(one.drops_on))
    words = drops if one.absences < one.allowed else _("limit reached")
    return (
        Piece(one.name, strong=True, gap=gap),
        Piece("", gap=8, absences=min(one.absences, 6), allowed=min(max(one.allowed, 1), 6)),
        Piece(words),
    )


def _renewals(desk: Desk, off: WhatIsOff) -> Iterator[OffItem]:
    if not off.renewals:
        return
    count = len(off.renewals)
    pieces = [
        piece
        for place, one in enumerate(off.renewals[:_NAMED])
        for piece in (
            Piece(one.name, strong=True, gap=18 if place else 0),
            Piece(formats.day_short(one.due), gap=8),
        )
    ]
    more = count - _NAMED
    if more > 0:
        pieces.append(Piece(ngettext("and {n} more", "and {n} more", more), gap=18))
    yield OffItem(
        "refresh",
        urgent=False,
        headline=ngettext("{n} renewal due soon", "{n} renewals due soon", count),
        pieces=tuple(pieces),
        deed=_("See the renewals"),
        run=partial(desk.go, "committee", View.MEMBERSHIP),
    )


def _stale(desk: Desk, off: WhatIsOff) -> Iterator[OffItem]:
    if not off.stale:
        return
    oldest = off.stale[0]
    headline = ngettext(
        "{n} referral has not moved for long", "{n} referrals have not moved for long",
        len(off.stale),
    )  # fmt: skip
    pair = _("{giver} to {receiver}").format(giver=oldest.giver, receiver=oldest.receiver)
    yield OffItem(
        "clock",
        urgent=False,
        headline=headline,
        pieces=(
            Piece(ngettext("Oldest, {n} day:", "Oldest, {n} days:", oldest.days)),
            Piece(pair, strong=True, gap=7),
        ),
        deed=_("See the referrals"),
        run=partial(desk.go, "referrals", "stale"),
    )
