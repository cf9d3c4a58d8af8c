"""The sheet about the next meeting: when, where, who speaks, and what to do for it now."""

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _, ngettext
from app.queries.today import Today
from app.rules.people import Duty
from app.ui.desk import Desk
from app.ui.kit import brush
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone, tokens
from app.ui.today.steps import Steps, WeekStep
from app.ui.typeface import Size, Weight

_PADDING = 24
_RULE_Y = 119


class NextMeetingSheet(QWidget):
    """White, because it is the thing that is written on next; a click opens it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._target: object = None
        self._when = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        self._day = PlainLabel(size=Size.FIGURE, weight=Weight.SEMIBOLD)
        self._place = PlainLabel(tone=Tone.MUTED)
        self._facts = QGridLayout()
        self._steps = Steps()
        self._hint = PlainLabel(size=Size.LABEL, tone=Tone.MUTED)
        self.setFixedHeight(196)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()

    def show_today(self, today: Today) -> None:
        """Show the next meeting of a day."""
        ahead = today.next_meeting
        self._target = ahead.meeting_id or ahead.held_on
        self._when.say(_in_words(today.day, ahead.held_on))
        self._day.say(formats.day_long(ahead.held_on))
        self._day.setMinimumWidth(self._day.sizeHint().width())  # all else is cut before it
        self.setAccessibleName(_("Next meeting: {day}").format(day=self._day.text()))
        self._place.say(", ".join(filter(None, (ahead.starts_at, ahead.place))))
        self._show_facts(today)
        step, hint = _step(today)
        self._steps.show_step(step)
        self._hint.say(hint)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._desk.go("meetings", self._target)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        brush.panel(painter, QRectF(self.rect()), fill=shades.surface, line=shades.line)
        brush.rule(painter, _PADDING, self.width() - _PADDING, _RULE_Y)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._when)
        left.addWidget(self._day)
        left.addWidget(self._place)
        left.addStretch(1)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(8)
        right = QVBoxLayout()
        right.addSpacing(14)
        right.addLayout(self._facts)
        right.addStretch(1)
        upper = QHBoxLayout()
        upper.addLayout(left, 1)
        upper.addSpacing(16)
        upper.addLayout(right)
        lower = QVBoxLayout()
        lower.setSpacing(2)
        lower.addWidget(self._steps)
        hint = QHBoxLayout()
        hint.setContentsMargins(28, 0, 0, 0)
        hint.addWidget(self._hint)
        lower.addLayout(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, 18, _PADDING, 12)
        layout.setSpacing(0)
        upper_area = QWidget()
        upper_area.setObjectName("plain")
        upper_area.setLayout(upper)
        upper.setContentsMargins(0, 0, 0, 0)
        upper_area.setFixedHeight(_RULE_Y - 18)
        upper_area.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addWidget(upper_area)
        layout.addStretch(1)
        layout.addLayout(lower)
        layout.addStretch(1)

    def _show_facts(self, today: Today) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        for row, (name, fact) in enumerate(_facts(today)):
            label = PlainLabel(name, size=Size.LABEL, tone=Tone.MUTED, align=brush.RIGHT)
            label.setMinimumWidth(label.sizeHint().width())
            words = PlainLabel(fact)
            words.setMaximumWidth(180)
            words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._facts.addWidget(label, row, 0)
            self._facts.addWidget(words, row, 1)


def _facts(today: Today) -> list[tuple[str, str]]:
    ahead = today.next_meeting
    held = dict(ahead.duties)
    nobody = _("nobody yet")
    return [
        (_("Feature talk"), held.get(Duty.FEATURE_TALK, nobody)),
        (_("Education"), held.get(Duty.EDUCATION, nobody)),
        (_("Visitors expected"), str(ahead.visitors_expected)),
    ]


def _in_words(day: date, held_on: date) -> str:
    days = (held_on - day).days
    if days == 0:
        return _("Next meeting, today")
    if days == 1:
        return _("Next meeting, tomorrow")
    return ngettext("Next meeting, in {n} day", "Next meeting, in {n} days", days)


def _step(today: Today) -> tuple[WeekStep, str]:
    ahead = today.next_meeting
    if ahead.marks or ahead.slips:
        started = _("{marks} and {slips} recorded so far.").format(
            marks=ngettext("{n} mark", "{n} marks", ahead.marks),
            slips=ngettext("{n} slip", "{n} slips", ahead.slips),
        )
        step = WeekStep.COMPLETE if ahead.held_on < today.day else WeekStep.RECORD
        return step, started
    if ahead.held_on == today.day:
        return WeekStep.RECORD, _("Nothing is recorded yet. Enter opens the roll.")
    return WeekStep.PREPARE, _("Attendance sheet, sign-in sheet and report are ready to print.")
