from datetime import date

from app.queries.members import MemberRow, members
from app.rules.people import Office, PersonKind
from app.services import offices, roster
from tests.small_book import TODAY, SmallBook

NOV_3, NOV_10, NOV_17, NOV_24 = (date(2026, 11, day) for day in (3, 10, 17, 24))


def _rows(book: SmallBook) -> dict[str, MemberRow]:
    return {row.name: row for row in book.ask(members, TODAY).rows}


def test_members_come_in_seating_order_with_numbers_without_gaps(book: SmallBook) -> None:
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    book.write(roster.seat_order, person_ids=[carol, bob, ann])
    book.write(roster.leave, person_id=bob, on=date(2026, 6, 1))

    rows = book.ask(members, TODAY).rows

    assert [(row.name, row.number) for row in rows] == [
        ("Carol Smith", 1),
        ("Ann Smith", 2),
        ("Bob Smith", None),
    ]


def test_former_members_and_people_of_other_chapters_follow_with_their_chapter(
    book: SmallBook,
) -> None:
    book.external("Dana Whitlock", "Harbour")
    zoe = book.member("Zoe Young")
    book.write(roster.leave, person_id=zoe, on=date(2026, 6, 1))

    rows = book.ask(members, TODAY).rows

    assert [(row.name, row.kind, row.current, row.chapter) for row in rows] == [
        ("Zoe Young", PersonKind.MEMBER, False, ""),
        ("Dana Whitlock", PersonKind.EXTERNAL, False, "Harbour"),
    ]


def test_the_latest_membership_is_the_one_shown(book: SmallBook) -> None:
    ann = book.member("Ann Smith", joined_on=date(2020, 1, 1))
    book.write(roster.leave, person_id=ann, on=date(2021, 1, 1))
    book.write(roster.rejoin, person_id=ann, on=date(2023, 5, 1), renewal_due=date(2027, 5, 1))

    row = _rows(book)["Ann Smith"]

    assert (row.joined_on, row.left_on, row.renewal_due) == (
        date(2023, 5, 1),
        None,
        date(2027, 5, 1),
    )


def test_only_absences_of_completed_meetings_in_the_window_count(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    for held_on in (date(2026, 5, 19), NOV_3, NOV_10):
        meeting = book.meeting(held_on)
        book.mark(meeting, "A", ann)
        book.complete(meeting)
    book.mark(book.meeting(NOV_17), "A", ann)

    row = _rows(book)["Ann Smith"]

    assert row.weeks == 2
    assert row.absences == 2


def test_without_any_mark_absences_are_not_recorded_rather_than_zero(book: SmallBook) -> None:
    book.member("Ann Smith")

    assert _rows(book)["Ann Smith"].absences is None


def test_referrals_are_counted_both_ways(book: SmallBook) -> None:
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    meeting = book.meeting(NOV_3)
    book.referral(ann, bob, NOV_3, meeting_id=meeting)
    book.referral(ann, carol, NOV_3, meeting_id=meeting)
    book.referral(bob, ann, NOV_3, meeting_id=meeting)
    book.complete(meeting)
    book.referral(ann, bob, NOV_10)

    rows = _rows(book)

    assert [
        (rows[f"{name} Smith"].given, rows[f"{name} Smith"].received)
        for name in ("Ann", "Bob", "Carol")
    ] == [
        (2, 1),
        (1, 1),
        (0, 1),
    ]


def test_the_last_one_to_one_counts_for_both_and_from_a_draft_too(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    book.one_to_one(ann, bob, NOV_3)
    book.one_to_one(bob, ann, NOV_17)

    rows = _rows(book)

    assert [rows[name].last_met for name in ("Ann Smith", "Bob Smith")] == [NOV_17, NOV_17]


def test_only_offices_of_today_are_shown(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    for office, start, end in (
        (Office.PRESIDENT, date(2026, 10, 1), date(2027, 3, 31)),
        (Office.MENTOR, date(2026, 4, 1), None),
        (Office.EVENTS, date(2026, 4, 1), date(2026, 9, 30)),
    ):
        book.write(offices.appoint, office=office, person_id=ann, starts_on=start, ends_on=end)

    assert set(_rows(book)["Ann Smith"].offices) == {Office.PRESIDENT, Office.MENTOR}
