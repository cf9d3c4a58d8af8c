"""The change sheet: a report now against its last print, told to each audience."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.queries.change_sheet import ChangeSheet
from app.queries.printed import last_print
from app.reports.catalogue import report
from app.reports.comparing import since_print
from app.reports.report import Choice
from app.rules.changes import ChangeKind
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import meetings, slips
from tests.reports import pdf
from tests.reports.invented import A4
from tests.small_book import NOON, SmallBook

DAY = date(2026, 11, 17)
SUMMARY, CHANGES = report("activity-summary"), report("change-sheet")
OFFICERS = Choice(Period(date(2026, 10, 1), date(2027, 3, 31)), Audience.OFFICERS, about=SUMMARY)
ROOM = Choice(OFFICERS.period, Audience.ROOM, about=SUMMARY)


class _Evening:
    """A completed meeting whose report was printed an hour later; then a day has passed."""

    def __init__(self, folder: Path) -> None:
        self.now = NOON
        self.book = SmallBook.create(folder)
        self.book.store._clock = self.clock
        self.ann, self.bob = (self.book.member(name) for name in ("Ann Bell", "Bob Hartley"))
        self.meeting = self.book.meeting(DAY)
        self.book.mark(self.meeting, "P", self.ann, self.bob)
        self.book.visit("Mary Ray", self.ann, DAY, meeting_id=self.meeting)
        self.visit = self.book.last_slip()
        self.book.complete(self.meeting)
        self.now += timedelta(hours=1)
        self.print(OFFICERS)
        self.print(ROOM)
        self.now += timedelta(days=1)

    def clock(self) -> datetime:
        return self.now

    def print(self, choice: Choice) -> None:
        self.book.store.remember_print(
            report=SUMMARY.name, choice=SUMMARY.key(choice), known_at=self.now
        )

    def sheet(self, choice: Choice) -> ChangeSheet:
        rows = CHANGES.rows(self.book.store, choice)
        assert isinstance(rows, ChangeSheet)
        return rows

    def thank(self, amount: int) -> None:
        self.book.write(meetings.reopen, meeting_id=self.meeting, reason="Forgotten")
        self.book.thanks(self.bob, self.ann, amount, DAY, meeting_id=self.meeting)
        self.book.complete(self.meeting)


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[_Evening]:
    evening = _Evening(tmp_path)
    yield evening
    evening.book.store.close()


def test_right_after_printing_nothing_has_changed(evening: _Evening) -> None:
    found = since_print(evening.book.store, SUMMARY, OFFICERS)
    assert found is not None
    assert (found.changed, found.last.author) == (0, "Wanda")
    assert "Nothing has changed." in pdf.text(CHANGES.pdf(evening.sheet(OFFICERS), A4))


def test_printing_is_nothing_to_undo_and_no_entry(evening: _Evening) -> None:
    label = evening.book.store.history().undo
    evening.print(OFFICERS)
    assert evening.book.store.history().undo == label
    evening.book.store.undo()
    key = SUMMARY.key(OFFICERS)
    assert evening.book.ask(last_print, report=SUMMARY.name, choice=key) is not None


def test_a_report_never_printed_with_these_choices_is_known_as_such(evening: _Evening) -> None:
    other = Choice(Period(DAY, DAY), Audience.OFFICERS, about=SUMMARY)
    assert since_print(evening.book.store, SUMMARY, other) is None


def test_a_visitor_credit_that_changed_a_completed_week_is_told(evening: _Evening) -> None:
    evening.book.write(slips.confirm_visit, slip_id=evening.visit)
    sheet = evening.sheet(ROOM)
    assert sheet.compared is not None
    assert [(one.about, one.field, one.before, one.after) for one in sheet.compared.changes] == [
        ("Ann Bell", "visitors", 0, 1),
        ("total", "visitors", 0, 1),
    ]
    (week,) = sheet.weeks
    assert [(one.visitor, one.inviter, one.counted) for one in week.credits] == [
        ("Mary Ray", "Ann Bell", True)
    ]
    words = pdf.text(CHANGES.pdf(sheet, A4))
    assert "Mary Ray" in words
    assert "17 Nov 2026" in words


def test_officers_read_what_was_done_to_a_completed_week(evening: _Evening) -> None:
    evening.thank(43_100)
    (week,) = evening.sheet(OFFICERS).weeks
    assert week.held_on == DAY
    assert week.deeds
    assert evening.sheet(ROOM).weeks[0].deeds == ()


def test_a_room_cannot_work_out_an_amount_from_two_prints(evening: _Evening) -> None:
    evening.thank(43_100)
    hidden = evening.sheet(ROOM)
    assert "43,100" not in pdf.text(CHANGES.pdf(hidden, A4))
    assert hidden.compared is not None
    for change in hidden.compared.changes:
        assert change.kind is not ChangeKind.MONEY
    assert "431" in pdf.text(CHANGES.pdf(evening.sheet(OFFICERS), A4))


def test_a_moment_may_be_given_instead_of_the_last_print(evening: _Evening) -> None:
    sheet = evening.sheet(
        Choice(OFFICERS.period, Audience.OFFICERS, about=SUMMARY, since=evening.now)
    )
    assert sheet.compared is not None
    assert sheet.compared.changes == ()
    assert sheet.compared.printed_by is None
