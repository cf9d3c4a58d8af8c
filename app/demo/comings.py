"""Who joins, leaves, comes back, renews and takes office between two evenings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from app import formats
from app.demo import asking, founding
from app.demo.calendar import Evening, term_end, term_start, years_after
from app.demo.cast import Part
from app.demo.story import Story
from app.i18n import _
from app.rules.people import Office, VisitorStage
from app.services import offices, roster, visitors

Happening = Callable[[Session], None]


@dataclass(frozen=True, slots=True)
class News:
    """A change of the roster, and how the history calls it."""

    label: str
    happening: Happening


def before(story: Story, evening: Evening) -> Iterator[News]:
    """Yield what changes in the week that ends with an evening."""
    day = evening.held_on
    for part in story.cast.parts:
        if part.left == evening.ago:
            label = _("{name} left").format(name=part.shown)
            yield News(label, partial(_leave, story=story, part=part, on=day))
        if part.back == evening.ago:
            label = _("{name} came back").format(name=part.shown)
            yield News(label, partial(_come_back, story=story, part=part, on=day))
        if part.weeks == evening.ago:
            label = _("{name} admitted").format(name=part.shown)
            yield News(label, partial(_join, story=story, part=part, on=day))
    for name in [name for name, due in story.due.items() if due <= day]:
        label = _("{name} renewed").format(name=name)
        yield News(label, partial(_renew, story=story, name=name))
    yield from new_term(story, day)


def new_term(story: Story, day: date) -> Iterator[News]:
    """Yield the change of offices where a term has begun by a day."""
    if term_start(day) > story.term:
        story.term = term_start(day)
        label = _("Offices from {day}").format(day=formats.day_full(story.term))
        yield News(label, partial(take_office, story=story))


def take_office(session: Session, story: Story) -> None:
    """Appoint everybody for the term that has begun."""
    turn = _terms_between(story.term, term_start(story.today))
    for word, names in story.cast.offices.items():
        office = Office(word)
        for name in names if office is Office.COMMITTEE else [names[-1 - turn % len(names)]]:
            offices.appoint(
                session,
                office=office,
                person_id=story.ids[name],
                starts_on=story.term,
                ends_on=term_end(story.term),
            )


def seat_everybody(session: Session, story: Story) -> None:
    """Seat the members of today in the order of the cast."""
    order = [story.ids[part.shown] for part in story.cast.members]
    roster.seat_order(session, person_ids=order)


def _join(session: Session, story: Story, part: Part, on: date) -> None:
    guest = story.guests.get(part.shown)
    if guest is None:
        founding.admit(session, story, part, on, on)
    else:
        visitors.join(
            session,
            visitor_id=guest.visitor_id,
            given_name=part.given,
            family_name=part.family,
            joined_on=on,
        )
        guest.stage = VisitorStage.JOINED
        story.current.append(part)
        story.due[part.shown] = years_after(on, 1)
    story.ids = asking.people(session)
    if guest is not None:
        roster.renew(session, person_id=story.ids[part.shown], due=story.due[part.shown])


def _leave(session: Session, story: Story, part: Part, on: date) -> None:
    roster.leave(session, person_id=story.ids[part.shown], on=on, reason=part.reason)
    story.current.remove(part)
    story.due.pop(part.shown)


def _come_back(session: Session, story: Story, part: Part, on: date) -> None:
    due = years_after(on, 1)
    roster.rejoin(session, person_id=story.ids[part.shown], on=on, renewal_due=due)
    story.current.append(part)
    story.due[part.shown] = due


def _renew(session: Session, story: Story, name: str) -> None:
    story.due[name] = years_after(story.due[name], 1)
    roster.renew(session, person_id=story.ids[name], due=story.due[name])


def _terms_between(early: date, late: date) -> int:
    return (late.year - early.year) * 2 + (late.month - early.month) // 6
