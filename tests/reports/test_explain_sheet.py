from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.queries.explain_sheet import ExplainSheet, explain_sheet
from app.reports import explain_sheet as paper
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.profile import Light
from tests.reports import pdf
from tests.reports.invented import A4, LONG
from tests.rules.shipped import MEMBERS
from tests.small_book import SmallBook

FIRST = date(2026, 9, 1)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture(scope="module")
def chapter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallBook]:
    book = SmallBook.create(Path(tmp_path_factory.mktemp("scored")))
    ann, bob = book.member("Ann Smith", "Florist"), book.member(f"Bob {LONG}")
    book.member("Dora Blank")
    for week in range(12):
        day = FIRST + timedelta(weeks=week)
        meeting = book.meeting(day)
        book.mark(meeting, "L" if week == 3 else "P", ann)
        book.mark(meeting, "A", bob)
        book.referral(ann, bob, day)
        if week % 2:
            book.one_to_one(ann, bob, day)
        if week < 2:
            book.visit(f"Guest {week}", ann, day, confirmed=True)
        book.complete(meeting)
    book.thanks(bob, ann, 9_999_900, FIRST + timedelta(weeks=12))
    yield book
    book.store.close()


def _sheet(chapter: SmallBook, name: str = "Ann Smith", profile: str | None = None) -> ExplainSheet:
    return chapter.ask(
        explain_sheet,
        member_id=chapter.person(name),
        period=NOVEMBER,
        audience=Audience.OWN,
        profile=profile,
    )


def _words(rows: ExplainSheet) -> str:
    return " ".join(pdf.text(paper.pdf(rows, A4)).split())


def test_the_sheet_tells_how_every_point_came_about(chapter: SmallBook) -> None:
    rows = _sheet(chapter)

    assert rows.score is not None
    told = [(row.item.name, str(row.count), int(row.points)) for row in rows.score.items]
    assert told == [
        ("attendance", "23/2", 20),
        ("given", "12", 20),
        ("one_to_ones", "6", 10),
        ("education", "0", 0),
        ("visitors", "2", 10),
    ]
    assert (int(rows.score.total), rows.score.light) == (60, Light.YELLOW)


def test_the_sheet_says_what_is_missing_and_what_is_nearest(chapter: SmallBook) -> None:
    rows = _sheet(chapter)

    assert rows.path is not None
    assert [(move.item, move.more) for move in rows.path.moves] == [("visitors", 1)]
    words = _words(rows)
    for said in ("Why 60", "10 more to green", "yellow, from 50", "→ 6/26: 1 more, +10"):
        assert said in words
    assert "For Ann Smith only" in words


def test_the_criteria_and_the_profile_stand_below(chapter: SmallBook) -> None:
    words = _words(_sheet(chapter, profile="taiwan"))
    assert "profile “Taiwan”" in words
    assert "A + L/3 in whole" in words
    assert "Weeks are those marked P, A, L, M, S." in words


def test_the_sheet_looks_ahead(chapter: SmallBook) -> None:
    rows = _sheet(chapter)
    assert [one.window.end for one in rows.ahead] == [date(2026, 12, 31)]
    words = _words(rows)
    for said in (
        "Looking ahead",
        "31 December 2026",
        "June 2026: Referrals given",
        "What makes it green",
    ):
        assert said in words


def test_without_weeks_the_sheet_says_so(chapter: SmallBook) -> None:
    rows = _sheet(chapter, "Dora Blank")
    assert rows.score is None
    assert "There is no score" in _words(rows)


@pytest.mark.parametrize("profile", MEMBERS)
def test_nothing_leaves_the_page(chapter: SmallBook, profile: str) -> None:
    for name in ("Ann Smith", f"Bob {LONG}"):
        for sign in pdf.signs(paper.pdf(_sheet(chapter, name, profile), A4)):
            assert 40 <= sign.left <= sign.right <= 596 - 40, sign


def test_a_slip_of_a_draft_is_in_no_score(chapter: SmallBook) -> None:
    rows = _sheet(chapter, profile="uk-2012")
    assert rows.tally.closed_business == 0
    assert PersonId(rows.person_id) == chapter.person("Ann Smith")
