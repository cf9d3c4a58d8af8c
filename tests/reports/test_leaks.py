"""What an audience may not see is looked for in every document made for it, paper and JSON."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from app.queries.history import entry_details, history
from app.queries.letters import letter_queue
from app.queries.member import member_seen
from app.queries.member_activity import member_activity
from app.queries.roster import parties
from app.queries.standing import standing
from app.reports.catalogue import REPORTS
from app.reports.plain import to_json
from app.reports.report import Choice, Report
from app.rules.identifiers import PersonId
from app.rules.letters import RulingKind
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import attendance, letters, own_figures, roster, rulings, slips, visitors
from app.storage import Store
from tests.reports import pdf
from tests.reports.invented import A4
from tests.small_book import TODAY, SmallBook

TUESDAY = date(2026, 11, 17)
TERM = Period(date(2026, 10, 1), date(2027, 3, 31))
EVERY = [
    pytest.param(one, audience, id=f"{one.name} for {audience}")
    for one in REPORTS
    for audience in one.audiences
]
ROOM, OFFICERS, OWN = Audience.ROOM, Audience.OFFICERS, Audience.OWN

# words nobody but those named may read
FORBIDDEN = {
    "Conrad Thirdperson": (ROOM, OFFICERS),  # the contact of a referral between Bob and Carol
    "+44 7000 111": (ROOM, OWN),  # a visitor's telephone; a member who did not invite him
    "mary@ray.example": (ROOM, OWN),
    "+44 7000 222": (ROOM,),  # a member's own
    "bob@hartley.example": (ROOM,),
    "Hip operation": (ROOM, OFFICERS, OWN),  # the remark on Bob's medical mark
    "Overslept again": (ROOM, OWN),  # the remark on Bob's late mark
    "Owes a letter": (ROOM, OWN),  # the chapter's note on Bob
    "Knows the mayor": (ROOM, OWN),  # the note on a visitor
    "In trouble at home": (ROOM, OFFICERS, OWN),  # why a letter to Bob is not sent
    "Back surgery": (ROOM, OFFICERS, OWN),  # the note on leave that was approved
}
# amounts with one thanker behind each; the room sees neither them nor their sum
AMOUNTS = (777_700, 431_900)
FEES = (6_137_700, 8_419_300, 7_358_300)  # what each says membership costs him: for his own eyes
RECEIVED = 431_900  # by Bob: nobody's page but his shows it


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter that has something to hide, and the member who asks for his own page."""

    store: Store
    ann: PersonId


@pytest.fixture(scope="module")
def chapter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chapter]:
    book = SmallBook.create(tmp_path_factory.mktemp("secrets"))
    ann, bob, carol = (book.member(name) for name in ("Ann Whitfield", "Bob Hartley", "Carol Bell"))
    book.write(
        roster.correct,
        person_id=bob,
        given_name="Bob",
        family_name="Hartley",
        phone="+44 7000 222",
        email="bob@hartley.example",
        note="Owes a letter",
    )
    early, late = book.meeting(TUESDAY - timedelta(weeks=1)), book.meeting(TUESDAY)
    _hand_in(book, early, ann, bob, carol)
    for meeting, mark, note in ((early, "M", "Hip operation"), (late, "L", "Overslept again")):
        book.mark(meeting, "P", ann, carol)
        book.mark(meeting, mark, bob)
        book.write(attendance.remark, meeting_id=meeting, person_id=bob, note=note)
    book.complete(early)
    book.complete(late)
    for person in (ann, bob, carol):
        book.write(
            own_figures.state, person_id=person,
            year_fee=FEES[0], entry_fee=None, meeting_cost=FEES[1], lead_cost=FEES[2],
        )  # fmt: skip
    _committee(book, bob)
    yield Chapter(book.store, ann)
    book.store.close()


def _committee(book: SmallBook, bob: int) -> None:
    missed = book.meeting(TUESDAY - timedelta(weeks=2))
    book.mark(missed, "A", bob)
    book.complete(missed)
    (letter,) = book.ask(letter_queue, TODAY)
    reason = "In trouble at home"
    book.write(letters.set_aside, letter=letter.key, on=TODAY, reason=reason)
    book.write(
        rulings.decide, person_id=bob, kind=RulingKind.MEDICAL_LEAVE, starts_on=TUESDAY,
        ends_on=None, decided_by="Carol Jones", recorded_by="Wanda", note="Back surgery",
    )  # fmt: skip


def _hand_in(book: SmallBook, meeting: int, ann: int, bob: int, carol: int) -> None:
    day = TUESDAY - timedelta(weeks=1)
    book.referral(ann, bob, day, meeting_id=meeting)
    book.referral(bob, carol, day, meeting_id=meeting, contact="Conrad Thirdperson")
    book.thanks(ann, carol, AMOUNTS[0], day, meeting_id=meeting)
    book.thanks(bob, carol, AMOUNTS[1], day, meeting_id=meeting)
    guest = book.visit("Mary Ray", carol, day, meeting_id=meeting)
    book.write(slips.confirm_visit, slip_id=book.last_slip())
    book.write(
        visitors.correct,
        visitor_id=guest,
        name="Mary Ray",
        profession="Florist",
        company="",
        phone="+44 7000 111",
        email="mary@ray.example",
        inviter_id=carol,
        note="Knows the mayor",
    )


def _made(chapter: Chapter, one: Report, audience: Audience) -> tuple[str, str]:
    """Return the words of a document and its JSON."""
    choice = Choice(TERM, audience, member_id=chapter.ann, drafts=True, day=TODAY)
    rows = chapter.store.read(one.query, **one.arguments(choice))
    return pdf.text(one.pdf(rows, A4)), to_json(one.name, rows)


@pytest.mark.parametrize(("one", "audience"), EVERY)
def test_no_word_is_printed_for_those_who_may_not_read_it(
    chapter: Chapter, one: Report, audience: Audience
) -> None:
    words, figures = _made(chapter, one, audience)

    for word, kept_from in FORBIDDEN.items():
        if audience in kept_from:
            assert word not in words
            assert word not in figures


@pytest.mark.parametrize(("one", "audience"), EVERY)
def test_no_amount_is_printed_that_tells_what_another_earned(
    chapter: Chapter, one: Report, audience: Audience
) -> None:
    words, figures = _made(chapter, one, audience)
    secret = {ROOM: (*AMOUNTS, sum(AMOUNTS), *FEES), OWN: (RECEIVED,), OFFICERS: FEES}[audience]

    for amount in secret:
        assert f"{amount // 100:,}" not in words
        assert str(amount // 100) not in words
        assert str(amount) not in figures


def test_letters_are_never_for_the_room_and_a_members_own_name_nobody_else(
    chapter: Chapter,
) -> None:
    for one in REPORTS:
        if one.name in {"absence-letters", "renewal-letters", "committee-pack"}:
            assert ROOM not in one.audiences
            if OWN in one.audiences:
                words, figures = _made(chapter, one, OWN)
                assert "Hartley" not in words + figures


def test_officers_do_see_what_is_kept_from_the_room(chapter: Chapter) -> None:
    summary = next(one for one in REPORTS if one.name == "activity-summary")

    words, figures = _made(chapter, summary, OFFICERS)

    assert f"{sum(AMOUNTS) // 100:,}" in words
    assert str(sum(AMOUNTS)) in figures


PAGE = [pytest.param(one, id=f"for {one}") for one in Audience]


def _person(chapter: Chapter, name: str) -> PersonId:
    found = chapter.store.read(parties, TODAY)
    return next(one.person_id for one in found if one.name == name)


def _page(chapter: Chapter, person: PersonId, audience: Audience) -> str:
    """Return everything the rows of a member's page hold."""
    shown: tuple[object, ...] = (
        chapter.store.read(member_seen, person, audience=audience),
        chapter.store.read(member_activity, person, TODAY, audience=audience),
        chapter.store.read(standing, person, TODAY, audience=audience),
    )
    return repr(shown)


@pytest.mark.parametrize("audience", PAGE)
@pytest.mark.parametrize("name", ["Ann Whitfield", "Bob Hartley", "Carol Bell"])
def test_a_members_page_holds_no_word_that_is_not_for_its_audience(
    chapter: Chapter, name: str, audience: Audience
) -> None:
    person = _person(chapter, name)
    held = _page(chapter, person, audience)
    own = audience is OWN
    his = {"Conrad Thirdperson"} if own and name != "Ann Whitfield" else set()
    his |= {"+44 7000 222", "bob@hartley.example"}  # members may telephone each other

    for word, kept_from in FORBIDDEN.items():
        if audience in kept_from and word not in his:
            assert word not in held


@pytest.mark.parametrize("audience", [ROOM, OFFICERS])
@pytest.mark.parametrize("name", ["Ann Whitfield", "Bob Hartley"])
def test_what_a_member_earned_is_on_his_own_page_only(
    chapter: Chapter, name: str, audience: Audience
) -> None:
    person = _person(chapter, name)
    amount = {"Ann Whitfield": AMOUNTS[0], "Bob Hartley": AMOUNTS[1]}[name]

    for secret in (amount, *FEES):
        assert str(secret) not in _page(chapter, person, audience)
    assert str(amount) in _page(chapter, person, OWN)


def test_the_room_is_not_told_what_few_thankers_were_thankful_for(chapter: Chapter) -> None:
    carol = _person(chapter, "Carol Bell")

    assert str(sum(AMOUNTS)) not in _page(chapter, carol, ROOM)
    assert str(sum(AMOUNTS)) in _page(chapter, carol, OFFICERS)


def test_the_history_says_that_costs_were_stated_but_not_which(chapter: Chapter) -> None:
    entries = chapter.store.read(history)
    told = [chapter.store.read(entry_details, one.entry_id) for one in entries]

    assert any(change.table == "own_figures" for one in told for change in one.changes)
    assert not any(str(fee) in repr(told) for fee in FEES)


def test_a_statement_names_no_thanker_and_no_single_amount_of_one(chapter: Chapter) -> None:
    carol = _person(chapter, "Carol Bell")
    own = next(one for one in REPORTS if one.name == "member-statement")

    words, figures = _made(replace(chapter, ann=carol), own, OWN)

    assert f"{sum(AMOUNTS) // 100:,}" in words
    for amount in AMOUNTS:
        assert f"{amount // 100:,}" not in words
        assert str(amount) not in figures


def test_the_contact_of_a_referral_stands_on_the_statements_of_its_two_sides(
    chapter: Chapter,
) -> None:
    own = next(one for one in REPORTS if one.name == "member-statement")
    found = {
        name: "Conrad Thirdperson"
        in _made(replace(chapter, ann=_person(chapter, name)), own, OWN)[0]
        for name in ("Ann Whitfield", "Bob Hartley", "Carol Bell")
    }

    assert found == {"Ann Whitfield": False, "Bob Hartley": True, "Carol Bell": True}
