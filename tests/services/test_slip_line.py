from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.errors import ConflictError, RuleError
from app.queries.meeting import meeting_sheet
from app.queries.meeting_slips import SlipRow
from app.queries.roster import parties
from app.queries.visitors import visitors
from app.rules.identifiers import MeetingId, PersonId
from app.rules.matching import Crowd, Known
from app.rules.slip_entry import Understood
from app.rules.slip_line import understand
from app.rules.slips import Tier
from app.services import slip_line
from app.services.visitors import invite
from tests.small_book import TODAY, SmallBook

NOV_17 = date(2026, 11, 17)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[SmallBook]:
    made = SmallBook.create(tmp_path)
    for name in ("Ann Whitfield", "Bob Hartley"):
        made.member(name)
    made.meeting(NOV_17)
    yield made
    made.store.close()


def said(book: SmallBook, line: str) -> Understood:
    people = [
        Known(PersonId(p.person_id), p.name, p.chapter, p.seat, here=p.current)
        for p in book.ask(parties, TODAY)
    ]
    return understand(line, Crowd(people))


def enter(book: SmallBook, line: str) -> None:
    book.write(slip_line.enter, said=said(book, line), dated_on=NOV_17)


def slips_of(book: SmallBook) -> tuple[SlipRow, ...]:
    return book.ask(meeting_sheet, MeetingId(1)).slips


def only(book: SmallBook) -> SlipRow:
    (slip,) = slips_of(book)
    return slip


@pytest.mark.parametrize(
    ("line", "stored"),
    [
        ("r ann bob in roof", ("Ann Whitfield", "Bob Hartley", Tier.INSIDE, None, None, "roof")),
        ("o ann bob", ("Ann Whitfield", "Bob Hartley", None, None, None, "")),
        ("b bob ann 1.2k", ("Ann Whitfield", "Bob Hartley", None, 120_000, None, "")),
        ("b - ann 50", ("Ann Whitfield", "", None, 5_000, None, "")),
        ("c ann 2 workshop", ("Ann Whitfield", "", None, None, 2, "workshop")),
        ("t ann bob thanks", ("Ann Whitfield", "Bob Hartley", None, None, None, "thanks")),
    ],
)
def test_a_line_becomes_a_slip(book: SmallBook, line: str, stored: tuple[object, ...]) -> None:
    enter(book, line)
    slip = only(book)

    assert (
        slip.giver.name, slip.receiver.name, slip.tier, slip.amount, slip.units, slip.note,
    ) == stored  # fmt: skip


def test_a_visitor_waits_for_the_credit_to_be_confirmed(book: SmallBook) -> None:
    enter(book, "v ann Mary Ray, florist")
    slip = only(book)

    assert slip.visit is not None
    assert (slip.visit.name, slip.visit.profession) == ("Mary Ray", "florist")
    assert slip.awaits_confirmation


def test_a_new_person_of_another_chapter_is_entered_once(book: SmallBook) -> None:
    line = said(book, "r ann dana.whitlock@harbour")
    for _time in range(2):
        book.write(slip_line.enter, said=line, dated_on=NOV_17)

    elsewhere = [party for party in book.ask(parties, TODAY) if party.chapter]
    assert [(party.name, party.chapter) for party in elsewhere] == [("Dana Whitlock", "Harbour")]


def test_undo_takes_the_new_person_away_with_the_slip(book: SmallBook) -> None:
    enter(book, "r ann dana@harbour")
    book.store.undo()

    assert all(not party.chapter for party in book.ask(parties, TODAY))
    assert book.ask(meeting_sheet, MeetingId(1)).slips == ()


def test_a_line_that_lacks_something_is_refused(book: SmallBook) -> None:
    with pytest.raises(RuleError, match="slip_incomplete"):
        enter(book, "r ann")


def test_a_slip_is_corrected_by_another_line_of_its_kind(book: SmallBook) -> None:
    enter(book, "r ann bob roof")
    before = only(book)
    book.write(
        slip_line.correct,
        slip_id=before.slip_id,
        version=before.version,
        said=said(book, "r bob ann in loft"),
    )
    slip = only(book)

    assert slip.slip_id == before.slip_id
    assert (slip.giver.name, slip.tier, slip.note) == ("Bob Hartley", Tier.INSIDE, "loft")


def test_a_stale_correction_and_another_kind_are_refused(book: SmallBook) -> None:
    enter(book, "r ann bob")
    slip = only(book)
    with pytest.raises(RuleError, match="slip_kind_stays"):
        book.write(slip_line.correct, slip_id=slip.slip_id, said=said(book, "o ann bob"))
    line = said(book, "r bob ann")
    book.write(slip_line.correct, slip_id=slip.slip_id, version=slip.version, said=line)
    with pytest.raises(ConflictError):
        book.write(slip_line.correct, slip_id=slip.slip_id, version=slip.version, said=line)


def test_correcting_a_visit_corrects_the_guest(book: SmallBook) -> None:
    enter(book, "v ann Mary Rae")
    slip = only(book)
    book.write(slip_line.correct, slip_id=slip.slip_id, said=said(book, "v bob Mary Ray, florist"))
    visit = only(book).visit

    assert only(book).giver.name == "Bob Hartley"
    assert visit is not None
    assert (visit.name, visit.profession) == ("Mary Ray", "florist")


def test_another_name_on_one_of_several_visits_leaves_the_others_as_they_are(
    book: SmallBook,
) -> None:
    enter(book, "v ann Mary Rae, florist")
    first = only(book).slip_id
    enter(book, "v bob Mary Rae")
    second = next(one for one in slips_of(book) if one.slip_id != first)
    book.write(slip_line.correct, slip_id=second.slip_id, said=said(book, "v bob Tom Rae"))

    assert {one.visit.name for one in slips_of(book) if one.visit} == {"Mary Rae", "Tom Rae"}
    assert {row.name for row in book.ask(visitors, TODAY).rows} == {"Mary Rae", "Tom Rae"}


def test_who_is_taken_off_a_slip_is_not_named_on_it_any_more(book: SmallBook) -> None:
    enter(book, "b bob ann 50")
    slip = only(book)
    book.write(slip_line.correct, slip_id=slip.slip_id, said=said(book, "b - ann 50"))

    assert (only(book).receiver.person_id, only(book).receiver.name) == (None, "")


def test_whoever_turns_out_to_have_brought_a_guest_has_invited_him(book: SmallBook) -> None:
    enter(book, "v ann Mary Rae")
    slip = only(book)
    book.write(slip_line.correct, slip_id=slip.slip_id, said=said(book, "v bob Mary Rae"))

    (guest,) = book.ask(visitors, TODAY).rows
    assert guest.inviter.name == "Bob Hartley"


def test_who_invited_a_guest_before_stays_though_another_brings_him(book: SmallBook) -> None:
    book.write(invite, name="Mary Rae", inviter_id=book.person("Ann Whitfield"))
    enter(book, "v bob Mary Rae")
    slip = only(book)
    book.write(slip_line.correct, slip_id=slip.slip_id, said=said(book, "v - Mary Rae"))

    (guest,) = book.ask(visitors, TODAY).rows
    assert guest.inviter.name == "Ann Whitfield"
