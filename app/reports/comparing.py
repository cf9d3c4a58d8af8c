"""A report now beside the same report at an earlier moment, such as that of its last print."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from app.errors import NotFoundError
from app.queries.change_sheet import Compared, completed_meetings
from app.queries.printed import LastPrint, began, last_print
from app.reports.report import Asks, Book, Choice, Report
from app.rules.changes import Change, ChangeKind, changes
from app.rules.privacy import Audience

_UNPRINTED = timedelta(days=7)  # looked back on where nothing was printed


@dataclass(frozen=True, slots=True)
class SincePrint:
    """The last print of a report, and how many figures have changed since."""

    last: LastPrint
    changed: int


def compared(book: Book, choice: Choice) -> Choice:
    """Return a choice with what has changed in the report it is about."""
    about = choice.about
    if about is None:
        return choice
    last = book.read(last_print, report=about.name, choice=about.key(choice))
    since = choice.since or (last.known_at if last else _a_week_ago(book, choice))
    printed = last if last is not None and last.known_at == since else None
    return replace(
        choice,
        compared=Compared(
            report=about.name,
            title=about.title(),
            period=choice.period if Asks.PERIOD in about.asks else None,
            since=since,
            printed_by=printed.author if printed else None,
            completed=book.read_as_of(since, completed_meetings),
            changes=_changes(book, about, choice, since),
        ),
    )


def since_print(book: Book, about: Report, choice: Choice) -> SincePrint | None:
    """Return what has changed in a report since its last print, None where there was none."""
    last = book.read(last_print, report=about.name, choice=about.key(choice))
    if last is None:
        return None
    return SincePrint(last, len(_changes(book, about, choice, last.known_at)))


def _changes(book: Book, about: Report, choice: Choice, since: datetime) -> tuple[Change, ...]:
    now = about.rows(book, choice)
    day = since.astimezone().date()
    meeting_id = choice.meeting_id or getattr(now, "meeting_id", None)
    before = replace(choice, as_of=since, day=day, meeting_id=meeting_id)
    try:
        then = about.rows(book, before)
    except NotFoundError:  # the meeting or the member was not in the book yet
        return (Change("", "report", before=False, after=True, kind=ChangeKind.LISTED),)
    found = changes(then, now)
    return tuple(map(_hidden, found)) if choice.audience is Audience.ROOM else found


def _hidden(change: Change) -> Change:
    """Withhold an amount: what lies between two of them may be what one member thanked for."""
    if change.kind is not ChangeKind.MONEY:
        return change
    return replace(change, before=None, after=None, kind=ChangeKind.WITHHELD)


def _a_week_ago(book: Book, choice: Choice) -> datetime:
    """Return the moment a week ago, or the book's beginning where that is later."""
    day = choice.day or choice.period.end
    moment = datetime.combine(day, time.max).astimezone() - _UNPRINTED
    first = book.read(began)
    return moment if first is None else max(moment, first)
