from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app import paths
from app.errors import NotFoundError
from app.models.imports import OfficialPeriod, OfficialRow
from app.models.meetings import Meeting
from app.models.people import Person, Spell
from app.models.profiles import OwnProfile
from app.queries.dropping import look_ahead
from app.queries.monthly_lights import MonthlyLights, monthly_lights
from app.queries.profiles import profile_in_use, profiles
from app.queries.scores import MemberScore, Scores, scores
from app.rules.attendance import Attendance
from app.rules.identifiers import PersonId
from app.rules.periods import Period, add_months, month_of
from app.rules.scoring.editing import put
from app.rules.scoring.profile import Kind, Light, Profile
from app.services import attendance, chapter, meetings, memberships, roster, slips
from app.services import profiles as profiles_of
from tests.rules.shipped import MEMBERS
from tests.small_book import NOON, TODAY, SmallBook

FIRST = date(2026, 3, 3)  # a Tuesday
CLEO_JOINS = date(2026, 8, 4)


def _half_year(book: SmallBook, weeks: int = 34) -> tuple[PersonId, PersonId]:
    """Hold meetings from March on: Ann gives much, Bob is late, Cleo joins in August."""
    ann, bob = book.member("Ann Smith"), book.member("Bob Jones")
    book.write(_hold, ann=ann, bob=bob, weeks=weeks)
    return ann, bob


def _hold(session: Session, *, ann: PersonId, bob: PersonId, weeks: int) -> None:
    """Hold all meetings in one change, which is much faster than one for each slip."""
    cleo = None
    for week in range(weeks):
        day = FIRST + timedelta(weeks=week)
        if day == CLEO_JOINS:
            roster.admit(
                session, given_name="Cleo", family_name="New", joined_on=day, sponsor_id=ann
            )
            cleo = session.scalars(select(Person.id).where(Person.name == "Cleo New")).one()
        meetings.schedule(session, held_on=day)
        meeting = session.scalars(select(Meeting.id).where(Meeting.held_on == day)).one()
        marks = {ann: "M" if week == 30 else "P", bob: "LA"[week % 5 == 4], cleo: "P"}
        for person, letter in marks.items():
            if person is not None:
                attendance.mark(
                    session, meeting_id=meeting, person_id=person, attendance=Attendance(letter)
                )
        _hand_in(session, week, day, ann, bob)
        meetings.complete(session, meeting_id=meeting, at=NOON, by="Wanda")


def _hand_in(session: Session, week: int, day: date, ann: PersonId, bob: PersonId) -> None:
    for _ in range(1 + week % 2):
        slips.pass_referral(session, dated_on=day, giver_id=ann, receiver_id=bob)
    if week % 3 == 0:
        slips.record_one_to_one(session, dated_on=day, member_id=ann, partner_id=bob)
    if week % 4 == 0:
        slips.welcome(session, dated_on=day, inviter_id=bob, name=f"Guest {week}", confirmed=True)
        slips.thank(session, dated_on=day, earner_id=bob, giver_id=ann, amount=120_000)
        slips.learn(session, dated_on=day, member_id=bob, units=2)


def _of(found: Scores, name: str) -> MemberScore:
    return next(one for one in found.members if one.name == name)


@pytest.fixture(autouse=True)
def _no_own_profiles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")


def test_a_score_is_made_from_the_meetings_of_its_window(book: SmallBook) -> None:
    _half_year(book)
    window = Period(date(2026, 4, 1), date(2026, 9, 30))

    found = book.ask(scores, window)

    ann = _of(found, "Ann Smith")
    assert found.profile.name == "us-regional"
    assert (found.held.completed, ann.tally.weeks, ann.tally.given) == (26, 26, 39)
    assert ann.score is not None
    rows = [
        (row.item.name, row.count == row.count.numerator, int(row.points))
        for row in ann.score.items
    ]
    assert rows == [
        ("attendance", True, 20),
        ("given", True, 20),
        ("one_to_ones", True, 5),
        ("education", True, 0),
        ("visitors", True, 0),
    ]
    assert (ann.score.total == 45, ann.score.light) == (True, Light.RED)
    assert ann.sponsored == 1


def test_newcomers_are_scored_over_their_own_weeks(book: SmallBook) -> None:
    _half_year(book)
    cleo = _of(book.ask(scores, Period(date(2026, 4, 1), date(2026, 9, 30))), "Cleo New")
    assert cleo.score is not None
    assert cleo.score.weeks == 9


def test_who_was_not_there_at_all_has_no_score(book: SmallBook) -> None:
    _half_year(book, weeks=2)
    book.member("Dora Blank")
    found = book.ask(scores, Period(FIRST, date(2026, 3, 31)))
    assert _of(found, "Dora Blank").score is None


def test_who_left_is_not_listed(book: SmallBook) -> None:
    _half_year(book, weeks=4)
    book.write(roster.leave, person_id=book.person("Bob Jones"), on=date(2026, 3, 20))
    found = book.ask(scores, month_of(FIRST))
    assert [one.name for one in found.members] == ["Bob Jones", "Ann Smith"][1:]


def test_drafts_count_only_where_they_are_asked_for(book: SmallBook) -> None:
    _half_year(book, weeks=2)
    meeting = book.meeting(date(2026, 3, 24))
    book.mark(meeting, "P", book.person("Ann Smith"))
    counted = [
        _of(book.ask(scores, month_of(FIRST), drafts=drafts), "Ann Smith").tally.weeks
        for drafts in (False, True)
    ]
    assert counted == [2, 3]


def test_looking_ahead_tells_what_drops_out_and_counts_the_meetings_to_come(
    book: SmallBook,
) -> None:
    ann, bob = _half_year(book)  # the last meeting is on 20 October
    found = book.ask(scores, Period(date(2026, 4, 1), date(2026, 9, 30)))

    ahead = book.ask(look_ahead, found)

    (october,) = ahead[ann]
    assert october.window == Period(date(2026, 5, 1), date(2026, 10, 31))
    assert october.days == month_of(date(2026, 4, 1))
    assert october.meetings == 1  # the 27th; October's other three were held
    dropped = {one.item.name: int(one.leaves) for one in october.outlook.items if one.leaves}
    assert dropped == {"attendance": 4, "given": 6, "one_to_ones": 1}
    assert int(ahead[bob][0].outlook.total) == 30


def test_nothing_is_foretold_of_days_freely_chosen(book: SmallBook) -> None:
    _half_year(book, weeks=4)
    assert book.ask(look_ahead, book.ask(scores, Period(FIRST, date(2026, 3, 20)))) == {}


def test_a_window_of_weeks_is_looked_ahead_week_by_week(book: SmallBook) -> None:
    ann, _bob = _half_year(book)
    profile = MEMBERS["portugal-brazil"]
    found = book.ask(scores, profile.window.ending(date(2026, 9, 1)), profile=profile)
    assert [one.meetings for one in book.ask(look_ahead, found)[ann]] == [0, 0, 0, 1, 2]


def _month_by_month(book: SmallBook, profile: Profile, months: tuple[date, ...]) -> list[object]:
    """Score every month by itself, the slow way."""
    return [
        {
            one.person_id: (one.score.total, one.score.light) if one.score else (None, None)
            for one in book.ask(scores, profile.window.ending(month), profile=profile).members
        }
        for month in months
    ]


def _by_month(found: MonthlyLights) -> list[object]:
    return [
        {one.person_id: (one.totals[place], one.lights[place]) for one in found.members}
        for place in range(len(found.months))
    ]


@pytest.mark.parametrize("name", ["us-regional", "portugal-brazil", "global-2025"])
def test_lights_of_many_months_are_those_of_each_month(book: SmallBook, name: str) -> None:
    profile = MEMBERS[name]
    _half_year(book)
    first, last = date(2026, 8, 1), date(2026, 12, 15)

    found = book.ask(monthly_lights, first, last, profile=profile)

    months = tuple(add_months(first, n) for n in range(5))
    assert found.months == months
    assert _by_month(found) == _month_by_month(book, profile, months)
    assert {one.totals[-1] for one in found.members} != {None}


def test_each_month_is_scored_by_the_profile_valid_then(book: SmallBook) -> None:
    _half_year(book)
    stricter = put(_shipped_text("us-regional"), ("valid_from",), "2026-09-15")
    book.write(profiles_of.keep, text=put(stricter, ("bands", "red"), "46"))

    found = book.ask(monthly_lights, date(2026, 8, 1), date(2026, 9, 1))

    assert found.profile.valid_from == date(2026, 9, 15)
    ann = next(one for one in found.members if one.name == "Ann Smith")
    assert [int(total or 0) for total in ann.totals] == [45, 45]
    assert ann.lights == (Light.RED, Light.GREY)
    august = book.ask(monthly_lights, date(2026, 8, 1), date(2026, 8, 1))
    assert august.profile == MEMBERS["us-regional"]


def test_a_month_after_leaving_has_no_light(book: SmallBook) -> None:
    ann, _bob = _half_year(book, weeks=14)
    (spell,) = book.ask(_spells, ann)
    book.write(
        memberships.correct,
        spell_id=spell,
        joined_on=date(2026, 3, 1),
        left_on=date(2026, 5, 31),
        renewal_due=None,
    )
    found = book.ask(monthly_lights, date(2026, 2, 1), date(2026, 6, 1))
    ann_row = next(one for one in found.members if one.person_id == ann)
    assert [light is None for light in ann_row.lights] == [True, False, False, True, True]


def _spells(session: Session, person_id: int) -> list[int]:
    return list(session.scalars(select(Spell.id).where(Spell.person_id == person_id)))


def test_official_figures_stand_in_where_the_book_has_no_meetings(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    window = Period(date(2026, 5, 1), date(2026, 10, 31))
    book.write(_official, person_id=ann, window=window)

    score = _of(book.ask(scores, window), "Ann Smith").score
    found = book.ask(monthly_lights, date(2026, 9, 1), date(2026, 11, 1))

    assert score is not None
    assert (score.weeks, score.total == Fraction(65), score.light) == (24, True, Light.YELLOW)
    assert [total and int(total) for total in found.members[0].totals] == [None, 65, None]


def _official(session: Session, *, person_id: int, window: Period) -> None:
    session.execute(
        insert(OfficialPeriod).values(
            id=1, starts_on=window.start, ends_on=window.end, fingerprint="x"
        )
    )
    counts = {"present": 21, "late": 1, "absent": 1, "substitute": 1, "medical": 2}
    slips_of = {"given_inside": 10, "given_outside": 12, "one_to_ones": 19, "education": 13}
    zero = {"received_inside": 0, "received_outside": 0, "closed_business": 0, "testimonials": 0}
    session.execute(
        insert(OfficialRow).values(
            period_id=1,
            place="member",
            person_id=person_id,
            name_written="Ann Smith",
            visitors=3,
            **counts,
            **slips_of,
            **zero,
        )
    )


def test_the_chapter_decides_which_profile_it_uses(book: SmallBook) -> None:
    assert book.ask(profile_in_use, TODAY).name == "us-regional"
    book.write(chapter.put_setting, name="profile", value="taiwan")
    assert book.ask(profile_in_use, TODAY).name == "taiwan"
    assert book.ask(profile_in_use, TODAY, name="india").name == "india"
    assert book.ask(profile_in_use, TODAY, kind=Kind.CHAPTER).name == "chapter-us"
    assert book.ask(profile_in_use, TODAY, kind=Kind.POLICY, name="letip-like").policy.allowed == 4


@pytest.mark.parametrize("name", ["nowhere", "letip-like", "chapter-us"])
def test_a_profile_that_is_not_there_or_cannot_score_members_is_refused(
    book: SmallBook, name: str
) -> None:
    with pytest.raises(NotFoundError) as refused:
        book.ask(profile_in_use, TODAY, name=name)
    assert "us-regional" in str(refused.value.facts["names"])


def _ours(book: SmallBook, text: str) -> None:
    book.write(_keep_unread, text=text)
    book.write(chapter.put_setting, name="profile", value="ours")


def _keep_unread(session: Session, *, text: str) -> None:
    """Keep a text as an older or a newer program may have left it."""
    session.add(OwnProfile(name="ours", valid_from=FIRST, text=text))


def _shipped_text(name: str) -> str:
    path = paths.resources() / "profiles" / f"{name}.toml"
    return path.read_text(encoding="utf-8")


def test_a_profile_of_the_chapters_own_is_used(book: SmallBook) -> None:
    _ours(book, _shipped_text("us-regional").replace('"us-regional"', '"ours"'))
    assert book.ask(profile_in_use, TODAY).name == "ours"
    assert book.ask(profiles).faults == ()


def test_a_broken_profile_never_stops_the_book(book: SmallBook, tmp_path: Path) -> None:
    _ours(book, "name = ")
    folder = tmp_path / "config" / "profiles"
    folder.mkdir(parents=True)
    (folder / "us-regional.toml").write_text("name = 3", encoding="utf-8")

    assert book.ask(profile_in_use, TODAY) == MEMBERS["us-regional"]
    assert len(book.ask(profiles).faults) == 2
    assert book.ask(scores, month_of(FIRST)).members == ()
