from datetime import date, timedelta

import pytest

from app.errors import RuleError
from app.queries.agenda import agenda_template
from app.queries.duties import duties as on_the_list
from app.queries.meetings import calendar
from app.rules.agenda import AgendaLine
from app.rules.duties import DutyKind, DutyLine
from app.rules.people import Duty
from app.services import agenda, duties
from app.wording.schedules import usual_agenda, usual_duties
from tests.services.stage import LATER, NEXT_WEEK, TONIGHT, Stage
from tests.services.told import Told
from tests.small_book import SmallBook

WEEK = timedelta(weeks=1)


def _speaks(book: SmallBook, person_id: int, on: date) -> None:
    book.write(
        duties.assign, held_on=on, today=TONIGHT, duty=Duty.FEATURE_TALK, person_id=person_id
    )


def _ahead(book: SmallBook) -> list[date]:
    days = (row.held_on for row in book.ask(calendar, TONIGHT).rows)
    return sorted(day for day in days if day > TONIGHT)


def test_a_duty_on_a_day_not_planned_yet_plans_every_free_week_up_to_it(
    book: SmallBook, stage: Stage
) -> None:
    _speaks(book, stage.ann, LATER + 2 * WEEK)

    assert _ahead(book) == [NEXT_WEEK, LATER, LATER + WEEK, LATER + 2 * WEEK]


def test_one_undo_takes_duty_and_weeks_back(book: SmallBook, stage: Stage) -> None:
    before = _ahead(book)
    _speaks(book, stage.ann, LATER + 2 * WEEK)

    book.store.undo()

    assert _ahead(book) == before


def test_nobody_speaks_on_a_holiday_and_nothing_has_a_topic_without_a_speaker(
    told: Told, stage: Stage
) -> None:
    talk = {"today": TONIGHT, "duty": Duty.FEATURE_TALK}

    told.refuses(
        RuleError, "meeting_not_draft", duties.assign,
        held_on=NEXT_WEEK, person_id=stage.ann, **talk,
    )  # fmt: skip
    told.refuses(
        RuleError, "topic_of_nobody", duties.assign,
        held_on=TONIGHT, person_id=None, topic="Asking", **talk,
    )  # fmt: skip


def test_the_usual_duties_hold_until_the_chapter_decides_and_again_when_it_has_none(
    book: SmallBook,
) -> None:
    own = (DutyLine("timer", "Keeper of time"), DutyLine("second", "Second talk", DutyKind.TALK))
    assert book.ask(on_the_list) == usual_duties()

    book.write(duties.give_out, duties=own)
    assert book.ask(on_the_list) == own
    book.write(duties.give_out, duties=own[::-1])
    assert book.ask(on_the_list) == own[::-1]
    book.write(duties.give_out, duties=())

    assert book.ask(on_the_list) == usual_duties()


@pytest.mark.parametrize(
    ("titles", "reason"),
    [
        ((" ",), "duty_title_missing"),
        (("Timer", "timer "), "duty_twice"),
        (("x" * 61,), "title_too_long"),
    ],
)
def test_a_list_nobody_could_read_is_refused(
    told: Told, titles: tuple[str, ...], reason: str
) -> None:
    lines = tuple(DutyLine(str(place), title) for place, title in enumerate(titles))

    told.refuses(RuleError, reason, duties.give_out, duties=lines)


def test_the_agenda_is_kept_in_order_of_time_and_the_usual_one_comes_back(book: SmallBook) -> None:
    book.write(agenda.write, items=(AgendaLine(30, "Talks"), AgendaLine(0, "Doors", who="Ann")))
    assert [one.title for one in book.ask(agenda_template)] == ["Doors", "Talks"]

    book.write(agenda.write, items=(AgendaLine(5, "Hello"),))
    assert book.ask(agenda_template) == (AgendaLine(5, "Hello"),)
    book.write(agenda.write, items=())

    assert book.ask(agenda_template) == usual_agenda()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (AgendaLine(5, "  "), "agenda_title_missing"),
        (AgendaLine(-1, "Hello"), "agenda_minute"),
        (AgendaLine(721, "Hello"), "agenda_minute"),
        (AgendaLine(5, "x" * 121), "title_too_long"),
    ],
)
def test_an_item_nobody_could_keep_to_is_refused(told: Told, line: AgendaLine, reason: str) -> None:
    told.refuses(RuleError, reason, agenda.write, items=(line,))
