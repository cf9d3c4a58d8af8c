"""Marks of a meeting."""

from typing import Any

import pytest

from app.errors import NotFoundError, RuleError
from app.rules.attendance import Attendance
from app.services import attendance
from tests.services.stage import Stage
from tests.services.told import Told
from tests.small_book import SmallBook


def _marks(told: Told, meeting_id: int) -> dict[int, tuple[str, str, str]]:
    return {
        row["person_id"]: (row["attendance"], row["substitute"], row["note"])
        for row in told.rows("mark")
        if row["meeting_id"] == meeting_id
    }


def test_a_mark_replaces_the_one_before(book: SmallBook, stage: Stage, told: Told) -> None:
    for mark in (Attendance.LATE, Attendance.ABSENT):
        book.write(attendance.mark, meeting_id=stage.draft, person_id=stage.bob, attendance=mark)
    assert _marks(told, stage.draft)[stage.bob] == ("A", "", "")


def test_a_substitute_is_kept_by_name_until_the_mark_is_another(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    who: dict[str, Any] = {"meeting_id": stage.draft, "person_id": stage.bob}
    book.write(
        attendance.mark,
        meeting_id=stage.draft,
        person_id=stage.bob,
        attendance=Attendance.SUBSTITUTE,
        substitute=" Jan  Nowak ",
    )
    assert _marks(told, stage.draft)[stage.bob] == ("S", "Jan Nowak", "")
    book.write(attendance.mark, **who, attendance=Attendance.PRESENT, substitute="Jan Nowak")
    assert _marks(told, stage.draft)[stage.bob] == ("P", "", "")


def test_a_cleared_mark_is_blank_and_clearing_a_blank_changes_nothing(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    who: dict[str, Any] = {"meeting_id": stage.draft, "person_id": stage.ann}
    assert book.write(attendance.clear, **who).tables == {"mark"}
    assert _marks(told, stage.draft) == {}
    assert book.write(attendance.clear, **who).tables == frozenset()


def test_everyone_still_blank_is_marked_and_nobody_else(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(
        attendance.mark_all,
        meeting_id=stage.draft,
        person_ids=[stage.bob, stage.ann, stage.bob, 999],
        attendance=Attendance.PRESENT,
    )
    marks = {person: mark for person, (mark, _s, _n) in _marks(told, stage.draft).items()}
    assert marks == {stage.ann: "S", stage.bob: "P"}


def test_a_remark_alone_keeps_the_substitute(book: SmallBook, stage: Stage, told: Told) -> None:
    who: dict[str, Any] = {"meeting_id": stage.draft, "person_id": stage.ann}
    book.write(attendance.remark, **who, note="", substitute="Jan Nowak")
    book.write(attendance.remark, **who, note="from eight")
    assert _marks(told, stage.draft)[stage.ann] == ("S", "Jan Nowak", "from eight")


def test_a_remark_where_nothing_is_recorded_changes_nothing(book: SmallBook, stage: Stage) -> None:
    change = book.write(attendance.remark, meeting_id=stage.draft, person_id=stage.bob, note="late")
    assert change.tables == frozenset()


@pytest.mark.parametrize("meeting", ["completed", "holiday"])
def test_marks_of_a_meeting_that_is_no_draft_stay(stage: Stage, told: Told, meeting: str) -> None:
    who: dict[str, Any] = {"meeting_id": getattr(stage, meeting), "person_id": stage.ann}
    absent = {"attendance": Attendance.ABSENT}
    told.refuses(RuleError, "meeting_not_draft", attendance.mark, **who, **absent)
    told.refuses(RuleError, "meeting_not_draft", attendance.clear, **who)
    told.refuses(RuleError, "meeting_not_draft", attendance.remark, **who, note="late")
    told.refuses(
        RuleError,
        "meeting_not_draft",
        attendance.mark_all,
        meeting_id=who["meeting_id"],
        person_ids=[stage.ann],
        **absent,
    )


def test_nobody_and_nowhere_cannot_be_marked(stage: Stage, told: Told) -> None:
    absent = {"attendance": Attendance.ABSENT}
    missing = (NotFoundError, "record_missing", attendance.mark)
    told.refuses(*missing, meeting_id=stage.draft, person_id=999, **absent)
    told.refuses(*missing, meeting_id=999, person_id=stage.ann, **absent)
