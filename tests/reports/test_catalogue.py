"""Every report of the catalogue, asked of the demo chapter for every audience it is made for."""

from collections.abc import Iterator
from datetime import date

import pytest

from app.errors import NotFoundError, RuleError
from app.queries.activity_summary import ActivitySummary
from app.queries.roster import seating
from app.reports.catalogue import REPORTS, report
from app.reports.plain import to_json
from app.reports.report import Asks, Choice, Report
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.storage import Store
from tests.builders import demo_book
from tests.reports import pdf
from tests.reports.invented import A4

TERM = Period(date(2026, 4, 1), date(2026, 9, 30))
EVERY = [(one, audience) for one in REPORTS for audience in one.audiences]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("demo") / "demo.chapter"
    demo_book(path)
    with Store(path, author="Wanda") as store:
        yield store


def test_names_are_known_once() -> None:
    names = [one.name for one in REPORTS]

    assert sorted(set(names)) == sorted(names)
    assert [report(name).name for name in names] == names


def test_every_report_says_what_it_is_for() -> None:
    for one in REPORTS:
        assert one.title()
        assert one.says().endswith(".")


def test_a_name_nobody_knows_is_refused_with_those_there_are() -> None:
    with pytest.raises(NotFoundError) as refusal:
        report("league-table")

    assert "scoreboard" in str(refusal.value.facts["names"])


def test_an_audience_a_report_is_not_made_for_is_refused() -> None:
    with pytest.raises(RuleError):
        report("scoreboard").arguments(Choice(TERM, Audience.OWN))


def test_a_report_is_told_what_it_asks_for_and_nothing_else() -> None:
    for one in REPORTS:
        choice = Choice(TERM, one.audiences[0], meeting_id=7, drafts=True)
        told = set(one.arguments(choice)) - {"audience"}
        assert ("meeting_id" in told) == bool({Asks.MEETING, Asks.COMING} & one.asks)
        assert ("day" in told) == (Asks.DAY in one.asks)
        assert ("drafts" in told) == (Asks.DRAFTS in one.asks)


@pytest.mark.parametrize(("one", "audience"), EVERY, ids=lambda value: getattr(value, "name", None))
def test_every_report_of_a_real_chapter_becomes_paper_and_json(
    demo: Store, one: Report, audience: Audience
) -> None:
    member = demo.read(seating, TERM.end)[0].person_id
    choice = Choice(TERM, audience, member_id=member)

    rows = demo.read(one.query, **one.arguments(choice))

    words = pdf.text(one.pdf(rows, A4))

    assert one.title() in words
    assert "Riverside" in words
    assert f'"audience": "{audience}"' in to_json(one.name, rows)


def _amounts(rows: ActivitySummary) -> dict[str, int | None]:
    return {one.name: one.figures.closed_business for one in rows.members}


def test_no_amount_withheld_from_the_room_is_in_its_paper_or_its_json(demo: Store) -> None:
    one = report("activity-summary")
    room = demo.read(one.query, **one.arguments(Choice(TERM, Audience.ROOM)))
    officers = demo.read(one.query, **one.arguments(Choice(TERM, Audience.OFFICERS)))
    shown = {amount for amount in _amounts(room).values() if amount is not None}
    secret = {
        amount
        for name, amount in _amounts(officers).items()
        if amount is not None and _amounts(room)[name] is None and amount not in shown
    }

    assert len(secret) > 1
    words = pdf.text(one.pdf(room, A4)).split()
    for amount in secret:
        assert room.money.whole(amount) not in words
        assert str(amount) not in to_json(one.name, room)


def test_summary_and_scoreboard_agree_on_every_figure_they_share(demo: Store) -> None:
    summary, board = (
        demo.read(one.query, **one.arguments(Choice(TERM, Audience.ROOM)))
        for one in (report("activity-summary"), report("scoreboard"))
    )
    given = {
        one.name: one.figures.given_inside + one.figures.given_outside for one in summary.members
    }

    assert {one.name: one.given for one in board.standings} == {
        name: count for name, count in given.items() if count
    }
    assert [trend.now for trend in board.trends] == [
        summary.total.given_inside + summary.total.given_outside,
        summary.total.visitors,
        summary.total.one_to_ones,
        summary.total.education,
        summary.total.closed_business,
    ]
