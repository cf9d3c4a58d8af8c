"""One evening of the demo, recorded as a secretary would, from the roll to completion."""

from datetime import UTC, datetime, time, timedelta

from sqlalchemy.orm import Session

from app.demo import asking, counts, guests, handed_in, referrals, roll
from app.demo.calendar import Evening, Fate
from app.demo.desk import Desk
from app.demo.story import Story
from app.errors import NotFoundError
from app.rules.people import Duty
from app.services import finding, meetings

_ENDS = time(20, 5, tzinfo=UTC)
_SERVICES = (Duty.VISITOR_HOST, Duty.GREETER, Duty.TIMER, Duty.REALITY_CHECK)
_NEWCOMERS = 2  # at the end of the seating order, too new for a duty


def hold(session: Session, story: Story, evening: Evening) -> None:
    """Record one week, whatever became of it."""
    meeting_id = _schedule(session, story, evening)
    if evening.fate is Fate.HOLIDAY:
        meetings.declare_holiday(session, meeting_id=meeting_id, reason="holiday week")
        follow_up(session, story, evening)
    elif evening.met:
        _record(session, story, evening, meeting_id)


def follow_up(session: Session, story: Story, evening: Evening) -> None:
    """Say what became of referrals in a week without a meeting."""
    referrals.move_on(session, story, evening.held_on)


def _schedule(session: Session, story: Story, evening: Evening) -> int:
    meetings.schedule(session, held_on=evening.held_on)
    meeting = finding.meeting_on(session, evening.held_on)
    if meeting is None:
        raise NotFoundError("record_missing", kind="Meeting")
    if evening.fate is not Fate.HOLIDAY:
        _give_duties(session, story, evening, meeting.id)
    return meeting.id


def _record(session: Session, story: Story, evening: Evening, meeting_id: int) -> None:
    held = asking.at_hand(session, meeting_id, [life.slip_id for life in story.lives])
    called = roll.call(story, evening)
    roll.record(session, story, meeting_id, called)
    _slips(session, story, evening, meeting_id, called)
    guests.follow_up(session, story, evening.held_on)
    if evening.fate is Fate.DISCARDED:
        reason = "the room was flooded halfway through; held again in writing only"
        meetings.discard(session, meeting_id=meeting_id, reason=reason)
    if evening.fate is Fate.COMPLETED:
        at = datetime.combine(evening.held_on, _ENDS) + timedelta(minutes=evening.ago % 40)
        meetings.complete(session, meeting_id=meeting_id, at=at, by=story.recorder)
    held.clear()


def _slips(
    session: Session, story: Story, evening: Evening, meeting_id: int, called: roll.Roll
) -> None:
    day, draft = evening.held_on, evening.fate is Fate.DRAFT
    count = counts.of(story, evening)
    late = int(draft)  # a slip read aloud that has not reached the secretary yet
    desk = Desk(session, story, meeting_id, day, called)
    referrals.hand_in(desk, count.referrals)
    won = referrals.move_on(session, story, day, referrals.MOST_THANKS)
    money = handed_in.thank(desk, won, count.again)
    visits = guests.receive(desk, evening, count.new_guests)
    handed_in.meet(desk, count.one_to_ones)
    units = handed_in.learn(desk, count.learners)
    handed_in.praise(desk, count.testimonials)
    meetings.read_aloud(
        session,
        meeting_id=meeting_id,
        referrals=count.referrals + late,
        one_to_ones=count.one_to_ones,
        closed_business=money,
        visitors=visits,
        education=units,
        testimonials=count.testimonials if not draft and story.likely(0.8) else None,
    )


def _give_duties(session: Session, story: Story, evening: Evening, meeting_id: int) -> None:
    settled = story.cast.members[: len(story.cast.members) - _NEWCOMERS]
    here = [part for part in settled if part in story.current]
    talker = here[-evening.ago % len(here)]
    teacher = here[(7 - 3 * evening.ago) % len(here)]
    for duty, part, words in (
        (Duty.FEATURE_TALK, talker, "talk_topic"),
        (Duty.EDUCATION, teacher, "education_topic"),
    ):
        meetings.assign_duty(
            session,
            meeting_id=meeting_id,
            duty=duty,
            person_id=story.ids[part.shown],
            topic=story.word(words),
        )
    for step, duty in enumerate(_SERVICES, start=1):
        server = here[(step * 11 - evening.ago) % len(here)]
        meetings.assign_duty(
            session, meeting_id=meeting_id, duty=duty, person_id=story.ids[server.shown]
        )
