"""``report``: a report of a book, as PDF or as JSON."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from app.cli import books, voice
from app.cli.arguments import WrongUsageError
from app.errors import NotFoundError
from app.i18n import _
from app.queries.chapter import settings
from app.queries.profiles import profiles
from app.queries.roster import parties
from app.queries.usual_period import usual_period
from app.reports import catalogue, output, plain
from app.reports.kit.sheet import Sheet
from app.reports.report import Asks, Choice, Report
from app.rules import matching
from app.rules.people import PersonKind
from app.rules.periods import Period, term_of
from app.rules.privacy import Audience
from app.storage import Store
from app.wording import sentence

_MOST_NAMED = 5


def run(asked: argparse.Namespace) -> int:
    """Make a report; the same rows go to paper and into JSON."""
    wanted = _report(asked.name, asked)
    about = _about(asked, wanted)
    today = (asked.as_of or datetime.now(UTC)).astimezone().date()
    with books.reading(asked.book) as store:
        choice = Choice(
            period=_period(asked, store, today),
            audience=_audience(asked, about or wanted),
            member_id=_member(store, asked.member, today) if asked.member else None,
            day=asked.end or asked.start or today,
            profile=asked.profile,
            as_of=asked.as_of,
            about=about,
            since=asked.since,
        )
        if Asks.PROFILE in wanted.asks:
            for fault in store.read(profiles).faults:
                voice.complain(fault)
        rows = wanted.rows(store, choice)
        paper = asked.paper or store.read(settings).paper
    if asked.json:
        voice.say(plain.to_json(wanted.name, rows))
        return 0
    sheet = Sheet(printed_at=datetime.now(UTC), paper=paper, known_at=asked.as_of)
    pdf = wanted.pdf(rows, sheet)
    _write(asked.output, pdf, book=asked.book)
    voice.say(str(asked.output))
    return 0


def _about(asked: argparse.Namespace, wanted: Report) -> Report | None:
    """Return the report a change sheet is about, the first of the catalogue if nobody says."""
    if Asks.CHANGES not in wanted.asks:
        return None
    about = _report(asked.about or catalogue.REPORTS[0].name, asked)
    if Asks.CHANGES in about.asks:
        raise WrongUsageError(_("A change sheet cannot be about itself: give --about."))
    return about


def _report(name: str, asked: argparse.Namespace) -> Report:
    try:
        wanted = catalogue.report(name)
    except NotFoundError as error:
        raise WrongUsageError(sentence(error)) from error
    if Asks.MEMBER in wanted.asks and not asked.member:
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


def _member(store: Store, name: str, today: date) -> int:
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


def _write(path: Path, pdf: bytes, *, book: Path) -> None:
    if path.exists() and path.samefile(book):
        raise WrongUsageError(_("The PDF cannot take the place of the book."))
    output.write(path, pdf)
