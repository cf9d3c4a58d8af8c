"""The demo chapter as a whole: what is in it, that it is sound, and always the same."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.builders import DEMO_DAY, build_demo, demo_book

AFTER_THE_HOLIDAYS = date(2029, 1, 2)
FIRST_OF_A_TERM = date(2027, 4, 1)


@pytest.fixture(scope="module", params=[DEMO_DAY, AFTER_THE_HOLIDAYS, FIRST_OF_A_TERM], ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture(scope="module")
def rows(today: date, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = demo_book(tmp_path_factory.mktemp("demo") / "riverside.chapter", today)
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def _one(rows: sqlite3.Connection, statement: str, *values: object) -> Any:  # noqa: ANN401  whatever the file has
    return rows.execute(statement, values).fetchone()[0]


def test_the_file_is_sound(rows: sqlite3.Connection) -> None:
    assert _one(rows, "PRAGMA integrity_check") == "ok"
    assert rows.execute("PRAGMA foreign_key_check").fetchall() == []


def test_forty_members_sit_in_forty_seats_of_their_own(rows: sqlite3.Connection) -> None:
    current = (
        "SELECT seat, classification_id FROM person JOIN spell ON spell.person_id = person.id "
        "WHERE left_on IS NULL ORDER BY seat"
    )
    seats, professions = zip(*rows.execute(current), strict=True)
    assert list(seats) == list(range(1, 41))
    assert len(set(professions)) == 40


def test_some_have_left_and_one_came_back(rows: sqlite3.Connection) -> None:
    former = (
        "SELECT count(*) FROM person WHERE kind = 'member' AND id NOT IN "
        "(SELECT person_id FROM spell WHERE left_on IS NULL)"
    )
    assert _one(rows, former) == 5
    twice = "SELECT person_id FROM spell GROUP BY 1 HAVING count(*) = 2"
    assert len(rows.execute(twice).fetchall()) == 1


def test_every_state_of_a_meeting_is_there(rows: sqlite3.Connection, today: date) -> None:
    past = "SELECT state, count(*) FROM meeting WHERE held_on < ? GROUP BY 1"
    states = dict(rows.execute(past, (today.isoformat(),)))
    assert states["draft"] == states["discarded"] == 1
    assert states["holiday"] >= 3
    assert states["completed"] >= 68
    assert sum(states.values()) == 77


def test_an_evening_is_as_busy_as_those_of_a_good_chapter(rows: sqlite3.Connection) -> None:
    per_kind = (
        "SELECT kind, count(*) * 1.0 / count(DISTINCT meeting_id) FROM slip "
        "JOIN meeting ON meeting.id = meeting_id WHERE state = 'completed' GROUP BY 1"
    )
    counts = dict(rows.execute(per_kind.replace("WHERE state", "WHERE meeting.state")))
    assert 20 <= counts["referral"] <= 26
    assert 10 <= counts["one_to_one"] <= 14
    assert 7 <= counts["closed_business"] <= 10
    assert 1.5 <= counts["visitor"] <= 4
    assert 1 <= counts["testimonial"] <= 3


def test_attendance_is_about_93_in_a_hundred(rows: sqlite3.Connection) -> None:
    marks = dict(rows.execute("SELECT attendance, count(*) FROM mark GROUP BY 1"))
    counted = marks["P"] + 0.5 * (marks["L"] + marks["S"])
    assert 0.91 <= counted / (sum(marks.values()) - marks["M"]) <= 0.96
    unnamed = "SELECT count(*) FROM mark WHERE attendance = 'S' AND substitute = ''"
    assert _one(rows, unnamed) == 0


def test_only_members_of_the_day_are_marked(rows: sqlite3.Connection) -> None:
    strangers = (
        "SELECT count(*) FROM mark JOIN meeting ON meeting.id = meeting_id WHERE NOT EXISTS "
        "(SELECT 1 FROM spell WHERE spell.person_id = mark.person_id AND joined_on <= held_on "
        "AND (left_on IS NULL OR left_on > held_on))"
    )
    assert _one(rows, strangers) == 0


def test_everybody_is_marked_at_completed_meetings(rows: sqlite3.Connection) -> None:
    blank = (
        "SELECT count(*) FROM meeting JOIN spell ON joined_on <= held_on "
        "AND (left_on IS NULL OR left_on > held_on) WHERE state = 'completed' AND NOT EXISTS "
        "(SELECT 1 FROM mark WHERE meeting_id = meeting.id AND mark.person_id = spell.person_id)"
    )
    assert _one(rows, blank) == 0


def test_the_draft_lacks_one_mark_and_one_referral(rows: sqlite3.Connection, today: date) -> None:
    draft = "SELECT max(id) FROM meeting WHERE state = 'draft' AND held_on < ?"
    meeting_id = _one(rows, draft, today.isoformat())
    assert _one(rows, "SELECT count(*) FROM mark WHERE meeting_id = ?", meeting_id) == 39
    referrals = "SELECT count(*) FROM slip WHERE kind = 'referral' AND meeting_id = ?"
    aloud = _one(rows, "SELECT read_referrals FROM meeting WHERE id = ?", meeting_id)
    assert aloud == _one(rows, referrals, meeting_id) + 1


@pytest.mark.parametrize(
    ("column", "kind", "what"),
    [
        ("read_referrals", "referral", "count(*)"),
        ("read_one_to_ones", "one_to_one", "count(*)"),
        ("read_closed_business", "closed_business", "coalesce(sum(amount), 0)"),
        ("read_visitors", "visitor", "count(*)"),
        ("read_education", "education", "coalesce(sum(credits), 0)"),
        ("read_testimonials", "testimonial", "count(*)"),
    ],
)
def test_completed_meetings_agree_with_what_was_read_aloud(
    rows: sqlite3.Connection, column: str, kind: str, what: str
) -> None:
    differing = (
        f"SELECT count(*) FROM meeting WHERE state = 'completed' AND {column} <> "  # noqa: S608  our own names
        f"(SELECT {what} FROM slip WHERE meeting_id = meeting.id AND kind = ?)"
    )
    assert _one(rows, differing, kind) == 0


def test_what_is_given_is_received(rows: sqlite3.Connection) -> None:
    sides = (
        "SELECT tier, sum(giver_id IS NOT NULL), sum(receiver_id IS NOT NULL), "
        "sum(giver.kind = 'member') + sum(giver.kind = 'external'), "
        "sum(receiver.kind = 'member') + sum(receiver.kind = 'external') FROM slip "
        "JOIN person AS giver ON giver.id = giver_id "
        "JOIN person AS receiver ON receiver.id = receiver_id "
        "WHERE slip.kind = 'referral' GROUP BY tier"
    )
    for _tier, *counts in rows.execute(sides):
        assert len(set(counts)) == 1
    assert _one(rows, "SELECT count(*) FROM slip WHERE giver_id = receiver_id") == 0


def test_slips_cross_the_border_of_the_chapter(rows: sqlite3.Connection) -> None:
    crossing = (
        "SELECT count(*) FROM slip JOIN person ON person.id = {} WHERE person.kind = 'external'"
    )
    assert _one(rows, crossing.format("giver_id")) > 20
    assert _one(rows, crossing.format("receiver_id")) > 100


def test_strong_givers_and_members_who_give_nothing(rows: sqlite3.Connection) -> None:
    given = (
        "SELECT (SELECT count(*) FROM slip WHERE giver_id = person.id AND kind = 'referral') "
        "FROM person JOIN spell ON spell.person_id = person.id WHERE left_on IS NULL ORDER BY 1"
    )
    counts = [count for (count,) in rows.execute(given)]
    assert counts[0] == 0
    assert counts[-1] > 2 * counts[20]


def test_money_thanked_for_a_referral_means_it_was_won(rows: sqlite3.Connection) -> None:
    linked = (
        "SELECT count(*), sum(referral.state = 'won' AND referral.giver_id = money.giver_id "
        "AND referral.receiver_id = money.receiver_id) FROM slip AS money "
        "JOIN slip AS referral ON referral.id = money.referral_id"
    )
    count, agreeing = rows.execute(linked).fetchone()
    assert count == agreeing
    assert count > 300
    assert _one(rows, "SELECT count(*) FROM slip WHERE amount IS NOT NULL AND repeat = 1") > 50


def test_referrals_move_after_they_are_passed_and_never_in_the_future(
    rows: sqlite3.Connection, today: date
) -> None:
    wrong = (
        "SELECT count(*) FROM slip WHERE kind = 'referral' "
        "AND (state_on < dated_on OR state_on >= ?)"
    )
    assert _one(rows, wrong, today.isoformat()) == 0
    states = dict(rows.execute("SELECT state, count(*) FROM slip WHERE state <> '' GROUP BY 1"))
    assert set(states) == {"passed", "contacted", "quoted", "won", "lost"}


def test_a_few_referrals_have_not_moved_for_a_month(rows: sqlite3.Connection, today: date) -> None:
    stale = (
        "SELECT count(*), max(julianday(:today) - julianday(state_on)) FROM slip WHERE state IN "
        "('passed', 'contacted', 'quoted') AND julianday(:today) - julianday(state_on) > 30"
    )
    count, oldest = rows.execute(stale, {"today": today.isoformat()}).fetchone()
    assert 3 <= count <= 20
    assert oldest < 90


def test_two_members_are_near_the_limit_of_absences(rows: sqlite3.Connection, today: date) -> None:
    near = (
        "SELECT name, count(*) FROM mark JOIN meeting ON meeting.id = meeting_id "
        "JOIN person ON person.id = person_id WHERE attendance = 'A' AND state = 'completed' "
        "AND held_on > date(?, '-6 months') GROUP BY 1 HAVING count(*) > 1 ORDER BY 2"
    )
    found = dict(rows.execute(near, (today.isoformat(),)))
    assert found.keys() == {"Tomás Ó Briain", "Chidi Eze"}


def test_three_renewals_are_due_within_ninety_days(rows: sqlite3.Connection, today: date) -> None:
    due = "SELECT count(*) FROM spell WHERE left_on IS NULL AND renewal_due <= date(?, '+90 days')"
    assert _one(rows, due, today.isoformat()) == 3
    late = "SELECT count(*) FROM spell WHERE left_on IS NULL AND renewal_due < ?"
    assert _one(rows, late, today.isoformat()) == 0


def test_visitors_stand_at_every_stage_and_some_have_joined(rows: sqlite3.Connection) -> None:
    stages = dict(rows.execute("SELECT stage, count(*) FROM visitor GROUP BY 1"))
    assert set(stages) == {"invited", "attended", "followed_up", "applied", "joined", "declined"}
    assert stages["joined"] == 4
    joined = "SELECT count(*) FROM visitor WHERE (stage = 'joined') <> (joined_as_id IS NOT NULL)"
    assert _one(rows, joined) == 0
    most = (
        "SELECT max(n) FROM (SELECT count(*) AS n FROM slip GROUP BY visitor_id HAVING visitor_id)"
    )
    assert _one(rows, most) == 2


def test_offices_are_held_now_and_have_changed_hands(rows: sqlite3.Connection, today: date) -> None:
    now = "SELECT count(DISTINCT office) FROM holder WHERE starts_on <= :d AND ends_on >= :d"
    assert rows.execute(now, {"d": today.isoformat()}).fetchone()[0] == 9
    president = "SELECT count(DISTINCT person_id) FROM holder WHERE office = 'president'"
    assert _one(rows, president) >= 3


def test_the_next_meetings_have_a_feature_talk(rows: sqlite3.Connection, today: date) -> None:
    ahead = (
        "SELECT count(*) FROM meeting JOIN duty_holder ON meeting_id = meeting.id "
        "WHERE held_on >= ? AND duty = 'feature_talk'"
    )
    assert _one(rows, ahead, today.isoformat()) == 4


def test_an_evening_is_one_entry_of_the_history(rows: sqlite3.Connection) -> None:
    evenings = "SELECT count(*) FROM journal_entry WHERE label LIKE 'Meeting of %'"
    assert _one(rows, evenings) == _one(rows, "SELECT count(*) FROM meeting")
    backwards = (
        "SELECT count(*) FROM journal_entry AS one JOIN journal_entry AS next "
        "ON next.id = one.id + 1 WHERE next.made_at < one.made_at"
    )
    assert _one(rows, backwards) == 0


def test_names_come_in_many_scripts(rows: sqlite3.Connection) -> None:
    names = {name for (name,) in rows.execute("SELECT name FROM person")}
    assert {
        "Łukasz Nowak", "José Carvalho", "Đặng Thu Hà", "山田 健一", "محمد الحداد", "अनिता शर्मा",
        "이서연", "Ελένη Παππά", "Юлія Коваль", "שרה לוין",
    } <= names  # fmt: skip


@pytest.mark.parametrize("today", [DEMO_DAY], indirect=True)
def test_the_same_day_gives_the_same_book(
    rows: sqlite3.Connection, today: date, tmp_path: Path
) -> None:
    again = sqlite3.connect(build_demo(tmp_path / "again.chapter", today))
    assert list(again.iterdump()) == list(rows.iterdump())
    again.close()


@pytest.mark.parametrize("today", [DEMO_DAY], indirect=True)
def test_the_demo_looks_like_the_week_it_is_shown_for(
    rows: sqlite3.Connection, today: date
) -> None:
    """What the pages are looked at with: seven stale referrals, one draft, one missing week."""
    stale = (
        "SELECT count(*) FROM slip WHERE state IN ('passed', 'contacted', 'quoted') "
        "AND julianday(?) - julianday(state_on) > 30"
    )
    assert _one(rows, stale, today.isoformat()) == 7
    assert _one(rows, "SELECT state FROM meeting WHERE held_on = '2026-11-17'") == "draft"
    assert _one(rows, "SELECT count(*) FROM meeting WHERE held_on = '2026-11-10'") == 0


def test_nothing_in_the_history_is_of_today_or_later(rows: sqlite3.Connection, today: date) -> None:
    """Else what the user does next would seem to have happened before it."""
    assert _one(rows, "SELECT max(made_at) FROM journal_entry") < today.isoformat()
