from datetime import date, timedelta

import pytest

from app.queries.agenda import agenda
from app.queries.schedule import WEEKS, Schedule, schedule
from app.rules.agenda import clock
from app.rules.duties import Doubt
from app.rules.people import Duty
from app.rules.privacy import Audience
from app.services import chapter, duties, meetings, roster
from tests.small_book import TODAY, SmallBook

TUESDAY = date(2026, 11, 24)
WEEK = timedelta(weeks=1)


def _seen(book: SmallBook, audience: Audience = Audience.OFFICERS) -> Schedule:
    return book.ask(schedule, audience=audience, day=TODAY)


def _speaks(book: SmallBook, person_id: int, day: date, topic: str = "") -> None:
    book.write(
        duties.assign,
        held_on=day,
        today=TODAY,
        duty=Duty.FEATURE_TALK,
        person_id=person_id,
        topic=topic,
    )


def _doubts(book: SmallBook) -> list[tuple[Doubt, ...]]:
    return [one.doubts for week in _seen(book).weeks for one in week.held]


def test_twelve_weeks_are_shown_whether_planned_or_not(book: SmallBook) -> None:
    planned = book.meeting(TUESDAY + WEEK)

    weeks = _seen(book).weeks

    assert [one.held_on for one in weeks] == [TUESDAY + n * WEEK for n in range(WEEKS)]
    assert [one.meeting_id for one in weeks[:3]] == [None, planned, None]


def test_a_holiday_stands_in_its_week_and_takes_nobody(book: SmallBook) -> None:
    book.write(meetings.skip_week, held_on=TUESDAY, reason="flood")

    first = _seen(book).weeks[0]

    assert (first.reason, first.open) == ("flood", False)


def test_who_speaks_about_what_stands_in_his_week(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield", "Surveyor")
    _speaks(book, ann, TUESDAY, "Asking well")

    held = _seen(book).weeks[0].by(Duty.FEATURE_TALK)

    assert held is not None
    assert (held.name, held.seat, held.topic) == ("Ann Whitfield", "Surveyor", "Asking well")
    assert held.doubts == ()


def test_whoever_speaks_twice_has_left_or_is_new_is_doubtful(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    new = book.member("Eve New", joined_on=date(2026, 11, 17))
    for person, week in ((ann, 0), (ann, 1), (bob, 2), (new, 3)):
        _speaks(book, person, TUESDAY + week * WEEK)
    book.write(roster.leave, person_id=bob, on=date(2026, 12, 1), reason="moved")

    assert _doubts(book) == [
        (Doubt.TWICE,), (Doubt.TWICE,), (Doubt.NO_MEMBER,), (Doubt.UNTRAINED,)
    ]  # fmt: skip


def test_whoever_has_not_spoken_longest_is_next_and_who_is_planned_waits_no_more(
    book: SmallBook,
) -> None:
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    book.member("Eve New", joined_on=date(2026, 11, 17))
    for person, day in ((ann, date(2026, 11, 3)), (bob, date(2026, 10, 6))):
        meeting = book.meeting(day)
        book.write(
            meetings.assign_duty, meeting_id=meeting, duty=Duty.FEATURE_TALK, person_id=person
        )
        book.complete(meeting)
    assert [one.name for one in _seen(book).waiting] == ["Carol Smith", "Bob Smith", "Ann Smith"]

    _speaks(book, carol, TUESDAY)

    assert [one.name for one in _seen(book).waiting] == ["Bob Smith", "Ann Smith"]


def test_the_room_sees_neither_doubts_nor_who_is_next(book: SmallBook) -> None:
    new = book.member("Eve New", joined_on=date(2026, 11, 17))
    book.member("Ann Whitfield")
    _speaks(book, new, TUESDAY)

    seen = _seen(book, Audience.ROOM)

    assert seen.waiting == ()
    assert [one.doubts for one in seen.weeks[0].held] == [()]


def test_an_agenda_names_who_has_the_duty_by_the_clock_of_the_chapter(book: SmallBook) -> None:
    book.write(
        chapter.correct, name="Riverside", region="", country="", weekday=1, starts_at="18:30",
        place="Boathouse", currency="GBP", currency_decimals=2,
    )  # fmt: skip
    ann = book.member("Ann Whitfield")
    _speaks(book, ann, TUESDAY, "Asking well")

    found = book.ask(agenda, audience=Audience.ROOM, day=TODAY)

    talk = next(one for one in found.points if one.title == "Feature talk")
    assert (talk.clock, talk.lasts, talk.who, talk.topic) == (
        "19:24",
        10,
        "Ann Whitfield",
        "Asking well",
    )
    greeting = next(one for one in found.points if one.title == "Open networking")
    assert (greeting.duty, greeting.who) == ("Visitor host", "")
    assert found.points[-1].lasts is None


@pytest.mark.parametrize(
    ("starts_at", "minute", "shown"),
    [("06:45", 90, "08:15"), ("23:30", 45, "00:15"), ("", 10, "")],
)
def test_a_minute_falls_on_a_time_of_day(starts_at: str, minute: int, shown: str) -> None:
    assert clock(starts_at, minute) == shown
