"""What was chosen on the command line for a report, and where it goes."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from app.cli.arguments import WrongUsageError
from app.errors import NotFoundError
from app.i18n import _
from app.queries.roster import parties
from app.queries.usual_period import usual_period
from app.reports import catalogue, output
from app.reports.report import Asks, Choice, Report
from app.rules import matching
from app.rules.people import PersonKind
from app.rules.periods import Period, term_of
from app.rules.privacy import Audience
from app.storage import Store
from app.wording import sentence

_MOST_NAMED = 5


def choice(asked: argparse.Namespace, store: Store, wanted: Report) -> Choice:
    """Return what is chosen; a change sheet is for those its report is for."""
    today = (asked.as_of or datetime.now(UTC)).astimezone().date()
    about = _about(asked, wanted)
    return Choice(
        period=_period(asked, store, today),
        audience=_audience(asked, about or wanted),
        member_id=find_member(store, asked.member, today) if asked.member else None,
        day=asked.end or asked.start or today,
        profile=asked.profile,
        other=asked.other,
        as_of=asked.as_of,
        about=about,
        since=asked.since,
    )


def _about(asked: argparse.Namespace, wanted: Report) -> Report | None:
    """Return the report a change sheet is about, the first of the catalogue if nobody says."""
    if Asks.CHANGES not in wanted.asks:
        return None
    about = report(asked.about or catalogue.REPORTS[0].name, asked)
    if Asks.CHANGES in about.asks:
        raise WrongUsageError(_("A change sheet cannot be about itself: give --about."))
    return about


def report(name: str, asked: argparse.Namespace) -> Report:
    """Return a report by name; WrongUsageError where there is none, or its member is missing."""
    try:
        wanted = catalogue.report(name)
    except NotFoundError as error:
        raise WrongUsageError(sentence(error)) from error
    if Asks.MEMBER in wanted.asks and not (asked.member or asked.all_members):
        raise WrongUsageError(
            _("“{name}” is about one member: give --member.").format(name=wanted.name)
        )
    return wanted


def _audience(asked: argparse.Namespace, wanted: Report) -> Audience:
    """Return who will see it: whoever can type this holds the book, so officers if nobody says."""
    if asked.audience:
        return Audience(asked.audience)
    return Audience.OFFICERS if Audience.OFFICERS in wanted.audiences else wanted.audiences[0]


def _period(asked: argparse.Namespace, store: Store, today: date) -> Period:
    """Return the days asked for; one end alone goes with today, or with its term of office."""
    if asked.start is None and asked.end is None:
        if asked.as_of is not None:
            return store.read_as_of(asked.as_of, usual_period, today)
        return store.read(usual_period, today)
    start = asked.start or term_of(asked.end).start
    end = asked.end or max(today, start)
    if end < start:
        raise WrongUsageError(_("--from must not come after --to."))
    return Period(start, end)


def find_member(store: Store, name: str, today: date) -> int:
    """Return the one member, current or former, whom a name or a part of it fits."""
    crowd = matching.Crowd(
        matching.Known(one.person_id, one.name, seat=one.seat)
        for one in store.read(parties, today)
        if one.kind is PersonKind.MEMBER
    )
    found = crowd.find_here(name)
    if not found:
        raise NotFoundError("member_unknown", name=name)
    if len(found) > 1:
        names = ", ".join(one.name for one in found[:_MOST_NAMED])
        raise NotFoundError("member_unclear", name=name, names=names)
    return found[0].person_id


def write(path: Path, pdf: bytes, *, book: Path) -> None:
    """Put a PDF at a path, but never at the book's own."""
    if path.exists() and path.samefile(book):
        raise WrongUsageError(_("The PDF cannot take the place of the book."))
    output.write(path, pdf)
