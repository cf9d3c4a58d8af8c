"""Courses of a period beside those of the one before, and what the room may not see of them."""

from datetime import date

from app.queries.trend_report import Step, TrendReport, trend_report
from app.reports.trend_courses import courses
from app.rules.courses import Course, course_drawing
from app.rules.drawing import Shade
from app.rules.periods import Period
from app.rules.privacy import Audience
from tests.small_book import SmallBook

TERM = Period(date(2026, 10, 1), date(2027, 3, 31))
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
BEFORE, NOW, LATER = date(2026, 9, 15), date(2026, 10, 6), date(2026, 11, 17)


def _report(book: SmallBook, period: Period, audience: Audience = Audience.ROOM) -> TrendReport:
    return book.ask(trend_report, period=period, audience=audience)


def _meetings(book: SmallBook, thankers: int) -> None:
    crowd = [book.member(f"{name} Bell") for name in ("Ann", "Bob", "Carl", "Dan", "Eve")]
    for day, referrals in ((BEFORE, 1), (NOW, 2), (LATER, 3)):
        meeting = book.meeting(day)
        for _referral in range(referrals):
            book.referral(crowd[0], crowd[1], day, meeting_id=meeting)
        for earner in crowd[1 : 1 + thankers]:
            book.thanks(earner, crowd[0], 100_00, day, meeting_id=meeting)
        book.complete(meeting)


def test_a_term_is_shown_by_meeting_beside_the_term_before(book: SmallBook) -> None:
    _meetings(book, 3)
    found = _report(book, TERM)
    assert found.step is Step.WEEK
    assert [(one.starts_on, one.referrals) for one in found.now] == [(NOW, 2), (LATER, 3)]
    assert [one.referrals for one in found.earlier] == [1]


def test_a_year_is_shown_by_month_and_months_keep_their_places(book: SmallBook) -> None:
    _meetings(book, 3)
    found = _report(book, YEAR)
    assert found.step is Step.MONTH
    assert [one.starts_on.month for one in found.now] == [9, 10, 11]
    course = courses(found)[0].course
    assert course.now == [None] * 8 + [1, 2, 3]
    assert course.words[8:] == ["Sep", "Oct", "Nov"]


def test_amounts_of_too_few_thankers_are_left_out_for_the_room_only(book: SmallBook) -> None:
    _meetings(book, 2)
    room, officers = _report(book, TERM), _report(book, TERM, Audience.OFFICERS)
    assert [one.closed_business for one in room.now] == [None, None]
    assert room.withheld == 3
    assert "too few" in courses(room)[1].note
    assert [one.closed_business for one in officers.now] == [200_00, 200_00]
    assert officers.withheld == 0


def test_a_draft_is_in_no_course(book: SmallBook) -> None:
    _meetings(book, 3)
    book.meeting(date(2026, 11, 24))
    assert len(_report(book, TERM).now) == 2


def test_a_line_breaks_where_a_value_is_withheld() -> None:
    whole = course_drawing(Course([1, 2, 3], [], ["a", "b", "c"], "3"))
    broken = course_drawing(Course([1, None, 3], [], ["a", "b", "c"], "3"))
    strokes = [
        sum(len(one.corners) == 4 and one.shade is Shade.STRONG for one in drawing.shapes)
        for drawing in (whole, broken)
    ]
    assert strokes == [2, 0]


def test_a_course_without_values_has_only_its_line() -> None:
    assert len(course_drawing(Course([], [], [], "")).shapes) == 1


def test_the_words_below_a_term_that_has_begun_stand_apart() -> None:
    begun = Course([1, 2, 3, 4, 5, 6], [1] * 25, ["a", "b", "c", "d", "e", "f"], "6")
    places = [label.at[0] for label in course_drawing(begun).labels if label.quiet]
    assert len(places) == 2
    assert places[1] - places[0] > 0.08
