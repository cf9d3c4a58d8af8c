from datetime import date

import pytest

from app.errors import NotFoundError
from app.queries.meeting_report import Line, MeetingReport, meeting_report
from app.queries.policy import WINDOW
from app.rules.attendance import Attendance
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.slips import Tier
from app.services import attendance, chapter, meetings
from tests.small_book import SmallBook

OCT_6, NOV_3, NOV_10, NOV_17 = (
    date(2026, 10, 6),
    date(2026, 11, 3),
    date(2026, 11, 10),
    date(2026, 11, 17),
)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def _report(
    book: SmallBook, audience: Audience = Audience.OFFICERS, meeting_id: int | None = None
) -> MeetingReport:
    return book.ask(meeting_report, period=YEAR, audience=audience, meeting_id=meeting_id)


def test_without_a_meeting_named_the_last_one_of_the_period_is_reported(book: SmallBook) -> None:
    book.meeting(NOV_3)
    book.meeting(NOV_10)

    assert _report(book).held_on == NOV_10


def test_a_meeting_that_only_stands_in_the_calendar_is_not_the_last_one(book: SmallBook) -> None:
    ann = book.member("Ann Bell")
    held = book.meeting(NOV_3)
    book.meeting(NOV_10)
    book.mark(held, "P", ann)

    assert _report(book).held_on == NOV_3


def test_a_period_without_meetings_is_refused(book: SmallBook) -> None:
    with pytest.raises(NotFoundError) as refusal:
        _report(book)

    assert refusal.value.reason == "no_meeting_in_period"


def test_exceptions_come_first_and_absences_are_counted_within_the_window(
    book: SmallBook,
) -> None:
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    earlier, latest = book.meeting(OCT_6), book.meeting(NOV_3)
    book.mark(earlier, "A", bob)
    book.complete(earlier)
    book.mark(latest, "A", bob)
    book.mark(latest, "P", ann)
    book.write(
        attendance.mark,
        meeting_id=latest,
        person_id=carol,
        attendance=Attendance.SUBSTITUTE,
        substitute="Clara Bell",
    )

    report = _report(book)

    assert [(one.attendance, one.name, one.nth_absence) for one in report.exceptions] == [
        (Attendance.ABSENT, "Bob Smith", 2),
        (Attendance.SUBSTITUTE, "Carol Smith", None),
    ]
    assert report.exceptions[1].substitute == "Clara Bell"
    assert (report.present, report.seats, report.filled) == (("Ann Smith",), 3, 2)


def test_an_absence_after_the_meeting_is_not_counted_in_its_report(book: SmallBook) -> None:
    book.write(chapter.put_setting, name=WINDOW, value={"starts": [4, 10]})
    bob = book.member("Bob Smith")
    first, second = book.meeting(NOV_3), book.meeting(NOV_10)
    for meeting in (first, second):
        book.mark(meeting, "A", bob)
        book.complete(meeting)

    report = _report(book, meeting_id=first)

    assert [one.nth_absence for one in report.exceptions] == [1]


def test_the_room_reads_no_remarks_and_nobody_reads_those_on_medical_marks(
    book: SmallBook,
) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Jones")
    meeting = book.meeting(NOV_3)
    for person, mark, note in ((ann, "L", "overslept"), (bob, "M", "operation")):
        book.mark(meeting, mark, person)
        book.write(attendance.remark, meeting_id=meeting, person_id=person, note=note)

    room, officers = _report(book, Audience.ROOM), _report(book)

    assert [one.note for one in officers.exceptions] == ["overslept", ""]
    assert [one.note for one in room.exceptions] == ["", ""]
    assert (room.completed_by, room.reason) == ("", "")


def test_slips_stand_beside_the_total_read_aloud_and_the_weeks_of_the_term(
    book: SmallBook,
) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Jones")
    first, second = book.meeting(NOV_3), book.meeting(NOV_10)
    book.referral(ann, bob, NOV_3, tier=Tier.INSIDE, meeting_id=first)
    book.complete(first)
    for _time in range(3):
        book.referral(ann, bob, NOV_10, meeting_id=second)
    book.write(
        meetings.read_aloud,
        meeting_id=second,
        referrals=4,
        one_to_ones=None,
        closed_business=None,
        visitors=None,
        education=None,
        testimonials=None,
    )

    report = _report(book)

    line = report.line(Line.REFERRALS)
    assert (line.recorded, line.read_aloud, line.week_before, line.mean) == (3, 4, 1, 2.0)
    assert line.weeks == (1, 3)
    assert report.line(Line.INSIDE).weeks == (1, 0)
    assert report.number == 2


def test_weeks_after_the_meeting_and_of_other_terms_are_not_in_its_report(
    book: SmallBook,
) -> None:
    for day in (date(2026, 9, 1), NOV_3, NOV_17):
        book.complete(book.meeting(day))
    middle = book.ask(meeting_report, period=Period(NOV_3, NOV_3), audience=Audience.ROOM)

    assert middle.line(Line.REFERRALS).weeks == (0,)


def test_a_visitor_is_reported_with_the_count_of_visits_and_without_contact_data(
    book: SmallBook,
) -> None:
    ann = book.member("Ann Smith")
    for day in (NOV_3, NOV_10):
        meeting = book.meeting(day)
        book.visit("Mary Ray", ann, day, profession="Florist", meeting_id=meeting)

    guest = _report(book).visitors[0]

    assert (guest.name, guest.profession, guest.inviter, guest.nth) == (
        "Mary Ray",
        "Florist",
        "Ann Smith",
        2,
    )


def _thanks(book: SmallBook, day: date, amount: int, *earners: int, giver: int) -> None:
    meeting = book.meeting(day)
    for earner in earners:
        book.thanks(earner, giver, amount, day, meeting_id=meeting)
    book.complete(meeting)


def test_an_amount_with_too_few_thankers_is_withheld_from_the_room_the_mean_included(
    book: SmallBook,
) -> None:
    ann, bob, carol, dan = (book.member(f"{name} S") for name in ("Ann", "Bob", "Carol", "Dan"))
    _thanks(book, NOV_3, 100_000, bob, carol, dan, giver=ann)
    _thanks(book, NOV_10, 777_700, bob, giver=ann)

    room, officers = _report(book, Audience.ROOM), _report(book)

    assert officers.closed_business.recorded == 777_700
    assert officers.closed_business.mean == (300_000 + 777_700) // 2
    money = room.closed_business
    assert (money.recorded, money.withheld) == (None, True)
    assert money.week_before == 300_000
    assert (money.mean, money.mean_withheld) == (None, True)


def test_two_means_one_week_apart_never_tell_what_one_thanked_for(book: SmallBook) -> None:
    ann, bob, carol, dan = (book.member(f"{name} S") for name in ("Ann", "Bob", "Carol", "Dan"))
    _thanks(book, OCT_6, 1_000, bob, carol, dan, giver=ann)
    _thanks(book, NOV_3, 2_000, bob, giver=ann)
    _thanks(book, NOV_10, 3_000, bob, carol, dan, giver=ann)
    first = _report(book, Audience.ROOM).closed_business
    _thanks(book, NOV_17, 4_000, carol, dan, giver=ann)

    assert (first.recorded, first.mean) == (9_000, None)
    assert _report(book, Audience.ROOM).closed_business.mean == (3_000 + 2_000 + 9_000 + 8_000) // 4
