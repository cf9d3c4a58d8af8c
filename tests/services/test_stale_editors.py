"""Whoever edits what somebody else has changed meanwhile is refused, and nothing is overwritten."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.errors import ConflictError
from app.rules.agenda import AgendaLine
from app.rules.duties import DutyLine
from app.rules.people import Duty
from app.rules.returns import Costs
from app.services import (
    agenda,
    classifications,
    duties,
    memberships,
    offices,
    own_figures,
)
from tests.services.deeds import EXAMPLES
from tests.services.stage import TONIGHT, Stage
from tests.services.told import Told

Deed = Callable[..., None]


def _facts(deed: Deed, stage: Stage) -> dict[str, Any]:
    return next(one for one in EXAMPLES if one.deed is deed).facts(stage)


@pytest.mark.parametrize(
    "deed",
    [
        memberships.correct,
        memberships.strike,
        offices.correct_term,
        offices.dismiss,
        classifications.correct,
    ],
)
def test_a_record_in_another_version_is_left_alone(told: Told, stage: Stage, deed: Deed) -> None:
    told.refuses(ConflictError, "changed_meanwhile", deed, **_facts(deed, stage), version=99)


def test_a_list_others_have_changed_is_left_alone(told: Told, stage: Stage) -> None:
    told.refuses(
        ConflictError, "changed_meanwhile", agenda.write,
        **_facts(agenda.write, stage), seen=(AgendaLine(0, "Another"),),
    )  # fmt: skip
    told.refuses(
        ConflictError, "changed_meanwhile", duties.give_out,
        **_facts(duties.give_out, stage), seen=(DutyLine("other", "Another"),),
    )  # fmt: skip


def test_a_duty_somebody_has_taken_meanwhile_stays_his(told: Told, stage: Stage) -> None:
    facts: dict[str, Any] = {
        "held_on": stage.free_day + timedelta(weeks=2),
        "today": TONIGHT,
        "duty": Duty.FEATURE_TALK,
    }
    nobody = (None, "")
    told.store.write(
        "first", duties.assign, **facts, person_id=stage.ann, topic="Asking", seen=nobody
    )

    told.refuses(
        ConflictError, "changed_meanwhile", duties.assign, **facts, person_id=stage.bob, seen=nobody
    )
    told.store.write(
        "second", duties.assign, **facts, person_id=stage.bob, seen=(stage.ann, "Asking")
    )


def test_figures_stated_meanwhile_are_not_overwritten(told: Told, stage: Stage) -> None:
    facts = _facts(own_figures.state, stage)
    told.store.write("first", own_figures.state, **facts, seen=Costs())

    told.refuses(ConflictError, "changed_meanwhile", own_figures.state, **facts, seen=Costs())
    now = Costs(year_fee=650_00, meeting_cost=14_00, lead_cost=60_00)
    told.store.write("second", own_figures.state, **facts | {"entry_fee": 1}, seen=now)
