"""Referrals in the demo: who passes them to whom, and what becomes of them."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.demo import asking
from app.demo.desk import Desk
from app.demo.story import Life, Story
from app.rules.slips import ReferralState, Tier
from app.services import slips

_PASSED, _CONTACTED, _QUOTED, _WON, _LOST = ReferralState
_INSIDE = 0.23
_FROM_AFAR, _TO_AFAR = 0.02, 0.09
_WINS, _PAYS = 0.58, 0.56
_STUCK = 20  # one referral in so many is not followed up
MOST_THANKS = 8  # at one evening; the others are thanked for a week later


def hand_in(desk: Desk, count: int) -> None:
    """Pass the referrals of an evening, and plan what becomes of each."""
    story = desk.story
    passed = [_pass(desk) for _n in range(count)]
    ids = asking.referrals(desk.session, desk.meeting_id)
    for slip_id, (giver, receiver, tier) in zip(ids, passed, strict=True):
        steps = _steps(story, desk.day)
        story.lives.append(Life(slip_id, giver, receiver, tier, steps, story.likely(_PAYS)))


def move_on(session: Session, story: Story, on: date, most: int = 0) -> list[Life]:
    """Advance what was due by a day; return the money to thank for, of so many at most."""
    thanks: list[Life] = []
    for life in story.lives:
        while life.steps and life.steps[0][0] <= on:
            day, state = life.steps.pop(0)
            if state is _WON and life.pays and len(thanks) == most:
                life.steps.append((on + timedelta(weeks=1), state))
            elif state is _WON and life.pays:
                thanks.append(life)
            elif not life.steps or life.steps[0][0] > on:
                slips.advance(session, slip_id=life.slip_id, state=state, on=day)
    story.lives = [life for life in story.lives if life.steps]
    return thanks


def _pass(desk: Desk) -> tuple[str, str, Tier]:
    story = desk.story
    giver, receiver = _pair(desk)
    tier = Tier.INSIDE if story.likely(_INSIDE) else Tier.OUTSIDE
    slips.pass_referral(
        desk.session,
        dated_on=desk.day,
        giver_id=desk.id_of(giver),
        receiver_id=desk.id_of(receiver),
        tier=tier,
        note=_subject(story, receiver),
        contact=_contact(story) if tier is Tier.OUTSIDE and story.likely(0.7) else "",
        meeting_id=desk.meeting_id,
    )
    return giver, receiver, tier


def _pair(desk: Desk) -> tuple[str, str]:
    story = desk.story
    giver = story.one(desk.here, lambda part: part.gives)
    others = [part for part in story.current if part is not giver]
    receiver = story.one(others, lambda part: part.gets * story.bond(giver, part))
    fortune = story.chance.random()
    if fortune < _FROM_AFAR:
        return story.outsider(), receiver.shown
    if fortune < _FROM_AFAR + _TO_AFAR:
        return giver.shown, story.outsider()
    return giver.shown, receiver.shown


def _steps(story: Story, day: date) -> list[tuple[date, ReferralState]]:
    end = _WON if story.likely(_WINS) else _LOST
    story.passed += 1
    if story.passed % _STUCK == 0:
        states = [_CONTACTED, _LOST] if story.likely(0.6) else [_LOST]
        waits = [story.chance.randrange(3, 9), 62][-len(states) :]
    else:
        states = [_CONTACTED, _QUOTED, end] if story.likely(0.8) else [_CONTACTED, end]
        waits = [
            story.chance.randrange(2, 18),
            *(story.chance.randrange(6, 19) for _s in states[1:]),
        ]
    days, total = [], 0
    for wait in waits:
        total += wait
        days.append(day + timedelta(days=total))
    return list(zip(days, states, strict=True))


def _subject(story: Story, receiver: str) -> str:
    part = story.cast.by_name.get(receiver)
    if part is None:
        return story.chance.choice(story.chance.choice(story.cast.professions).asked)
    return story.chance.choice(story.cast.by_seat[part.seat].asked)


def _contact(story: Story) -> str:
    number = story.chance.randrange(1000)
    return f"{story.word('contact_title')} {story.word('guest_family')}, 07700 900{number:03}"
