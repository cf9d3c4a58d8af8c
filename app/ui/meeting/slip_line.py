"""The slip line: one line that stores a slip, with what it understood shown below."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.formats import Money
from app.i18n import _
from app.queries.meeting_slips import SlipRow
from app.queries.slip_people import SlipPeople
from app.rules.completion import Choice
from app.rules.likeness import Likeness, is_repeated
from app.rules.slip_entry import Side, Understood
from app.rules.slip_line import LETTERS, understand
from app.rules.slip_spelling import spell
from app.ui.kit import brush
from app.ui.kit.button import Button, Kind
from app.ui.kit.keycap import KeyCap
from app.ui.kit.label import PlainLabel
from app.ui.meeting.completing import Completing
from app.ui.meeting.key_hint import KeyHint, KeyRow
from app.ui.meeting.line_knowledge import LineKnowledge, knowledge
from app.ui.meeting.offer_list import OfferList
from app.ui.meeting.slip_bits import bits
from app.ui.meeting.slip_chips import SlipChips
from app.ui.meeting.slip_field import SlipField
from app.ui.meeting.slip_text import likeness_of, said_by
from app.ui.meeting.words import kind_name, short_names
from app.ui.theme import Tone, theme, tokens
from app.ui.typeface import Size

if TYPE_CHECKING:
    from app.rules.slips import SlipKind

HEIGHT = 88


class SlipLine(QWidget):
    """Reads the line at every key stroke, completes names, and hands whole slips on.

    Signals:
        entered: A new slip: the Understood, the text, the picked names.
        corrected: A stored slip shall say something else: the SlipRow, the Understood.
        left: Esc in an empty line.
        reopen_wanted: The meeting shall become a draft again.
        editing_changed: Another stored slip, or none, is being corrected; carries its id or None.
    """

    entered = Signal(object, str, object)
    corrected = Signal(object, object)
    left = Signal()
    reopen_wanted = Signal()
    editing_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SlipField()
        self.offers = OfferList()
        self._chips = SlipChips()
        self._below = QStackedWidget()
        self._closed = PlainLabel(size=Size.LABEL, tone=Tone.MUTED)
        self._reopen = Button(_("Reopen …"), kind=Kind.LINK, size=Size.LABEL)
        self._is_closed = False
        self._hint = PlainLabel(size=Size.LABEL, tone=Tone.MUTED, align=brush.RIGHT)
        self._enter = KeyCap("Enter")
        self._known = LineKnowledge()
        self._completing = Completing(self.field, self.offers, self._pick)
        self._earlier: Sequence[tuple[int, Likeness]] = ()
        self._picked: dict[str, Side] = {}
        self._editing: SlipRow | None = None
        self._said = Understood()
        self._lay_out()
        self._connect()
        self._read()

    @property
    def said(self) -> Understood:
        """What the line says now."""
        return self._said

    @property
    def editing(self) -> SlipRow | None:
        """The stored slip that is being corrected, if any."""
        return self._editing

    def show_people(self, people: SlipPeople, money: Money) -> None:
        """Know other people, guests and habits of writing amounts."""
        self._known = self._completing.known = knowledge(people, money)
        self._read()

    def show_earlier(self, slips: Sequence[SlipRow]) -> None:
        """Know the slips of the meeting, to warn of one that says the same."""
        self._earlier = [(slip.slip_id, slip.likeness) for slip in slips]
        self._read()

    def close_line(self, words: str) -> None:
        """Say why nothing can be entered, with the way to change that; no words open the line."""
        self._is_closed = bool(words)
        self._closed.say(words)
        self._read()

    def begin(self, text: str, picked: dict[str, Side] | None = None) -> None:
        """Put a text into the line and go on from there."""
        self._edit_now(None)
        self._fill(text, picked or {})

    def edit(self, slip: SlipRow, said: Understood | None = None) -> None:
        """Take a stored slip into the line, to correct it; ``said`` is what it shall say."""
        text, picked = spell(said or said_by(slip), self._known.money)
        self._edit_now(slip)
        self._fill(text, picked)

    def clear(self) -> None:
        """Empty the line; nothing of it can be brought back by the line's own undo."""
        self._edit_now(None)
        self._picked = {}
        self.field.setText("")
        self._read()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.update()
            if event.type() == QEvent.Type.FocusOut:
                self._completing.close()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        area = QRectF(self.rect())
        lit = self.field.hasFocus()
        line, width = (shades.accent, 1.5) if lit else (shades.line, 1.0)
        brush.panel(painter, area, fill=shades.surface, line=line, width=width)
        brush.rule(painter, 2, self.width() - 2, HEIGHT // 2)

    def _lay_out(self) -> None:
        self.setFixedHeight(HEIGHT)
        self.setFocusProxy(self.field)
        upper = QHBoxLayout()
        upper.setContentsMargins(16, 1, 16, 0)
        upper.setSpacing(8)
        upper.addWidget(self.field, 1)
        upper.addWidget(self._hint)
        upper.addWidget(self._enter)
        self._below.addWidget(self._letters())
        chips = QWidget()
        row = QHBoxLayout(chips)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._chips)
        self._below.addWidget(chips)
        self._below.addWidget(self._why_closed())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(HEIGHT // 2 + 1)
        head.setLayout(upper)
        layout.addWidget(head)
        layout.addWidget(self._below, 1)

    def _letters(self) -> QWidget:
        short = short_names()
        hints = []
        for kind, letter in LETTERS.items():
            hint = KeyHint(letter, short[kind], name=kind_name(kind))
            hint.clicked.connect(partial(self._on_letter, kind))
            hints.append(hint)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(KeyRow(hints, [8] * len(hints)))
        return row

    def _why_closed(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(12)
        layout.addWidget(self._closed)
        layout.addWidget(self._reopen)
        layout.addStretch(1)
        self._reopen.clicked.connect(self.reopen_wanted)
        return row

    def _connect(self) -> None:
        self.field.accepts = self._completing.accept
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._read)
        self.field.cursorPositionChanged.connect(self._on_cursor)
        self.field.entered.connect(self._on_enter)
        self.field.left.connect(self._on_left)
        self.field.stepped.connect(self._on_stepped)
        self.offers.chosen.connect(self._on_chosen)
        theme().changed.connect(self._read)

    def _edit_now(self, slip: SlipRow | None) -> None:
        self._editing = slip
        self.editing_changed.emit(None if slip is None else slip.slip_id)

    def _fill(self, text: str, picked: dict[str, Side]) -> None:
        self._picked = dict(picked)
        self.field.setText(text)
        self._read()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)  # noqa: FBT003  Qt takes it by place

    @Slot()
    def _read(self) -> None:
        line = self.field.text()
        known = self._known
        self._said = self._completing.said = understand(
            line, known.crowd, picked=self._picked, money=known.money
        )
        shown = bits(
            self._said,
            line,
            known.money,
            repeated=self._is_repeated(),
            seat_holder=known.holder(self._said.profession),
        )
        self._chips.show_bits(shown)
        self._below.setCurrentIndex(1 if shown else 2 if self._is_closed else 0)
        self.field.colour(self._said.pieces)
        self._show_hint()

    def _show_hint(self) -> None:
        if self._editing is not None:
            self._hint.say(_("change, Esc leaves it"))
        else:
            self._hint.say(_("store and stay"))
        ready = self._said.ready
        self._hint.setVisible(ready or self._editing is not None)
        self._enter.setVisible(ready)

    def _is_repeated(self) -> bool:
        mine = likeness_of(self._said)
        own = self._editing.slip_id if self._editing is not None else 0
        others = [like for slip_id, like in self._earlier if slip_id != own]
        return mine is not None and is_repeated(mine, others)

    @Slot()
    def _on_cursor(self) -> None:
        self._completing.follow_cursor()

    @Slot()
    def _on_enter(self) -> None:
        question = self._said.question
        if self._completing.take_lit():
            return
        if question is not None:
            self._completing.ask(question)
            self._completing.step(1)
        elif self._said.ready:
            self._hand_on()

    def _hand_on(self) -> None:
        said, text, picked, edited = self._said, self.field.text(), self._picked, self._editing
        self.clear()
        if edited is None:
            self.entered.emit(said, text, picked)
        else:
            self.corrected.emit(edited, said)

    @Slot()
    def _on_left(self) -> None:
        if self._completing.is_open:
            self._completing.close()
        elif self.field.text():
            self.clear()
        else:
            self.left.emit()

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        self._completing.step(by)

    @Slot(object)
    def _on_chosen(self, choice: Choice) -> None:
        self._completing.take(choice)

    def _on_letter(self, kind: "SlipKind") -> None:
        self.begin(f"{LETTERS[kind]} ")

    def _pick(self, word: str, side: Side) -> None:
        self._picked[word] = side
