"""Visitors of the demo: who brings them, whether they come again, and who applies."""

from datetime import date

from sqlalchemy.orm import Session

from app.demo import asking
from app.demo.calendar import Evening, Fate
from app.demo.cast import Part
from app.demo.desk import Desk
from app.demo.story import Guest, Story
from app.rules.people import VisitorStage
from app.services import slips, visitors

_VISITS = 2
_STILL_COMING = {VisitorStage.ATTENDED, VisitorStage.FOLLOWED_UP}
_KEEN = 5  # one guest in so many applies
_WEEK, _MONTH, _DECIDED = 7, 30, 70  # days
_BEFORE_JOINING = (6, 3)  # weeks; when those who later join come to look


def receive(desk: Desk, evening: Evening, count: int) -> int:
    """Welcome some new guests and those who come again; return how many in all."""
    story = desk.story
    guests = [_new(story, desk.here, desk.day) for _n in range(count)]
    if evening.fate is not Fate.DRAFT:
        guests += [*_candidates(story, evening), *_returning(story, desk.day)]
    for guest in guests:
        slips.welcome(
            desk.session,
            dated_on=desk.day,
            inviter_id=story.ids[guest.inviter],
            name=guest.name,
            profession=guest.profession,
            confirmed=evening.fate is not Fate.DRAFT,
            meeting_id=desk.meeting_id,
        )
        guest.visits += 1
    known = asking.visitors(desk.session)
    for guest in guests:
        guest.visitor_id = known[guest.name]
    return len(guests)


def follow_up(session: Session, story: Story, on: date) -> None:
    """Say how far the guests of the last weeks have come."""
    for guest in story.guests.values():
        stage = _next_stage(story, guest, (on - guest.first).days)
        if stage is not guest.stage:
            guest.stage = stage
            visitors.advance(session, visitor_id=guest.visitor_id, stage=stage)


def invite(session: Session, story: Story, on: date, count: int) -> None:
    """Enter guests who are expected at the next evening."""
    for _n in range(count):
        guest = _new(story, story.current, on)
        visitors.invite(
            session,
            name=guest.name,
            inviter_id=story.ids[guest.inviter],
            profession=guest.profession,
            email=f"{guest.name.split()[0].lower()}@guest.example",
        )


def names(story: Story) -> list[tuple[str, str]]:
    """Return every combination of the guests' names, shuffled, each with a profession."""
    words = story.cast.words
    pairs = [
        f"{given} {family}" for given in words["guest_given"] for family in words["guest_family"]
    ]
    story.chance.shuffle(pairs)
    return [(name, story.word("guest_profession")) for name in pairs]


def _candidates(story: Story, evening: Evening) -> list[Guest]:
    coming = []
    for part in story.cast.members:
        if part.visited and part.weeks is not None:
            weeks = evening.ago - part.weeks
            if weeks in _BEFORE_JOINING:
                guest = story.guests.get(part.shown) or _guest(
                    story, part.shown, part.seat, evening.held_on, story.current
                )
                coming.append(guest)
    return coming


def _returning(story: Story, day: date) -> list[Guest]:
    recent = [
        guest
        for guest in story.guests.values()
        if guest.stage in _STILL_COMING
        and guest.name not in story.cast.by_name
        and 0 < guest.visits < _VISITS
        and _WEEK <= (day - guest.first).days < _MONTH
    ]
    return [guest for guest in recent if story.likely(0.1)]


def _new(story: Story, here: list[Part], day: date) -> Guest:
    name, profession = story.expected.pop()
    return _guest(story, name, profession, day, here)


def _guest(story: Story, name: str, profession: str, day: date, here: list[Part]) -> Guest:
    inviter = story.one(here, lambda part: part.invites)
    keen = len(story.guests) % _KEEN == 0
    guest = Guest(name, profession, inviter.shown, day, keen=keen)
    story.guests[name] = guest
    return guest


def _next_stage(story: Story, guest: Guest, age: int) -> VisitorStage:
    """Return how far a guest has come so many days after the first visit."""
    if guest.stage is VisitorStage.ATTENDED and age >= _WEEK and story.likely(0.8):
        return VisitorStage.FOLLOWED_UP
    if guest.name in story.cast.by_name:
        return guest.stage
    if guest.stage is VisitorStage.FOLLOWED_UP and age >= 2 * _WEEK and story.likely(0.3):
        return VisitorStage.APPLIED if guest.keen else VisitorStage.DECLINED
    if guest.stage is VisitorStage.APPLIED and age > _DECIDED:
        return VisitorStage.DECLINED
    return guest.stage
