from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from app.formats import Money
from app.queries.traffic_lights import (
    Cell,
    Counted,
    LightRow,
    Shown,
    TrafficLights,
    printed_value,
    traffic_lights,
)
from app.reports import plain
from app.reports import traffic_lights as paper
from app.reports.criteria import criteria, formula
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.counters import counts_of
from app.rules.scoring.profile import Light, Profile
from app.rules.scoring.scores import Scorer
from app.rules.tally import Tally
from app.services import chapter
from tests.reports import pdf
from tests.reports.invented import A4, HELD, LONG, MARKUP, NAMES, PERIOD, names
from tests.rules.shipped import MEMBERS
from tests.small_book import SmallBook

US = MEMBERS["us-regional"]
NOV = Period(date(2026, 11, 1), date(2026, 11, 30))


def _row(number: int, name: str, profile: Profile) -> LightRow:
    tally = Tally(
        present=number % 25,
        absent=number % 3,
        given_inside=number * 7 % 30,
        one_to_ones=number * 5 % 31,
        education=number * 11 % 29,
        visitors=number % 8,
        closed_business=number * 123_456,
    )
    score = Scorer(profile).score(counts_of(tally))
    cells = tuple(
        Cell(row.item.name, row.count, row.divisor, row.value, printed_value(row), row.points)
        for row in (score.items if score else ())
    )
    return LightRow(
        PersonId(number),
        name,
        name,
        "Florist",
        score.weeks if score else None,
        cells,
        score.total if score else None,
        score.light if score else None,
    )


def _lights(
    count: int, profile: Profile = US, first: tuple[str, ...] = NAMES, shown: Shown = Shown.ITEMS
) -> TrafficLights:
    rows = tuple(_row(place, name, profile) for place, name in enumerate(names(count, first)))
    return TrafficLights(
        chapter="Riverside Chapter",
        window=PERIOD,
        audience=Audience.OFFICERS,
        money=Money(),
        held=HELD,
        official=(),
        official_meetings=0,
        profile=profile,
        shown=shown,
        counted=tuple(
            Counted(light, sum(row.light is light for row in rows)) for light in (*Light, None)
        ),
        members=rows,
    )


@pytest.mark.parametrize("count", [0, 1, 40, 60, 130])
def test_everybody_stands_on_the_paper_once(count: int) -> None:
    drawn = pdf.text(paper.pdf(_lights(count, first=()), A4))
    for name in names(count, ()):
        assert drawn.count(name) == 1


@pytest.mark.parametrize("profile", MEMBERS.values(), ids=MEMBERS)
def test_nothing_leaves_the_page_whatever_the_profile(profile: Profile) -> None:
    drawn = paper.pdf(_lights(30, profile, (LONG, MARKUP, *NAMES)), A4)
    width = 842 if len(profile.items) > 6 else 596
    for sign in pdf.signs(drawn):
        assert 40 <= sign.left <= sign.right <= width - 40, sign


@pytest.mark.parametrize("profile", MEMBERS.values(), ids=MEMBERS)
def test_the_criteria_stand_on_the_page(profile: Profile) -> None:
    rows = _lights(3, profile)
    drawn = " ".join(pdf.text(paper.pdf(rows, A4)).split())
    assert f"Profile “{profile.title}”" in drawn
    for meaning in criteria(profile, rows.money):
        assert meaning.words in drawn
        assert meaning.sign in drawn


def test_who_has_no_score_has_a_dash() -> None:
    drawn = pdf.text(paper.pdf(_lights(1, first=("Ann Blank",)), A4))
    line = next(line for line in drawn.splitlines() if "Ann Blank" in line)
    assert "–" in line
    assert "1 without a score" in drawn


def test_every_light_is_told_in_words_too() -> None:
    drawn = pdf.text(paper.pdf(_lights(60), A4))
    assert all(word in drawn for word in ("green", "yellow", "red", "grey"))
    black = pdf.text(paper.pdf(_lights(60, MEMBERS["taiwan"]), A4))
    assert "black" in black
    assert "grey" not in black


def test_the_same_rows_give_the_same_file() -> None:
    assert paper.pdf(_lights(20), A4) == paper.pdf(_lights(20), A4)


def test_a_formula_is_written_in_the_letters_of_the_marks() -> None:
    assert formula(US.items[0]) == "P + ½ L + ½ S"
    assert formula(MEMBERS["taiwan"].items[0]) == "A + L/3 in whole"
    assert formula(US.items[1]) == ""


def test_another_currency_is_told() -> None:
    rows = _lights(2, MEMBERS["india"])
    assert "bounds in INR, the book has GBP" in pdf.text(paper.pdf(rows, A4))


@pytest.fixture
def told(tmp_path: Path) -> Iterator[SmallBook]:
    book = SmallBook.create(tmp_path)
    ann, bob = book.member("Ann Smith", "Florist"), book.member("Bob Jones")
    day = date(2026, 11, 3)
    meeting = book.meeting(day)
    book.mark(meeting, "P", ann)
    book.referral(ann, bob, day)
    book.thanks(bob, ann, 777_700, day)
    book.complete(meeting)
    yield book
    book.store.close()


def _asked(
    book: SmallBook, audience: Audience, profile: str | None = None, period: Period = NOV
) -> TrafficLights:
    return book.ask(traffic_lights, period=period, audience=audience, profile=profile)


def test_a_month_stands_for_the_window_that_ends_with_it(told: SmallBook) -> None:
    assert _asked(told, Audience.OFFICERS).window == Period(date(2026, 6, 1), NOV.end)
    days = Period(date(2026, 11, 1), date(2026, 11, 17))
    assert _asked(told, Audience.OFFICERS, period=days).window == days


def test_officers_see_every_item(told: SmallBook) -> None:
    rows = _asked(told, Audience.OFFICERS)
    ann = rows.members[1]
    assert ann.name == "Ann Smith"
    assert [(cell.item, cell.printed, int(cell.points)) for cell in ann.cells] == [
        ("attendance", "100", 20),
        ("given", "1.00", 20),
        ("one_to_ones", "0.00", 0),
        ("education", "0.00", 0),
        ("visitors", "0.000", 0),
    ]
    assert (ann.total == Fraction(40), ann.light) == (True, Light.RED)
    assert rows.members[0].light is None


def test_the_room_sees_totals_only(told: SmallBook) -> None:
    rows = _asked(told, Audience.ROOM)
    assert [one.cells for one in rows.members] == [(), ()]
    assert [one.total and int(one.total) for one in rows.members] == [None, 40]


def test_the_chapter_may_show_the_room_nobodys_score(told: SmallBook) -> None:
    told.write(chapter.put_setting, name="lights_shown", value="nobody")
    rows = _asked(told, Audience.ROOM)
    assert rows.members == ()
    assert Counted(Light.RED, 1) in rows.counted
    assert "Ann" not in pdf.text(paper.pdf(rows, A4))


def test_where_the_room_sees_items_it_sees_no_amounts(told: SmallBook) -> None:
    told.write(chapter.put_setting, name="lights_shown", value="items")
    rows = _asked(told, Audience.ROOM, "uk-2012")
    money = next(cell for cell in rows.members[1].cells if cell.item == "closed_business")
    assert (money.value, money.count, money.printed, int(money.points)) == (None, None, "", 15)
    assert "7777" not in pdf.text(paper.pdf(rows, A4))
    assert "7777" not in plain.to_json("traffic-lights", rows)


def test_scores_are_plain_numbers_in_json(told: SmallBook) -> None:
    text = plain.to_json("traffic-lights", _asked(told, Audience.OFFICERS))
    assert '"total": 40' in text
    assert '"bound": 0.95' in text
