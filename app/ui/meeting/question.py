"""A question in its place: one sentence, perhaps a field, and the answers, instead of a box."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from app.i18n import _
from app.ui import icons
from app.ui.kit import brush
from app.ui.kit.button import Button, Kind
from app.ui.kit.datefield import DateField
from app.ui.kit.field import LineField
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone, colour, mix, tokens

_NARROW = 760
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Reply:
    """One way to answer; ``run`` takes what stands in the field, a text or a date."""

    words: str
    run: Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked.

    ``hint`` asks for words, beginning with ``text``; they may be ``optional``. ``day`` asks for a
    date, beginning with that one.
    """

    words: str
    replies: tuple[Reply, ...]
    icon: str = "info"
    hint: str = ""
    text: str = ""
    day: date | None = None
    warns: bool = False
    optional: bool = False


class Question(QWidget):
    """Shows one question; Enter gives the first answer, Esc none; then the focus goes back."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._today = today
        self._words = PlainLabel(wrap=True)
        self._field: LineField | None = None
        self._answers: list[Button] = []
        self._before: QWidget | None = None
        self._close = Button("", kind=Kind.QUIET, icon="close", name=_("Leave it as it is"))
        self._grid = QGridLayout()
        self._row = QHBoxLayout()
        self._controls = QWidget()
        self._lay_out()
        self.hide()

    def ask(self, asked: Asked) -> None:
        """Show a question in place of any other."""
        self._before = self._before or self.window().focusWidget()
        self._forget()
        self._asked = asked
        self._words.say(asked.words)
        self.setAccessibleName(asked.words)
        self._field = self._make_field(asked)
        if self._field is not None:
            self._row.insertWidget(0, self._field, 1)
        for place, reply in enumerate(asked.replies):
            button = Button(reply.words, kind=Kind.PLAIN if place else Kind.PRIMARY)
            button.clicked.connect(partial(self._on_reply, reply))
            self._answers.append(button)
            self._row.insertWidget(self._row.count() - 1, button)
        self.show()
        first = next((w for w in (self._field, *self._answers) if w is not None), self._close)
        first.setFocus()

    @Slot()
    def close_question(self) -> None:
        """Take the question away unanswered."""
        if self._asked is not None:
            self._forget()
            self.hide()
            self._give_focus_back()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < _NARROW
        self._grid.removeWidget(self._controls)
        self._grid.addWidget(self._controls, 1 if below else 0, 0 if below else 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        elif event.key() in _ENTER and self._asked is not None:
            self._answer_by_key(self._asked)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._asked is None:
            return
        painter = QPainter(self)
        shade = colour(Tone.LATE if self._asked.warns else Tone.ACCENT)
        fill = mix(shade.name(), tokens().window, 0.08)
        line = mix(shade.name(), tokens().window, 0.35)
        area = QRectF(self.rect()).adjusted(31, 12, -32, 0)
        brush.panel(painter, area, fill=fill, line=line)
        sign = QRectF(area.left() + 12, area.top(), 20, area.height())
        icons.paint(painter, sign, self._asked.icon, shade)

    def _lay_out(self) -> None:
        self._close.clicked.connect(self.close_question)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(0)
        self._row.addWidget(self._close)
        self._controls.setLayout(self._row)
        self._grid.setContentsMargins(44, 4, 4, 4)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._grid.addWidget(self._words, 0, 0)
        self._grid.addWidget(self._controls, 0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(31, 12, 32, 0)
        layout.addLayout(self._grid)

    def _make_field(self, asked: Asked) -> LineField | None:
        if asked.day is not None:
            return DateField(name=asked.words, today=self._today(), day=asked.day)
        if not asked.hint:
            return None
        field = LineField(name=asked.words, hint=asked.hint)
        field.setText(asked.text)
        return field

    def _give_focus_back(self) -> None:
        before, self._before = self._before, None
        page = self.parentWidget()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        elif page is not None:
            page.setFocus()

    def _answer_by_key(self, asked: Asked) -> None:
        focused = next((b for b in self._answers if b.hasFocus()), None)
        place = 0 if focused is None else self._answers.index(focused)
        if asked.replies:
            self._on_reply(asked.replies[place])
        else:
            self.close_question()

    def _answer(self) -> object:
        if isinstance(self._field, DateField):
            return self._field.day
        return "" if self._field is None else self._field.text().strip()

    def _on_reply(self, reply: Reply) -> None:
        answer = self._answer()
        must = self._asked is not None and not self._asked.optional
        if self._field is not None and must and not answer:
            self._field.mark_wrong(wrong=True)
            self._field.setFocus()
            return
        self.close_question()
        reply.run(answer)

    def _forget(self) -> None:
        self._asked = None
        gone: Sequence[QWidget | None] = (*self._answers, self._field)
        for widget in gone:
            if widget is not None:
                self._row.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._answers, self._field = [], None
