"""The chapter's own lights, who rose and who slipped, and the months of everybody."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from app.queries.activity_summary import activity_summary
from app.queries.chapter_counts import chapter_counts
from app.queries.chapter_lights import chapter_lights
from app.queries.heat_map import heat_map
from app.queries.light_changes import Changed, light_changes
from app.queries.scores import scores
from app.queries.traffic_lights import Shown
from app.reports import chapter_lights as paper
from app.rules.periods import Period, month_of
from app.rules.privacy import Audience
from app.rules.scoring.profile import Light
from app.services import chapter as chapters
from app.services import roster, visitors
from tests.reports import pdf
from tests.reports.invented import A4
from tests.small_book import SmallBook

FIRST = date(2026, 4, 7)
HALF = Period(date(2026, 4, 1), date(2026, 9, 30))
SEPTEMBER, OCTOBER = month_of(date(2026, 9, 1)), month_of(date(2026, 10, 1))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallBook]:
    """Hold eight meetings, one each four weeks: Bob leaves, Cleo joins, one visitor joins."""
    book = SmallBook.create(Path(tmp_path_factory.mktemp("lights")))
    ann, bob = book.member("Ann Smith"), book.member("Bob Jones")
    guest = book.external("Gail Guest")
    for number in range(8):
        day = FIRST + timedelta(weeks=4 * number)
        if number == 3:
            book.write(roster.leave, person_id=bob, on=day)
            book.member("Cleo New", joined_on=day)
        meeting = book.meeting(day)
        book.mark(meeting, "A" if number == 7 else "P", ann)
        if number < 3:
            book.mark(meeting, "L", bob)
        else:
            book.mark(meeting, "P", book.person("Cleo New"))
        for _ in range(3 if number < 2 else 0):
            book.referral(ann, bob, day)
        book.referral(guest, ann, day)
        guests = [
            book.visit(f"Visitor {number}", ann, day, confirmed=True) for _n in range(number < 2)
        ]
        if number == 0:
            book.write(
                visitors.join, visitor_id=guests[0], given_name="Vera", family_name="Late",
                joined_on=date(2026, 12, 1),
            )  # fmt: skip
        book.complete(meeting)
    yield book
    book.store.close()


def test_a_chapter_is_counted_at_both_ends_of_its_window(told: SmallBook) -> None:
    (counts,) = told.ask(chapter_counts, [HALF])
    size = ("members_at_start", "members", "stayed", "joined", "left", "growth")
    assert [counts[name] for name in size] == [2, 2, 1, 1, 1, 0]
    assert (counts["guests"], counts["guests_joined"], counts["visitors"]) == (2, 1, 2)
    assert (counts["meetings"], counts["member_weeks"], counts["late"]) == (7, 14, 3)
    assert counts["given"] == 6  # what guests of other chapters gave is not the members'


def test_a_visitor_nobody_invited_is_a_visitor_of_the_chapter(book: SmallBook) -> None:
    meeting = book.meeting(FIRST)
    book.visit("Passer By", None, FIRST, meeting_id=meeting)
    book.complete(meeting)

    (counts,) = book.ask(chapter_counts, [HALF])
    summary = book.ask(activity_summary, period=HALF, audience=Audience.OFFICERS)

    assert (counts["visitors"], counts["guests"], summary.total.visitors) == (1, 1, 1)


def test_each_window_of_many_is_counted_as_if_it_were_alone(told: SmallBook) -> None:
    windows = [month_of(date(2026, month, 1)) for month in range(4, 11)]
    together = told.ask(chapter_counts, windows)
    assert together == [told.ask(chapter_counts, [one])[0] for one in windows]


def test_the_chapters_score_tells_why(told: SmallBook) -> None:
    rows = told.ask(chapter_lights, period=SEPTEMBER, audience=Audience.ROOM)
    assert rows.window == HALF
    assert rows.score is not None
    told_points = {row.item.name: int(row.points) for row in rows.score.items}
    assert told_points == {
        "members": 0,
        "growth": 0,
        "retention": 5,
        "given": 0,
        "visitors": 0,
        "conversion": 10,
        "absence": 15,
    }
    assert rows.score.light is Light.RED
    assert rows.months[-1].total == rows.score.total
    assert [one.total for one in rows.months[:5]] == [None] * 5


def test_the_chapters_paper_prints_criteria_and_course(told: SmallBook) -> None:
    rows = told.ask(chapter_lights, period=SEPTEMBER, audience=Audience.ROOM)
    words = " ".join(pdf.text(paper.pdf(rows, A4)).split())
    for said in ("Why 30", "red, from 30", "Twelve months", "of the members before ≥ 70 % → 15"):
        assert said in words
    for sign in pdf.signs(paper.pdf(rows, A4)):
        assert 40 <= sign.left <= sign.right <= 596 - 40, sign


def test_a_chapter_without_meetings_has_no_score_and_says_so(told: SmallBook) -> None:
    rows = told.ask(chapter_lights, period=month_of(date(2025, 1, 1)), audience=Audience.ROOM)
    assert rows.score is None
    assert "There is no score" in pdf.text(paper.pdf(rows, A4))


def _ann(found: tuple[Changed, ...]) -> Changed:
    return next(one for one in found if one.name == "Ann Smith")


def test_who_slipped_is_told_with_what_made_it(told: SmallBook) -> None:
    rows = told.ask(light_changes, period=OCTOBER, audience=Audience.OFFICERS)
    ann = _ann(rows.slipped)
    assert rows.before == HALF
    assert (ann.was, ann.light) == (Light.YELLOW, Light.RED)
    assert [one.item for one in ann.items] == ["given", "visitors", "attendance"]
    assert ann.after - ann.before == sum(one.after - one.before for one in ann.items)
    assert rows.rose == ()


def test_the_room_sees_no_reasons_unless_the_chapter_lets_it(told: SmallBook) -> None:
    room = told.ask(light_changes, period=OCTOBER, audience=Audience.ROOM)
    assert _ann(room.slipped).items == ()
    assert room.shown is Shown.TOTALS


def test_a_chapter_may_show_the_room_nobody(told: SmallBook) -> None:
    told.write(chapters.put_setting, name="lights_shown", value="nobody")
    changes = told.ask(light_changes, period=OCTOBER, audience=Audience.ROOM)
    months = told.ask(heat_map, period=OCTOBER, audience=Audience.ROOM)
    told.write(chapters.put_setting, name="lights_shown", value="totals")
    assert (changes.slipped, months.members) == ((), ())


def test_the_last_month_of_the_map_is_the_score_of_its_window(told: SmallBook) -> None:
    rows = told.ask(heat_map, period=SEPTEMBER, audience=Audience.OFFICERS)
    by_name = {one.name: one.totals[-1] for one in rows.members}
    alone = {one.name: one.score.total for one in told.ask(scores, HALF).members if one.score}
    assert len(rows.months) == 12
    assert {name: by_name[name] for name in alone} == alone
    assert by_name["Ann Smith"] != Fraction(0)


def test_no_light_shines_of_a_month_that_is_still_to_come(told: SmallBook) -> None:
    year = Period(date(2026, 4, 1), date(2027, 3, 31))  # the last meeting is that of October
    months = told.ask(heat_map, period=year, audience=Audience.OFFICERS).months
    assert months[-1] == date(2026, 10, 1)
    own = told.ask(chapter_lights, period=year, audience=Audience.OFFICERS).months
    assert own[-1].month == date(2026, 10, 1)
