"""What waits for the committee: letters without doubles, warnings, renewals, reviews."""

from datetime import date, timedelta

import pytest

from app.queries.committee import CommitteeRow, Matter, committee
from app.queries.committee_pack import committee_pack
from app.queries.letters import QueuedLetter, letter_queue
from app.queries.member_letters import MemberLetters, member_letters
from app.rules.identifiers import PersonId
from app.rules.letters import LetterKind, LetterState, RulingKind
from app.rules.privacy import Audience
from app.services import attendance, letters, meetings, roster, rulings
from tests.small_book import NOON, TODAY, SmallBook

TUESDAY = date(2026, 11, 17)


def _marked(book: SmallBook, person: int, letter: str, *weeks: int) -> list[int]:
    held = []
    for ago in weeks:
        meeting = book.meeting(TUESDAY - timedelta(weeks=ago))
        book.mark(meeting, letter, person)
        book.complete(meeting)
        held.append(int(meeting))
    return held


def _queue(book: SmallBook, day: date = TODAY) -> tuple[QueuedLetter, ...]:
    return book.ask(letter_queue, day)


def _rows(book: SmallBook, *matters: Matter) -> list[CommitteeRow]:
    return list(book.ask(committee, TODAY).of(*matters))


def _decide(book: SmallBook, person: int, kind: RulingKind, start: date, end: date | None) -> None:
    book.write(
        rulings.decide, person_id=person, kind=kind, starts_on=start, ends_on=end,
        decided_by="Ann", recorded_by="Wanda",
    )  # fmt: skip


def test_each_absence_puts_one_letter_into_the_queue_with_its_window_and_dates(
    book: SmallBook,
) -> None:
    bob = book.member("Bob Hartley")
    _marked(book, bob, "A", 2, 0)
    first, second = _queue(book)
    assert (first.kind, first.step, first.days) == (
        LetterKind.ABSENCE, 1, (TUESDAY - timedelta(weeks=2),),
    )  # fmt: skip
    assert (second.step, second.window.end, second.state) == (2, TUESDAY, LetterState.DUE)


def test_a_letter_sent_stays_sent_however_often_the_queue_is_asked(book: SmallBook) -> None:
    bob = book.member("Bob Hartley")
    _marked(book, bob, "A", 1)
    (due,) = _queue(book)
    book.write(letters.send, letters={due.key: due.days}, on=TODAY)
    (sent,) = _queue(book)
    assert (sent.state, sent.decided_on, sent.changed) == (LetterState.SENT, TODAY, False)
    _marked(book, bob, "A", 0)
    assert [(one.step, one.state) for one in _queue(book)] == [
        (1, LetterState.SENT),
        (2, LetterState.DUE),
    ]


def test_a_mark_that_is_corrected_withdraws_a_letter_not_sent_and_tells_of_one_sent(
    book: SmallBook,
) -> None:
    bob, carol = book.member("Bob Hartley"), book.member("Carol Jones")
    (meeting,) = _marked(book, bob, "A", 0)
    book.write(meetings.reopen, meeting_id=meeting, reason="Bob came")
    assert _queue(book) == ()
    book.mark(meeting, "A", carol)
    book.complete(meeting)
    for_carol = next(one for one in _queue(book) if one.name == "Carol Jones")
    book.write(letters.send, letters={for_carol.key: for_carol.days}, on=TODAY)

    book.write(meetings.reopen, meeting_id=meeting, reason="both came")
    for person in (bob, carol):
        book.write(attendance.clear, meeting_id=meeting, person_id=person)
    book.mark(meeting, "P", bob, carol)
    book.complete(meeting)

    (left,) = _queue(book)
    assert (left.name, left.state, left.called_for, left.changed) == (
        "Carol Jones", LetterState.SENT, False, True,
    )  # fmt: skip


def test_a_letter_put_off_is_due_again_on_its_day(book: SmallBook) -> None:
    bob = book.member("Bob Hartley")
    _marked(book, bob, "A", 0)
    (due,) = _queue(book)
    book.write(letters.defer, letter=due.key, on=TODAY, until=TODAY + timedelta(days=7))
    assert [_queue(book, TODAY + timedelta(days=days))[0].state for days in (6, 7)] == [
        LetterState.DEFERRED,
        LetterState.DUE,
    ]


def test_a_letter_of_a_window_gone_by_waits_no_longer(book: SmallBook) -> None:
    _marked(book, book.member("Bob Hartley"), "A", 20)
    assert len(_queue(book)) == 1
    assert _queue(book, TODAY + timedelta(weeks=20)) == ()


@pytest.mark.parametrize(
    ("days", "step"), [(121, None), (120, 120), (91, 120), (90, 90), (60, 60), (30, 30), (0, 30)]
)
def test_the_reminder_due_is_the_last_whose_day_has_come(
    book: SmallBook, days: int, step: int | None
) -> None:
    bob = book.member("Bob Hartley")
    book.write(roster.renew, person_id=bob, due=TODAY + timedelta(days=days))
    assert [one.step for one in _queue(book)] == ([step] if step else [])


@pytest.mark.parametrize(
    ("days", "matter"),
    [(0, None), (1, Matter.LATE), (14, Matter.LATE), (15, Matter.EXPIRED), (31, Matter.EXPIRED),
     (32, Matter.REMOVED)],
)  # fmt: skip
def test_a_membership_not_renewed_is_late_then_expired_then_to_be_ended(
    book: SmallBook, days: int, matter: Matter | None
) -> None:
    bob = book.member("Bob Hartley")
    book.write(roster.renew, person_id=bob, due=TODAY - timedelta(days=days))
    found = _rows(book, Matter.LATE, Matter.EXPIRED, Matter.REMOVED)
    assert [one.matter for one in found] == ([matter] if matter else [])


def test_a_mid_term_review_waits_from_six_months_before_the_renewal_until_it_is_held(
    book: SmallBook,
) -> None:
    bob = book.member("Bob Hartley")
    book.write(roster.renew, person_id=bob, due=date(2027, 5, 24))
    assert _rows(book, Matter.REVIEW) == []
    book.write(roster.renew, person_id=bob, due=date(2027, 5, 23))
    (review,) = _rows(book, Matter.REVIEW)
    assert (review.on, review.overdue) == (date(2026, 12, 23), False)
    _decide(book, bob, RulingKind.REVIEW, TODAY, TODAY)
    assert _rows(book, Matter.REVIEW) == []


def test_medical_weeks_wait_for_approval_until_somebody_approves_them(book: SmallBook) -> None:
    bob = book.member("Bob Hartley")
    _marked(book, bob, "M", 1, 0)
    (row,) = _rows(book, Matter.MEDICAL)
    assert row.standing is not None
    assert len(row.standing.unapproved) == 2
    _decide(book, bob, RulingKind.MEDICAL_LEAVE, TUESDAY - timedelta(weeks=1), TUESDAY)
    assert _rows(book, Matter.MEDICAL) == []


def test_probation_holds_until_it_ends_and_brings_its_letter(book: SmallBook) -> None:
    bob = book.member("Bob Hartley")
    _decide(book, bob, RulingKind.PROBATION, TODAY, TODAY + timedelta(days=90))
    assert [one.matter for one in _rows(book, Matter.PROBATION)] == [Matter.PROBATION]
    assert [one.kind for one in _queue(book)] == [LetterKind.PROBATION]
    book.write(rulings.end, person_id=bob, kind=RulingKind.PROBATION, on=TODAY - timedelta(days=1))
    assert _rows(book, Matter.PROBATION) == []


def test_a_new_member_is_welcomed_and_waits_for_training(book: SmallBook) -> None:
    book.member("Nina Frost", joined_on=TODAY - timedelta(days=29))
    book.member("Otto Ford", joined_on=TODAY - timedelta(days=61))
    assert [one.name for one in _queue(book) if one.kind is LetterKind.WELCOME] == ["Nina Frost"]
    assert [(one.name, one.overdue) for one in _rows(book, Matter.TRAINING)] == [
        ("Otto Ford", True),
        ("Nina Frost", False),
    ]


def test_members_to_coach_are_those_whose_light_is_red_or_grey_lowest_first(
    book: SmallBook,
) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    meeting = book.meeting(date(2026, 10, 20))
    book.mark(meeting, "P", ann, bob)
    for _time in range(4):
        book.referral(ann, bob, date(2026, 10, 20), meeting_id=meeting)
    book.one_to_one(ann, bob, date(2026, 10, 20), meeting_id=meeting)
    book.write(meetings.complete, meeting_id=meeting, at=NOON, by="Wanda")
    found = _rows(book, Matter.COACH)
    assert [(one.name, int(one.total or 0)) for one in found] == [("Bob Hartley", 40)]


def test_an_empty_chapter_has_nothing_waiting(book: SmallBook) -> None:
    assert book.ask(committee, TODAY).rows == ()


def test_who_left_gets_no_letter(book: SmallBook) -> None:
    bob = book.member("Bob Hartley")
    _marked(book, bob, "A", 0)
    book.write(roster.leave, person_id=PersonId(bob), on=TODAY)
    assert _queue(book) == ()


def test_the_papers_name_who_was_absent_late_or_substituted_last_month(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    for day, letters_of in ((date(2026, 9, 29), "AA"), (date(2026, 10, 6), "AL"),
                            (date(2026, 10, 13), "AS"), (date(2026, 11, 3), "LA")):  # fmt: skip
        meeting = book.meeting(day)
        for person, letter in zip((ann, bob), letters_of, strict=True):
            book.mark(meeting, letter, person)
        book.complete(meeting)
    book.member("Nina Frost", joined_on=date(2026, 11, 10))
    book.write(roster.leave, person_id=ann, on=date(2026, 11, 12))

    found = book.ask(committee_pack, audience=Audience.OFFICERS, day=TODAY)

    assert [(one.name, one.attendance.value, len(one.days)) for one in found.marks] == [
        ("Ann Whitfield", "A", 2),
        ("Bob Hartley", "L", 1),
        ("Bob Hartley", "S", 1),
    ]
    assert (found.held, found.members_before, found.members_now) == (2, 2, 2)
    assert [one.name for one in (*found.joined, *found.left)] == ["Nina Frost", "Ann Whitfield"]
    assert {one.name for one in found.letters} == {"Bob Hartley", "Nina Frost"}


def test_who_joined_on_the_first_of_the_month_was_not_there_before_it(book: SmallBook) -> None:
    book.member("Ann Whitfield")
    book.member("Nina Frost", joined_on=date(2026, 10, 1))

    found = book.ask(committee_pack, audience=Audience.OFFICERS, day=TODAY)

    assert [one.name for one in found.joined] == ["Nina Frost"]
    assert (found.members_before, found.members_now) == (1, 2)


def test_a_members_page_has_letters_for_officers_for_himself_once_sent_and_never_for_the_room(
    book: SmallBook,
) -> None:
    bob = book.member("Bob Hartley")
    _marked(book, bob, "A", 2, 1)
    first, second = _queue(book)
    book.write(letters.send, letters={first.key: first.days}, on=TODAY)
    book.write(letters.set_aside, letter=second.key, on=TODAY, reason="spoke to him")
    _decide(book, bob, RulingKind.PROBATION, TODAY, None)

    found = {
        audience: book.ask(member_letters, bob, TODAY, audience=audience) for audience in Audience
    }

    assert [one.reason for one in found[Audience.OFFICERS].letters] == ["", "spoke to him", ""]
    assert [one.step for one in found[Audience.OWN].letters] == [1]
    assert [one.kind for one in found[Audience.OWN].rulings] == [RulingKind.PROBATION]
    assert found[Audience.ROOM] == MemberLetters(Audience.ROOM)


def test_a_letter_sent_is_not_due_again_because_an_earlier_absence_came_to_light(
    book: SmallBook,
) -> None:
    bob = book.member("Bob Hartley")
    _marked(book, bob, "A", 0)
    (due,) = _queue(book)
    book.write(letters.send, letters={due.key: due.days}, on=TODAY)

    _marked(book, bob, "A", 2)

    found = {one.step: one for one in _queue(book)}
    assert (found[1].state, found[1].changed) == (LetterState.SENT, True)
    assert (found[2].state, len(found)) == (LetterState.DUE, 2)
    book.write(letters.send, letters={found[1].key: found[1].days}, on=TODAY)
    assert [one.changed for one in _queue(book)] == [False, False]


def test_a_letter_of_half_a_year_ago_is_not_taken_for_the_one_due_now(book: SmallBook) -> None:
    bob = book.member("Bob Hartley")
    _marked(book, bob, "A", 30, 27)
    then = TUESDAY - timedelta(weeks=26)
    sent = {one.key: one.days for one in _queue(book, then)}
    book.write(letters.send, letters=sent, on=then)

    _marked(book, bob, "A", 2)

    assert [(one.step, one.state) for one in _queue(book)] == [(2, LetterState.DUE)]
