"""How often each mark stands in the strip."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from app.queries.member_activity import Week
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.ui.kit.label import PlainLabel
from app.ui.kit.mark import MarkCell
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight


class Legend(QWidget):
    """Marks, their names and counts, those that occur."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self._entries = {mark: _Entry(mark) for mark in (*Attendance, None)}
        for entry in self._entries.values():
            layout.addWidget(entry)

    def count(self, weeks: Sequence[Week]) -> None:
        """Count the marks of these meetings; the last figure is of holidays."""
        held = Counter(week.mark for week in weeks if week.state is not MeetingState.HOLIDAY)
        holidays = sum(1 for week in weeks if week.state is MeetingState.HOLIDAY)
        for mark, entry in self._entries.items():
            entry.count(holidays if mark is None else held[mark])


class _Entry(QWidget):
    """One mark, its name and its count; gone where it does not occur."""

    def __init__(self, mark: Attendance | None) -> None:
        super().__init__()
        self._name = _("holiday") if mark is None else _names()[mark]
        self._words = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        if mark is not None and mark is not Attendance.PRESENT:
            layout.addWidget(MarkCell(mark.value, name=self._name))
        layout.addWidget(self._words)

    def count(self, number: int) -> None:
        """Show another count."""
        self._words.say(f"{self._name} {number}")
        self._words.setMinimumWidth(self._words.sizeHint().width())
        self.setVisible(bool(number))


def _names() -> dict[Attendance, str]:
    return {
        Attendance.PRESENT: _("present"),
        Attendance.ABSENT: _("absent"),
        Attendance.LATE: _("late"),
        Attendance.MEDICAL: _("medical"),
        Attendance.SUBSTITUTE: _("substitute"),
    }
