"""Which rules of attendance hold, and how members stand by them."""

from datetime import date, timedelta

from app.queries.chapter import chapter_details
from app.queries.policy import OVERRIDES, policy_in_use
from app.queries.standings import standings
from app.queries.what_is_off import what_is_off
from app.rules.attendance_policy import Level
from app.rules.scoring.profile import Window
from app.services import chapter
from tests.small_book import TODAY, SmallBook

TUESDAY = date(2026, 11, 17)


def _absent(book: SmallBook, person: int, *days: date) -> None:
    for day in days:
        meeting = book.meeting(day)
        book.mark(meeting, "A", person)
        book.complete(meeting)


def test_a_chapter_that_decided_nothing_keeps_the_usual_rules(book: SmallBook) -> None:
    found = book.ask(policy_in_use, TODAY)
    assert (found.policy.allowed, found.policy.window) == (3, Window(rolling_months=6))


def test_members_scored_by_a_profile_are_held_to_its_rules_unless_others_are_chosen(
    book: SmallBook,
) -> None:
    book.write(chapter.put_setting, name="profile", value="taiwan")
    assert book.ask(policy_in_use, TODAY).name == "taiwan"
    book.write(chapter.choose_policy, name="letip-like", changed=OVERRIDES)
    assert book.ask(policy_in_use, TODAY).policy.allowed == 4


def test_what_the_chapter_changes_holds_until_it_chooses_other_rules(book: SmallBook) -> None:
    book.write(chapter.put_setting, name="absences_allowed", value=5)
    book.write(chapter.put_setting, name="absence_window", value={"starts": [4, 10]})
    book.write(chapter.put_setting, name="visits_allowed", value=4)
    policy = book.ask(policy_in_use, TODAY).policy
    assert (policy.allowed, policy.window, policy.visits) == (5, Window(starts=(4, 10)), 4)
    book.write(chapter.choose_policy, name="letip-like", changed=OVERRIDES)
    policy = book.ask(policy_in_use, TODAY).policy
    assert (policy.allowed, policy.visits) == (4, 2)


def test_a_window_kept_by_an_older_book_still_holds(book: SmallBook) -> None:
    book.write(chapter.put_setting, name="window_months", value=3)
    assert book.ask(policy_in_use, TODAY).policy.window == Window(rolling_months=3)


def test_only_completed_meetings_up_to_the_day_count(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield")
    _absent(book, ann, TUESDAY - timedelta(weeks=1), TUESDAY)
    book.mark(book.meeting(TUESDAY - timedelta(weeks=2)), "A", ann)
    (one,) = book.ask(standings, TODAY)
    assert one.standing.absences == 2
    assert one.standing.level is Level.WARNED
    assert [due.step for due in one.letters] == [1, 2]


def test_near_the_limit_is_what_the_rules_chosen_call_so(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield")
    _absent(book, ann, TUESDAY - timedelta(weeks=1), TUESDAY)
    details = book.ask(chapter_details)
    assert [one.name for one in book.ask(what_is_off, details, TODAY).near_limit] == [
        "Ann Whitfield"
    ]
    book.write(chapter.choose_policy, name="rotary-like", changed=OVERRIDES)
    assert book.ask(what_is_off, details, TODAY).near_limit == ()
