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
from app.rules import completion, names
from app.rules.completion import Choice, Offer
from app.rules.likeness import Likeness, is_repeated
from app.rules.matching import Crowd
from app.rules.slip_entry import Side, Understood
from app.rules.slip_line import LETTERS, understand
from app.rules.slip_spelling import spell
from app.ui.kit import brush
from app.ui.kit.keycap import KeyCap
from app.ui.kit.label import PlainLabel
from app.ui.meeting.key_hint import KeyHint, KeyRow
from app.ui.meeting.offer_list import OfferList
from app.ui.meeting.slip_bits import bits
from app.ui.meeting.slip_chips import SlipChips
from app.ui.meeting.slip_field import SlipField
from app.ui.meeting.slip_text import likeness_of, said_by
from app.ui.meeting.words import kind_name
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
    """

    entered = Signal(object, str, object)
    corrected = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SlipField()
        self.offers = OfferList()
        self._chips = SlipChips()
        self._below = QStackedWidget()
        self._hint = PlainLabel(size=Size.LABEL, tone=Tone.MUTED, align=brush.RIGHT)
        self._enter = KeyCap("Enter")
        self._crowd = Crowd(())
        self._guests: Sequence[completion.Guest] = ()
        self._seats: dict[str, str] = {}
        self._earlier: Sequence[tuple[int, Likeness]] = ()
        self._money = Money()
        self._picked: dict[str, Side] = {}
        self._offer: Offer | None = None
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
        self._crowd = Crowd(people.known)
        self._guests = people.guests
        self._seats = {
            names.key(one.profession): one.name
            for one in people.known
            if one.here and one.profession
        }
        self._money = money
        self._read()

    def show_earlier(self, slips: Sequence[SlipRow]) -> None:
        """Know the slips of the meeting, to warn of one that says the same."""
        self._earlier = [(slip.slip_id, slip.likeness) for slip in slips]
        self._read()

    def begin(self, text: str, picked: dict[str, Side] | None = None) -> None:
        """Put a text into the line and go on from there."""
        self._editing = None
        self._fill(text, picked or {})

    def edit(self, slip: SlipRow) -> None:
        """Take a stored slip into the line, to correct it."""
        text, picked = spell(said_by(slip), self._money)
        self._editing = slip
        self._fill(text, picked)

    def clear(self) -> None:
        """Empty the line; nothing of it can be brought back by the line's own undo."""
        self._editing = None
        self._picked = {}
        self.field.setText("")
        self._read()

    def accept(self) -> bool:
        """Complete the name at the cursor; tell whether there was anything to complete."""
        offer = self._offer or self._at_cursor()
        if offer is None:
            return False
        chosen = self.offers.lit or (offer.choices[0] if self._is_plain(offer) else None)
        if chosen is None:
            self._open(offer)
            self.offers.step(1)
            return True
        if self.field.text()[offer.start : offer.end] == chosen.text:
            return False
        self._take(offer, chosen)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.update()
            if event.type() == QEvent.Type.FocusOut:
                self._close()
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(HEIGHT // 2 + 1)
        head.setLayout(upper)
        layout.addWidget(head)
        layout.addWidget(self._below, 1)

    def _letters(self) -> QWidget:
        hints = []
        for kind, letter in LETTERS.items():
            hint = KeyHint(letter, kind_name(kind).lower(), name=kind_name(kind))
            hint.clicked.connect(partial(self._on_letter, kind))
            hints.append(hint)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(KeyRow(hints, [12] * len(hints)))
        return row

    def _connect(self) -> None:
        self.field.accepts = self.accept
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._read)
        self.field.cursorPositionChanged.connect(self._on_cursor)
        self.field.entered.connect(self._on_enter)
        self.field.left.connect(self._on_left)
        self.field.stepped.connect(self._on_stepped)
        self.offers.chosen.connect(self._on_chosen)
        theme().changed.connect(self._read)

    def _fill(self, text: str, picked: dict[str, Side]) -> None:
        self._picked = dict(picked)
        self.field.setText(text)
        self._read()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)  # noqa: FBT003  Qt takes it by place

    @Slot()
    def _read(self) -> None:
        line = self.field.text()
        self._said = understand(line, self._crowd, picked=self._picked, money=self._money)
        shown = bits(
            self._said,
            line,
            self._money,
            repeated=self._is_repeated(),
            seat_holder=self._seats.get(names.key(self._said.profession), ""),
        )
        self._chips.show_bits(shown)
        self._below.setCurrentIndex(1 if shown else 0)
        self.field.colour(self._said.pieces)
        self._show_hint()

    def _show_hint(self) -> None:
        if self._editing is not None:
            self._hint.say(_("store the change, Esc leaves it"))
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
        """Show the list while the cursor stands in a name that may be several people's."""
        question = self._said.question
        cursor = self.field.cursorPosition()
        if question is not None and question.start < cursor <= question.end:
            line = self.field.text()
            self._open(completion.question(line, question, self._crowd))
        else:
            self._close()

    @Slot()
    def _on_enter(self) -> None:
        if self._offer is not None and self.offers.lit is not None:
            self._take(self._offer, self.offers.lit)
            return
        question = self._said.question
        if question is not None:
            self._open(completion.question(self.field.text(), question, self._crowd))
            self.offers.step(1)
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
        if self._offer is not None:
            self._close()
        elif self.field.text():
            self.clear()
        else:
            self.left.emit()

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        if self._offer is None:
            offer = self._at_cursor()
            if offer is None:
                return
            self._open(offer)
        self.offers.step(by)

    @Slot(object)
    def _on_chosen(self, choice: Choice) -> None:
        if self._offer is not None:
            self._take(self._offer, choice)

    def _on_letter(self, kind: "SlipKind") -> None:
        self.begin(f"{LETTERS[kind]} ")

    def _at_cursor(self) -> Offer | None:
        field = self.field
        cursor = field.cursorPosition()
        return completion.offer(field.text(), cursor, self._said, self._crowd, self._guests)

    def _is_plain(self, offer: Offer) -> bool:
        """Tell whether the first choice needs no asking: it is what was understood anyway."""
        if len(offer.choices) == 1:
            return True
        side = offer.choices[0].side
        return side is not None and side in {self._said.first, self._said.second}

    def _take(self, offer: Offer, choice: Choice) -> None:
        line = self.field.text()
        rest = line[offer.end :]
        if choice.side is not None:
            self._picked[choice.text] = choice.side
        self._close()
        before = line[: offer.start] + choice.text + ("" if rest.startswith(" ") else " ")
        self.field.setText(before + rest)
        self.field.setCursorPosition(len(before) + (1 if rest.startswith(" ") else 0))

    def _open(self, offer: Offer) -> None:
        self._offer = offer
        self.offers.open(offer.choices, [self._hint_for(choice) for choice in offer.choices])

    def _close(self) -> None:
        self._offer = None
        self.offers.close_list()

    def _hint_for(self, choice: Choice) -> str:
        if choice.guest is not None:
            return _("was here before")
        if choice.side is None:
            return ""
        if choice.side.new:
            return _("new, {chapter}").format(chapter=choice.side.chapter)
        if choice.side.chapter:
            return choice.side.chapter
        seat = {name: profession for profession, name in self._seats.items()}
        return seat.get(choice.side.name, "")
