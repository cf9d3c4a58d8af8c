"""A calendar of meetings and talks as other programs subscribe to it (RFC 5545)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.exchange.outgoing.content_lines import escaped, filled


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day; without a time it is the whole day, which then stays free.

    ``uid`` stays the same whenever the event is written again. The time is the one on the wall
    where the chapter meets, whatever zone that is in.
    """

    uid: str
    day: date
    summary: str
    begins: time | None = None
    lasts: timedelta = timedelta(minutes=90)
    place: str = ""
    description: str = ""
    cancelled: bool = False


def lines(name: str, events: Iterable[Event], at: datetime) -> Iterator[str]:
    """Yield the lines of a calendar; ``at`` is when it is written."""
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chapterhouse//Calendar//EN")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}")
    stamp = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for event in events:
        yield from _event(event, stamp)
    yield "END:VCALENDAR"


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{stamp}")
    yield from _when(event)
    yield from filled(
        ("SUMMARY", escaped(event.summary)),
        ("LOCATION", escaped(event.place)),
        ("DESCRIPTION", escaped(event.description)),
    )
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if event.begins else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _when(event: Event) -> Iterator[str]:
    if event.begins is None:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
        return
    begins = datetime.combine(event.day, event.begins)
    yield f"DTSTART:{begins:%Y%m%dT%H%M%S}"
    yield f"DTEND:{begins + event.lasts:%Y%m%dT%H%M%S}"
