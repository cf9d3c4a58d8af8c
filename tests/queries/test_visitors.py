from datetime import date

from app import paths
from app.queries.visitors import VisitorRow, visitors
from app.rules.people import VisitorStage
from app.rules.scoring.editing import copied, put
from app.services import chapter, meetings, profiles, slips
from app.services import visitors as deeds
from tests.small_book import TODAY, SmallBook

NOV_3, NOV_17 = date(2026, 11, 3), date(2026, 11, 17)


def _only(book: SmallBook) -> VisitorRow:
    (row,) = book.ask(visitors, TODAY).rows
    return row


def test_visits_are_counted_with_the_first_and_the_last_day(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    later, earlier = book.meeting(NOV_17), book.meeting(NOV_3)
    book.visit("Mary Ray", ann, NOV_17, profession="Florist", meeting_id=later)
    book.visit("mary  RAY", ann, NOV_3, meeting_id=earlier)

    row = _only(book)

    assert (len(row.visits), row.first_visit, row.last_visit) == (2, NOV_3, NOV_17)
    assert (row.stage, row.profession, row.inviter.name) == (
        VisitorStage.ATTENDED,
        "Florist",
        "Ann Smith",
    )


def test_a_visit_in_a_discarded_meeting_is_none(book: SmallBook) -> None:
    meeting = book.meeting(NOV_3)
    book.visit("Mary Ray", None, NOV_3, meeting_id=meeting)
    book.write(meetings.discard, meeting_id=meeting, reason="keyed in twice")

    assert _only(book).visits == ()


def test_a_credit_waits_until_it_is_confirmed(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    book.visit("Mary Ray", ann, NOV_3)
    assert len(_only(book).unconfirmed) == 1

    book.write(slips.confirm_visit, slip_id=book.last_slip())

    assert _only(book).unconfirmed == ()


def test_who_came_by_himself_earns_nobody_a_credit(book: SmallBook) -> None:
    book.visit("Mary Ray", None, NOV_3)

    assert _only(book).unconfirmed == ()


def test_a_profession_that_a_member_holds_is_said_to_be_taken(book: SmallBook) -> None:
    book.member("Ann Smith", "Florist")
    book.visit("Mary Ray", None, NOV_3, profession="florist")

    assert _only(book).seat_holder == "Ann Smith"


def test_who_was_invited_and_never_came_has_no_visit(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    book.write(deeds.invite, name="Mary Ray", inviter_id=ann)

    row = _only(book)

    assert (row.stage, row.first_visit, row.last_visit) == (VisitorStage.INVITED, None, None)


def test_who_has_joined_leads_to_the_member_and_takes_no_seat_from_himself(
    book: SmallBook,
) -> None:
    visitor = book.visit("Mary Ray", None, NOV_3, profession="Florist")
    book.write(
        deeds.join, visitor_id=visitor, given_name="Mary", family_name="Ray", joined_on=NOV_17
    )

    row = _only(book)

    assert (row.joined_as_id, row.seat_holder) == (book.person("Mary Ray"), "")


def test_visits_are_allowed_by_the_rules_of_the_day_and_not_of_a_profile_to_come(
    book: SmallBook,
) -> None:
    shipped = paths.resources() / "profiles" / "us-regional.toml"
    ours = copied(shipped.read_text("utf-8"), name="ours", title="Ours", valid_from=NOV_3)
    ahead = put(put(ours, ("valid_from",), "2027-01-01"), ("attendance", "visits"), "5")
    for text in (ours, ahead):
        book.write(profiles.keep, text=text)
    book.write(chapter.put_setting, name="policy", value="ours")

    allowed = [book.ask(visitors, day).visits_allowed for day in (TODAY, date(2027, 1, 5))]

    assert allowed == [2, 5]
