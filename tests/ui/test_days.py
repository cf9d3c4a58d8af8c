"""Days and periods: typed in any usual way, stepped through by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.rules.periods import Period
from app.ui.kit.calendar import Calendar
from app.ui.kit.datefield import DateField
from app.ui.kit.daytext import read_day
from app.ui.kit.period import PeriodPicker

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("24.11.2026", date(2026, 11, 24)),
        ("24.11.", date(2026, 11, 24)),
        ("24/11/26", date(2026, 11, 24)),
        ("24 nov", date(2026, 11, 24)),
        ("24 November 2026", date(2026, 11, 24)),
        ("3 jan", date(2027, 1, 3)),
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 22)),
        ("29.2.2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_type_it(words: str, day: date) -> None:
    assert read_day(words, TODAY) == day


@pytest.mark.parametrize("words", ["", "soon", "30.2.2026", "24", "11/24/2026", "0000-00-00"])
def test_what_is_no_day_is_not_guessed_at(words: str) -> None:
    assert read_day(words, TODAY) is None


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    field = DateField(name="Day", today=TODAY, day=TODAY)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


def test_keys_step_by_days_and_months(field: DateField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    assert field.day == date(2026, 10, 24)
    assert field.text() == "24 Oct 2026"


def test_a_typed_day_is_shown_in_full_and_told(field: DateField, qtbot: QtBot) -> None:
    field.selectAll()
    QTest.keyClicks(field, "1.12.")
    with qtbot.waitSignal(field.picked) as picked:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert picked.args == [date(2026, 12, 1)]
    assert field.text() == "1 Dec 2026"


def test_nonsense_is_marked_and_kept_for_correction(field: DateField) -> None:
    field.selectAll()
    QTest.keyClicks(field, "soonish")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.wrong
    assert field.day is None
    assert field.text() == "soonish"


def test_a_day_is_picked_from_the_month_by_keys(field: DateField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    QTest.keyClick(calendar, Qt.Key.Key_Down)
    QTest.keyClick(calendar, Qt.Key.Key_Return)
    assert field.day == date(2026, 11, 30)


def test_a_period_goes_to_its_neighbours_and_keeps_its_kind(qtbot: QtBot) -> None:
    picker = PeriodPicker(TODAY)
    qtbot.addWidget(picker)
    picker._on_back()
    assert picker.period == Period(date(2026, 10, 1), date(2026, 10, 31))
    picker._kinds._pick(1)
    assert picker.period == Period(date(2026, 10, 1), date(2027, 3, 31))
    picker._on_ahead()
    assert picker.period == Period(date(2027, 4, 1), date(2027, 9, 30))
    picker._kinds._pick(2)
    assert picker.period == Period(date(2027, 1, 1), date(2027, 12, 31))


def test_any_two_days_make_a_period_unless_they_are_the_wrong_way_round(qtbot: QtBot) -> None:
    picker = PeriodPicker(TODAY)
    qtbot.addWidget(picker)
    picker._kinds._pick(3)
    picker._from.show_day(date(2026, 12, 24))
    picker._on_days()
    assert picker._to.wrong
    assert picker.period.start == date(2026, 11, 1)
    picker._to.show_day(date(2026, 12, 31))
    picker._on_days()
    assert picker.period == Period(date(2026, 12, 24), date(2026, 12, 31))
