from datetime import date

from app.queries.one_to_ones import one_to_ones, unmet
from app.services import classifications, meetings, roster
from tests.small_book import TODAY, SmallBook

SEP_1, NOV_17 = date(2026, 9, 1), date(2026, 11, 17)


def _pairs(book: SmallBook, weeks: int = 8) -> list[tuple[str, str, int | None]]:
    return [(pair.one, pair.other, pair.weeks) for pair in book.ask(unmet, TODAY, weeks)]


def test_a_one_to_one_names_both(book: SmallBook) -> None:
    ann, dana = book.member("Ann Smith"), book.external("Dana Whitlock", "Harbour")
    book.one_to_one(ann, dana, NOV_17, note="coffee")

    (row,) = book.ask(one_to_ones)

    assert (row.member.name, row.partner.name, row.partner.chapter, row.note) == (
        "Ann Smith",
        "Dana Whitlock",
        "Harbour",
        "coffee",
    )


def test_pairs_that_never_met_come_before_those_who_met_long_ago(book: SmallBook) -> None:
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    book.one_to_one(bob, ann, SEP_1)
    book.one_to_one(ann, carol, NOV_17)

    assert _pairs(book) == [("Bob Smith", "Carol Smith", None), ("Ann Smith", "Bob Smith", 11)]


def test_only_current_members_are_paired(book: SmallBook) -> None:
    book.member("Ann Smith")
    bob = book.member("Bob Smith")
    book.external("Dana Whitlock")
    book.write(roster.leave, person_id=bob, on=SEP_1)

    assert _pairs(book) == []


def test_a_one_to_one_of_a_discarded_meeting_is_no_meeting(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    meeting = book.meeting(NOV_17)
    book.one_to_one(ann, bob, NOV_17, meeting_id=meeting)
    book.write(meetings.discard, meeting_id=meeting, reason="keyed in twice")

    assert _pairs(book) == [("Ann Smith", "Bob Smith", None)]


def test_a_pair_says_its_common_sphere_and_referrals_both_ways(book: SmallBook) -> None:
    for name in ("Roofing", "Plumbing", "Law"):
        sphere = "" if name == "Law" else "building"
        book.write(classifications.add, name=name, sphere=sphere)
    ann, bob = book.member("Ann Smith", "Roofing"), book.member("Bob Smith", "Plumbing")
    book.member("Carol Smith", "Law")
    book.referral(bob, ann, NOV_17)
    book.referral(bob, ann, NOV_17)
    book.referral(ann, bob, NOV_17)

    pairs = {(pair.one, pair.other): pair for pair in book.ask(unmet, TODAY, 8)}
    pair = pairs["Ann Smith", "Bob Smith"]

    assert (pair.sphere, pair.referred, pair.referred_back) == ("building", 1, 2)
    assert pairs["Ann Smith", "Carol Smith"].sphere == ""
