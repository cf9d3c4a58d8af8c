from dataclasses import astuple, fields
from datetime import date

from sqlalchemy.orm import Session

from app.models.imports import OfficialPeriod, OfficialRow
from app.queries.activity_summary import ActivitySummary, Figures, activity_summary
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.slips import Tier
from app.services import meetings, roster
from tests.small_book import SmallBook

NOV_3, NOV_10, NOV_17 = (date(2026, 11, day) for day in (3, 10, 17))
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


def _summary(
    book: SmallBook,
    audience: Audience = Audience.OFFICERS,
    period: Period = NOVEMBER,
    *,
    drafts: bool = False,
) -> ActivitySummary:
    return book.ask(activity_summary, period=period, audience=audience, drafts=drafts)


def _of(rows: ActivitySummary, name: str) -> Figures:
    return next(member.figures for member in rows.members if member.name == name)


def test_every_kind_of_slip_is_counted_where_it_belongs(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Jones")
    meeting = book.meeting(NOV_3)
    book.mark(meeting, "P", ann)
    book.mark(meeting, "S", bob)
    book.referral(ann, bob, NOV_3, tier=Tier.INSIDE)
    book.referral(ann, bob, NOV_3, tier=Tier.OUTSIDE)
    book.one_to_one(ann, bob, NOV_3)
    book.thanks(bob, ann, 12_345, NOV_3)
    book.visit("Mary Ray", ann, NOV_3, confirmed=True)
    book.visit("Joe Unconfirmed", bob, NOV_3)
    book.complete(meeting)

    rows = _summary(book)

    assert _of(rows, "Ann Smith") == Figures(
        present=1,
        absent=0,
        late=0,
        medical=0,
        substitute=0,
        given_inside=1,
        given_outside=1,
        received_inside=0,
        received_outside=0,
        visitors=1,
        one_to_ones=1,
        education=0,
        testimonials=0,
        closed_business=12_345,
        withheld=False,
    )
    bobs = _of(rows, "Bob Jones")
    assert (bobs.substitute, bobs.received_inside, bobs.received_outside) == (1, 1, 1)
    assert (bobs.one_to_ones, bobs.visitors, bobs.closed_business) == (1, 0, 0)


def test_a_draft_counts_only_where_it_is_asked_for(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Jones")
    book.meeting(NOV_3)
    book.referral(ann, bob, NOV_3)

    without, with_drafts = _summary(book), _summary(book, drafts=True)

    assert (without.total.given_outside, without.held.provisional) == (0, False)
    assert (with_drafts.total.given_outside, with_drafts.held.provisional) == (1, True)


def test_holidays_and_discarded_meetings_count_for_nothing(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Jones")
    holiday, discarded = book.meeting(NOV_3), book.meeting(NOV_10)
    book.write(meetings.declare_holiday, meeting_id=holiday)
    book.referral(ann, bob, NOV_10)
    book.write(meetings.discard, meeting_id=discarded, reason="snow")

    rows = _summary(book)

    assert rows.held.holidays == (NOV_3,)
    assert (rows.held.completed, rows.held.drafts, rows.total.given_outside) == (0, 0, 0)


def test_a_meeting_that_only_stands_in_the_calendar_is_no_draft_left_out(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    book.meeting(NOV_3)
    book.mark(book.meeting(NOV_10), "P", ann)

    assert _summary(book).held.drafts == 1
    book.one_to_one(ann, book.member("Bob Jones"), NOV_3)
    assert _summary(book).held.drafts == 2


def test_blank_attendance_is_not_zero(book: SmallBook) -> None:
    book.member("Ann Smith")

    assert _of(_summary(book), "Ann Smith").present is None


def test_people_of_other_chapters_absorb_what_members_did_not_do_among_themselves(
    book: SmallBook,
) -> None:
    ann, dana = book.member("Ann Smith"), book.external("Dana Whitlock")
    meeting = book.meeting(NOV_3)
    book.referral(ann, dana, NOV_3)
    book.one_to_one(ann, dana, NOV_3)
    book.complete(meeting)

    rows = _summary(book)

    assert rows.organisation.received_outside == 1
    assert (rows.total.one_to_ones, rows.organisation.one_to_ones) == (1, 0)
    assert rows.total.given_outside == rows.total.received_outside


def test_whoever_left_within_the_period_stays_in_it_and_who_left_before_does_not(
    book: SmallBook,
) -> None:
    for name, left in (("Ann Smith", NOV_10), ("Bob Jones", date(2026, 10, 1))):
        book.write(roster.leave, person_id=book.member(name), on=left)

    rows = _summary(book)

    assert [(one.name, one.left_on) for one in rows.members] == [("Ann Smith", NOV_10)]


def test_members_come_in_the_order_people_look_them_up(book: SmallBook) -> None:
    for name in ("Zoe Adams", "Kerstin Åkesson", "Bob Demir", "Pieter de Vries"):
        book.member(name)

    assert [one.name for one in _summary(book).members] == [
        "Zoe Adams",
        "Kerstin Åkesson",
        "Pieter de Vries",
        "Bob Demir",
    ]


def test_the_total_is_the_sum_of_all_rows(book: SmallBook) -> None:
    ann, bob, dana = book.member("Ann Smith"), book.member("Bob Jones"), book.external("Dana W")
    meeting = book.meeting(NOV_3)
    book.mark(meeting, "P", ann, bob)
    book.referral(ann, bob, NOV_3)
    book.referral(dana, bob, NOV_3)
    book.thanks(ann, dana, 700, NOV_3)
    book.complete(meeting)

    rows = _summary(book)

    listed = (*(one.figures for one in rows.members), rows.visitors, rows.organisation)
    for field in fields(Figures):
        if field.name != "withheld":
            assert getattr(rows.total, field.name) == sum(
                getattr(one, field.name) or 0 for one in listed
            )


def test_the_room_never_gets_an_amount_that_few_stand_behind(book: SmallBook) -> None:
    people = [book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol", "Dan", "Eve")]
    ann, bob, carol, dan, eve = people
    meeting = book.meeting(NOV_3)
    book.thanks(bob, ann, 111_100, NOV_3)
    for earner in (ann, carol, dan, eve):
        book.thanks(earner, bob, 222_200, NOV_3)
    for earner in (ann, bob, dan):
        book.thanks(earner, carol, 333_300, NOV_3)
    book.complete(meeting)

    room, officers = _summary(book, Audience.ROOM), _summary(book)

    assert _of(officers, "Ann Smith").closed_business == 111_100
    assert _of(room, "Ann Smith").closed_business is None
    assert _of(room, "Carol Smith").withheld, "else the total would tell Ann's amount"
    assert _of(room, "Bob Smith").closed_business == 888_800
    assert 111_100 not in _everything(room)


def _everything(rows: ActivitySummary) -> set[object]:
    return {value for one in rows.members for value in astuple(one.figures)}


def test_absences_are_held_against_the_limit_in_periods_no_longer_than_the_window(
    book: SmallBook,
) -> None:
    half = Period(date(2026, 4, 1), date(2026, 9, 30))
    year = Period(date(2026, 1, 1), date(2026, 12, 31))

    assert _summary(book, period=half).absences_allowed == 3
    assert _summary(book, period=year).absences_allowed is None


def _official(session: Session, *, person_id: int, start: date, end: date) -> None:
    period = OfficialPeriod(starts_on=start, ends_on=end, fingerprint=f"{start}")
    session.add(period)
    session.flush()
    rows = (
        ("member", person_id, "Ann Smith", 4, 6, 90_000),
        ("visitors", None, "Visitors", 5, 1, 0),
        ("organisation", None, "BNI", 5, 0, 10_000),
        ("total", None, "Total", 9, 9, 130_000),
    )
    for place, person, name, present, given, money in rows:
        session.add(
            OfficialRow(
                period_id=period.id,
                place=place,
                person_id=person,
                name_written=name,
                present=present,
                absent=0,
                late=0,
                medical=0,
                substitute=0,
                given_inside=0,
                given_outside=given,
                received_inside=0,
                received_outside=given,
                visitors=0,
                one_to_ones=0,
                closed_business=money,
                education=0,
                testimonials=None,
            )
        )


def test_official_figures_stand_in_for_time_without_meetings_and_are_named(
    book: SmallBook,
) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Jones")
    book.write(_official, person_id=ann, start=OCTOBER.start, end=OCTOBER.end)
    meeting = book.meeting(NOV_3)
    book.mark(meeting, "P", ann, bob)
    book.referral(ann, bob, NOV_3)
    book.complete(meeting)

    rows = _summary(book, period=Period(OCTOBER.start, NOVEMBER.end))

    anns = _of(rows, "Ann Smith")
    assert (anns.present, anns.given_outside, anns.closed_business) == (5, 7, 90_000)
    assert (rows.official, rows.official_meetings) == ((OCTOBER,), 5)


def test_an_official_total_brings_in_the_former_members_it_does_not_list(
    book: SmallBook,
) -> None:
    ann = book.member("Ann Smith")
    book.write(_official, person_id=ann, start=OCTOBER.start, end=OCTOBER.end)

    rows = _summary(book, period=OCTOBER)

    assert (rows.total.present, rows.total.given_outside) == (9, 9)
    assert rows.total.closed_business == 130_000
    assert rows.visitors.given_outside == 1
    assert (rows.organisation.given_outside, rows.organisation.present) == (2, 5)


def test_official_figures_are_left_out_where_the_book_has_meetings_of_its_own(
    book: SmallBook,
) -> None:
    ann = book.member("Ann Smith")
    book.write(_official, person_id=ann, start=NOVEMBER.start, end=NOVEMBER.end)
    book.complete(book.meeting(NOV_3))

    rows = _summary(book)

    assert (rows.official, rows.official_left_out) == ((), (NOVEMBER,))
    assert rows.total.given_outside == 0
