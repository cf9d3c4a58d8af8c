from datetime import date

from app.queries.scoreboard import Category, Scoreboard, scoreboard
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import classifications
from tests.small_book import SmallBook

OCT_6, NOV_3, NOV_10 = date(2026, 10, 6), date(2026, 11, 3), date(2026, 11, 10)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def _board(book: SmallBook, audience: Audience = Audience.OFFICERS) -> Scoreboard:
    return book.ask(scoreboard, period=NOVEMBER, audience=audience)


def _four(book: SmallBook) -> list[int]:
    return [book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol", "Dan")]


def test_givers_are_ranked_and_equals_share_a_rank(book: SmallBook) -> None:
    ann, bob, carol, dan = _four(book)
    meeting = book.meeting(NOV_3)
    for giver, times in ((bob, 2), (ann, 2), (carol, 3)):
        for _time in range(times):
            book.referral(giver, dan, NOV_3)
    book.complete(meeting)

    board = _board(book)

    assert [(one.rank, one.shared, one.name, one.given) for one in board.standings] == [
        (1, False, "Carol Smith", 3),
        (2, True, "Ann Smith", 2),
        (2, True, "Bob Smith", 2),
    ]
    assert board.given == 7
    assert board.standings == board.podium


def test_each_standing_knows_the_period_before_and_a_new_member_has_none(
    book: SmallBook,
) -> None:
    ann, bob, *_rest = _four(book)
    new = book.member("Eve New", joined_on=NOV_3)
    before, now = book.meeting(OCT_6), book.meeting(NOV_3)
    book.referral(ann, bob, OCT_6, meeting_id=before)
    book.complete(before)
    for giver in (ann, new):
        book.referral(giver, bob, NOV_3, meeting_id=now)
    book.complete(now)

    board = _board(book)

    assert {one.name: one.before for one in board.standings} == {"Ann Smith": 1, "Eve New": None}
    assert (board.meetings, board.meetings_before) == (1, 1)
    assert [(one.name, one.joined_on) for one in board.newcomers] == [("Eve New", NOV_3)]


def test_the_trend_is_that_of_the_totals_and_silent_without_a_period_before(
    book: SmallBook,
) -> None:
    ann, bob, *_rest = _four(book)
    now = book.meeting(NOV_3)
    book.referral(ann, bob, NOV_3, meeting_id=now)
    book.complete(now)
    assert _board(book).trends == ()

    before = book.meeting(OCT_6)
    for _time in range(2):
        book.referral(ann, bob, OCT_6, meeting_id=before)
    book.complete(before)

    trend = _board(book).trends[0]
    assert (trend.category, trend.now, trend.before) == (Category.REFERRALS, 1, 2)


def test_the_zero_lists_name_current_members_only(book: SmallBook) -> None:
    ann, bob, *_rest = _four(book)
    meeting = book.meeting(NOV_3)
    book.referral(ann, bob, NOV_3)
    book.one_to_one(ann, bob, NOV_3)
    book.complete(meeting)

    lists = {one.category: one.names for one in _board(book).not_yet}

    assert lists[Category.REFERRALS] == ("Bob Smith", "Carol Smith", "Dan Smith")
    assert lists[Category.ONE_TO_ONES] == ("Carol Smith", "Dan Smith")
    assert Category.CLOSED_BUSINESS not in lists


def test_nobody_leads_where_nobody_has_anything(book: SmallBook) -> None:
    _four(book)

    assert all(one.places == () for one in _board(book).leaders)


def test_a_leader_in_closed_business_whose_amount_is_withheld_is_not_named_to_the_room(
    book: SmallBook,
) -> None:
    ann, bob, carol, dan = _four(book)
    meeting = book.meeting(NOV_3)
    book.thanks(bob, ann, 900_000, NOV_3)
    for earner in (ann, bob, carol):
        book.thanks(earner, dan, 100_000, NOV_3)
    book.complete(meeting)

    def leaders(audience: Audience) -> list[str]:
        return [one.name for one in _board(book, audience).leaders[-1].places]

    assert leaders(Audience.OFFICERS)[0] == "Ann Smith"
    assert "Ann Smith" not in leaders(Audience.ROOM)
    assert _board(book, Audience.ROOM).some_withheld


def test_teams_are_ranked_by_referrals_given_per_member_and_seats_without_one_are_left_out(
    book: SmallBook,
) -> None:
    for seat, sphere in (("Surveyor", "Property"), ("Roofer", "Property"), ("Baker", "Events")):
        book.write(classifications.add, name=seat, sphere=sphere)
    ann, bob, carol = (
        book.member(name, seat)
        for name, seat in (
            ("Ann Bell", "Surveyor"),
            ("Bob Bell", "Roofer"),
            ("Carol Bell", "Baker"),
        )
    )
    nobody = book.member("Dan Bell", "Florist")
    meeting = book.meeting(NOV_3)
    for giver in (ann, ann, bob, carol, carol, nobody):
        book.referral(giver, ann if giver == nobody else nobody, NOV_3)
    book.complete(meeting)

    found = [
        (one.rank, one.sphere, one.members, one.given, one.per_member) for one in _board(book).teams
    ]

    assert found == [(1, "Events", 1, 2, 2.0), (2, "Property", 2, 3, 1.5)]


def test_no_team_is_shown_where_no_contact_sphere_is_known(book: SmallBook) -> None:
    _four(book)

    assert _board(book).teams == ()
