"""How the demo's book begins: the chapter, its seats, its first members and their neighbours."""

from dataclasses import asdict
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.demo import asking
from app.demo.calendar import years_after
from app.demo.cast import Part
from app.demo.story import Story
from app.rules.returns import Costs
from app.services import chapter, classifications, own_figures, roster


def open_book(session: Session, story: Story, start: date) -> None:
    """Found the chapter with everybody who was a member before the book began."""
    chapter.found(session, **story.cast.chapter)
    for one in story.cast.professions:
        classifications.add(session, name=one.name, sphere=one.sphere, amount_hint=one.hint)
    for other in story.cast.outsiders:
        roster.add_external(session, name=other.name, chapter=other.chapter, region=other.region)
    founders = [part for part in story.cast.parts if part.weeks is None]
    for part in founders:
        admit(session, story, part, _joined(story, part), start)
    story.ids = asking.people(session)
    for part in founders:
        own_figures.state(session, person_id=story.ids[part.shown], **asdict(_COSTS))


# what everybody says membership costs, in minor units
_COSTS = Costs(year_fee=650_00, entry_fee=150_00, meeting_cost=14_00, lead_cost=60_00)


def admit(session: Session, story: Story, part: Part, joined_on: date, on: date) -> None:
    """Give a member a seat, with the next renewal after a day."""
    due = joined_on
    while due <= on:
        due = years_after(due, 1)
    number = len(story.current) + 1
    roster.admit(
        session,
        given_name=part.given,
        family_name=part.family,
        name=part.name,
        joined_on=joined_on,
        classification=part.seat,
        company=part.company,
        phone=f"01632 960{number:03}",
        email=f"seat{number}@riverside.example",
        renewal_due=due,
        sponsor_id=_sponsor(story),
    )
    story.current.append(part)
    story.due[part.shown] = due


def _joined(story: Story, part: Part) -> date:
    """Return a first day whose anniversaries leave the next weeks free, unless one is due."""
    due = story.today - timedelta(days=story.chance.randrange(12, 250))
    if part.renews_in is not None:
        due = story.today + timedelta(days=part.renews_in)
    return years_after(due, -part.years)


def _sponsor(story: Story) -> int | None:
    known = [part for part in story.current if part.shown in story.ids]
    return story.ids[story.one(known, lambda part: part.invites).shown] if known else None
