from datetime import date

from app.queries.visitor_pipeline import VisitorPipeline, visitor_pipeline
from app.rules.people import VisitorStage
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import visitors
from tests.small_book import SmallBook

TERM = Period(date(2026, 10, 1), date(2027, 3, 31))
TUESDAY, EARLIER = date(2026, 11, 17), date(2026, 9, 15)


def _pipeline(book: SmallBook, audience: Audience = Audience.OFFICERS) -> VisitorPipeline:
    return book.ask(visitor_pipeline, period=TERM, audience=audience)


def _guests(book: SmallBook) -> None:
    """Put a guest of each fate into a book, and one of an earlier term."""
    ann = book.member("Ann Abbot")
    old, meeting = book.meeting(EARLIER), book.meeting(TUESDAY)
    book.visit("Olga Old", ann, EARLIER, meeting_id=old)
    for name, stage in (
        ("Mary Ray", None),
        ("Fred Low", VisitorStage.APPLIED),
        ("Nora No", VisitorStage.DECLINED),
    ):
        guest = book.visit(name, ann, TUESDAY, meeting_id=meeting)
        if stage is not None:
            book.write(visitors.advance, visitor_id=guest, stage=stage)
    book.write(visitors.invite, name="Ivy Soon", inviter_id=ann, phone="111")


def test_those_nearest_to_a_seat_stand_first_and_other_terms_are_left_out(
    book: SmallBook,
) -> None:
    _guests(book)

    assert [one.name for one in _pipeline(book).lines] == [
        "Fred Low",
        "Mary Ray",
        "Ivy Soon",
        "Nora No",
    ]


def test_whoever_came_further_has_come_at_least_as_far(book: SmallBook) -> None:
    _guests(book)

    found = _pipeline(book)

    assert [(one.stage, one.count, one.reached) for one in found.stages] == [
        (VisitorStage.INVITED, 1, 4),
        (VisitorStage.ATTENDED, 1, 3),
        (VisitorStage.FOLLOWED_UP, 0, 1),
        (VisitorStage.APPLIED, 1, 1),
        (VisitorStage.JOINED, 0, 0),
    ]
    assert (found.attended, found.declined, found.joined, found.conversion) == (3, 1, 0, 0)


def test_one_of_those_who_came_joins(book: SmallBook) -> None:
    _guests(book)
    guest = next(one for one in _pipeline(book).lines if one.name == "Fred Low")
    book.write(
        visitors.join,
        visitor_id=guest.visitor_id,
        given_name="Fred",
        family_name="Low",
        joined_on=date(2026, 11, 20),
    )

    assert (_pipeline(book).joined, _pipeline(book).conversion) == (1, 33)


def test_the_room_learns_no_way_to_reach_a_visitor(book: SmallBook) -> None:
    _guests(book)

    assert {one.phone for one in _pipeline(book, Audience.ROOM).lines} == {""}
    assert {one.phone for one in _pipeline(book).lines} == {"", "111"}


def test_without_visitors_there_is_no_conversion(book: SmallBook) -> None:
    assert _pipeline(book).conversion is None


def test_half_a_per_cent_of_conversion_is_rounded_up(book: SmallBook) -> None:
    ann, meeting = book.member("Ann Abbot"), book.meeting(TUESDAY)
    guests = [book.visit(f"Guest {n}", ann, TUESDAY, meeting_id=meeting) for n in "ABCDEFGH"]
    book.write(
        visitors.join,
        visitor_id=guests[0],
        given_name="Gus",
        family_name="Guest",
        joined_on=TUESDAY,
    )

    assert _pipeline(book).conversion == 13
