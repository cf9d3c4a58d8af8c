"""Who refers whom: pairs among members, those left out by name, what never came back."""

from datetime import date

from app.queries.matrices import referral_matrix
from app.queries.network import Network, network
from app.rules.periods import Period
from app.rules.privacy import Audience
from tests.small_book import SmallBook

DAY = date(2026, 11, 17)
TERM = Period(date(2026, 10, 1), date(2027, 3, 31))


def _network(book: SmallBook) -> Network:
    return book.ask(network, period=TERM, audience=Audience.ROOM)


def test_those_left_out_are_named_and_what_never_came_back(book: SmallBook) -> None:
    ann, bob, carol, dan = (book.member(f"{name} Bell") for name in ("Ann", "Bob", "Carl", "Dan"))
    meeting = book.meeting(DAY)
    for _ in range(3):
        book.referral(ann, bob, DAY, meeting_id=meeting)
    book.referral(bob, carol, DAY, meeting_id=meeting)
    book.referral(carol, bob, DAY, meeting_id=meeting)
    book.mark(meeting, "P", ann, bob, carol, dan)
    book.complete(meeting)
    found = _network(book)
    assert found.gave_to_none == ("Dan Bell",)
    assert found.received_from_none == ("Ann Bell", "Dan Bell")
    assert found.gave_to_few == ("Ann Bell", "Bob Bell", "Carl Bell")
    assert [(one.giver, one.receiver, one.count) for one in found.one_way] == [
        ("Ann Bell", "Bob Bell", 3)
    ]


def test_its_ties_are_the_cells_of_the_matrix(book: SmallBook) -> None:
    ann, bob = book.member("Ann Bell"), book.member("Bob Bell")
    meeting = book.meeting(DAY)
    book.referral(ann, bob, DAY, meeting_id=meeting)
    book.complete(meeting)
    found = _network(book)
    matrix = book.ask(referral_matrix, period=TERM, audience=Audience.ROOM)
    assert sum(tie.count for tie in found.ties) == matrix.total == 1
    (tie,) = found.ties
    assert found.members[tie.giver].person_id == ann
    assert found.members[tie.receiver].person_id == bob


def test_a_chapter_without_members_has_an_empty_circle(book: SmallBook) -> None:
    assert _network(book).members == ()
