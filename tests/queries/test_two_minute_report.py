from datetime import date

from app.queries.two_minute_report import TwoMinuteReport, two_minute_report
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from tests.small_book import SmallBook

TERM = Period(date(2026, 10, 1), date(2027, 3, 31))
OCTOBER, NOVEMBER = date(2026, 10, 13), date(2026, 11, 17)


def _report(book: SmallBook, audience: Audience = Audience.ROOM) -> TwoMinuteReport:
    return book.ask(two_minute_report, period=TERM, audience=audience)


def _members(book: SmallBook) -> list[PersonId]:
    return [book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol", "Dora", "Emil")]


def test_referrals_are_counted_by_member_and_month(book: SmallBook) -> None:
    ann, bob, *_rest = _members(book)
    sue = book.external("Sue Stranger")
    for day, count in ((OCTOBER, 2), (NOVEMBER, 1)):
        meeting = book.meeting(day)
        for _n in range(count):
            book.referral(ann, bob, day, meeting_id=meeting)
        book.referral(sue, bob, day, meeting_id=meeting)
        book.complete(meeting)

    report = _report(book)

    assert report.months == (date(2026, 10, 1), date(2026, 11, 1))
    assert (report.this_month, report.last_month) == (date(2026, 11, 1), date(2026, 10, 1))
    assert (report.members[0].by_month, report.members[0].given) == ((2, 1), 3)
    assert (report.others.by_month, report.referrals_to_date) == ((1, 1), 5)


def test_a_month_with_few_thankers_is_withheld_and_so_is_what_would_give_it_away(
    book: SmallBook,
) -> None:
    ann, *others = _members(book)
    october, november = book.meeting(OCTOBER), book.meeting(NOVEMBER)
    book.thanks(others[0], ann, 10_000, OCTOBER, meeting_id=october)
    for one in others[1:3]:
        book.thanks(one, ann, 7_500, NOVEMBER, meeting_id=november)
    book.complete(october)
    book.complete(november)

    room, officers = _report(book), _report(book, Audience.OFFICERS)

    assert (room.closed_business_last_month, room.closed_business_to_date) == (None, 25_000)
    assert room.withheld
    assert (officers.closed_business_last_month, officers.withheld) == (10_000, False)


def test_a_total_is_withheld_where_it_less_last_month_tells_one_amount(book: SmallBook) -> None:
    ann, *others = _members(book)
    october, november = book.meeting(OCTOBER), book.meeting(NOVEMBER)
    for one in others[:2]:
        book.thanks(one, ann, 5_000, OCTOBER, meeting_id=october)
    book.thanks(others[0], ann, 10_000, NOVEMBER, meeting_id=november)
    book.complete(october)
    book.complete(november)

    room = _report(book)

    assert (room.closed_business_last_month, room.closed_business_to_date) == (None, None)


def test_what_came_in_since_the_last_report_must_have_enough_thankers_as_well(
    book: SmallBook,
) -> None:
    ann, *others = _members(book)
    for day, thankers in ((OCTOBER, others[:3]), (date(2026, 11, 10), others[:3])):
        meeting = book.meeting(day)
        for one in thankers:
            book.thanks(one, ann, 5_000, day, meeting_id=meeting)
        book.complete(meeting)
    before = _report(book)
    last = book.meeting(NOVEMBER)
    book.thanks(others[0], ann, 7_777, NOVEMBER, meeting_id=last)
    book.complete(last)

    assert before.closed_business_to_date == 30_000
    assert _report(book).closed_business_to_date is None
    assert _report(book, Audience.OFFICERS).closed_business_to_date == 37_777


def test_a_chapter_without_meetings_has_nothing_to_read_out(book: SmallBook) -> None:
    _members(book)

    report = _report(book)

    assert (report.referrals_to_date, report.visitors_this_month) == (0, 0)
    assert report.closed_business_to_date == 0
