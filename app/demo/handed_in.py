"""Money, one-to-ones, education and testimonials on an evening of the demo."""

from datetime import timedelta

from app.demo.cast import Part
from app.demo.desk import Desk
from app.demo.story import Life, Story
from app.rules.slips import Tier
from app.services import slips

_EIGHT_WEEKS = timedelta(weeks=8)
_PENCE = 100
_LEAST = 20  # pounds; nobody writes a slip for less
_UNITS = (1, 1, 1, 2, 2)


def thank(desk: Desk, won: list[Life], again: int) -> int:
    """Thank for what was won, and for repeat business; return the sum in pence."""
    story = desk.story
    total = sum(_thank(desk, life.giver, life.receiver, life) for life in won)
    here = {part.shown for part in story.current}
    known = [pair for pair in story.thanked if pair[1] in here]
    for giver, earner in story.chance.sample(known, min(again, len(known))):
        total += _thank(desk, giver, earner, None)
    story.thanked += [(life.giver, life.receiver) for life in won]
    return total


def meet(desk: Desk, count: int) -> None:
    """Record the one-to-ones of the week."""
    for one, other in [_couple(desk) for _n in range(count)]:
        slips.record_one_to_one(
            desk.session,
            dated_on=desk.day - timedelta(days=desk.story.chance.randrange(7)),
            member_id=desk.id_of(one),
            partner_id=desk.id_of(other),
            note=desk.story.word("one_to_one_note"),
            meeting_id=desk.meeting_id,
        )


def learn(desk: Desk, count: int) -> int:
    """Record education units; return their sum."""
    learners = desk.story.several(desk.here, lambda part: part.learns, count)
    return sum(_learn(desk, learner) for learner in learners)


def praise(desk: Desk, count: int) -> None:
    """Record testimonials."""
    for _n in range(count):
        writer, praised = desk.story.chance.sample(desk.here, 2)
        slips.praise(
            desk.session,
            dated_on=desk.day,
            writer_id=desk.id_of(writer.shown),
            praised_id=desk.id_of(praised.shown),
            note=desk.story.word("testimonial_note"),
            meeting_id=desk.meeting_id,
        )


def _thank(desk: Desk, giver: str, earner: str, life: Life | None) -> int:
    amount = _amount(desk.story, earner)
    slips.thank(
        desk.session,
        dated_on=desk.day,
        earner_id=desk.id_of(earner),
        giver_id=desk.id_of(giver),
        amount=amount,
        repeat=life is None,
        tier=life.tier if life else Tier.OUTSIDE,
        referral_id=life.slip_id if life else None,
        meeting_id=desk.meeting_id,
    )
    return amount


def _learn(desk: Desk, learner: Part) -> int:
    units = desk.story.chance.choice(_UNITS)
    slips.learn(
        desk.session,
        dated_on=desk.day,
        member_id=desk.id_of(learner.shown),
        units=units,
        note=desk.story.word("education_note"),
        meeting_id=desk.meeting_id,
    )
    return units


def _amount(story: Story, earner: str) -> int:
    """Return an invoice in pence: mostly round, now and then to the penny."""
    part = story.cast.by_name.get(earner)
    pounds = (part.ticket if part else 1000) * story.chance.lognormvariate(-0.45, 0.65)
    pounds = max(pounds, _LEAST)
    return round(pounds * _PENCE) if story.likely(0.1) else int(round(pounds, -1)) * _PENCE


def _couple(desk: Desk) -> tuple[str, str]:
    story, here = desk.story, desk.here
    one = story.one(here, lambda part: part.meets)
    if story.likely(0.04):
        return one.shown, story.outsider()
    fresh = [part for part in here if part is not one and _long_ago(desk, one, part)]
    other = story.one(fresh, lambda part: part.meets)
    story.last_met[frozenset({one.shown, other.shown})] = desk.day
    return one.shown, other.shown


def _long_ago(desk: Desk, one: Part, other: Part) -> bool:
    last = desk.story.last_met.get(frozenset({one.shown, other.shown}))
    return last is None or desk.day - last > _EIGHT_WEEKS
