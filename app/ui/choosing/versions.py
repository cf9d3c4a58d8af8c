"""Two versions of what somebody else was faster to store, side by side; one of them is chosen."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app import formats
from app.errors import AppError, ConflictError
from app.i18n import _
from app.queries.clashes import Clash
from app.queries.history import RecordChange
from app.ui.attempt import Both
from app.ui.desk import Desk
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.button import Button
from app.ui.kit.keycap import KeyCap
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.kit.sheet import Sheet
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight
from app.wording.records import field_word, table_word, value_word

_NAME = 96
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LONG = 6  # lines, from which on only those that differ are shown


def show(desk: Desk, both: Both) -> None:
    """Lay both versions over the page, or say that they are the same."""
    if both.clash.changes:
        desk.open_sheet(VersionsSheet(desk, both))
    else:
        same = _("{changed}, to the very same: nothing is left to store.")
        desk.say(Message(same.format(changed=both.clash.changed), Gravity.DONE))


class VersionsSheet(Sheet):
    """Says of each field what was meant and what is stored; nothing is changed by looking."""

    over = True

    def __init__(self, desk: Desk, both: Both, parent: QWidget | None = None) -> None:
        super().__init__(both.attempt.label, store_words=_("Store mine"), parent=parent)
        self._desk, self._both = desk, both
        told = _("{changed}. Yours is not stored: choose which of the two counts.")
        self.body.addWidget(PlainLabel(told.format(changed=both.clash.changed), wrap=True))
        for record in both.clash.changes:
            self.body.addWidget(SectionHead(table_word(record.table), _fate(record), quiet=True))
            pairs = ((one.name, one.after, one.before) for one in record.fields)
            self.body.addLayout(_grid(_("Mine"), _("Stored"), pairs))
        if both.clash.others:
            self.body.addSpacing(8)
            self.body.addWidget(SectionHead(_("Stored besides, and left so"), quiet=True))
            pairs = ((one.name, one.before, one.after) for one in both.clash.others)
            self.body.addLayout(_grid(_("Before"), _("Stored"), pairs))
        self.body.addStretch(1)
        self._keep = Button(_("Keep theirs"))
        self._keep.clicked.connect(self.done)
        self.foot.addWidget(self._keep)
        self.foot.addWidget(KeyCap("Esc"))
        self.setAccessibleDescription(spoken(both.clash))

    @override
    def begin(self) -> None:
        self._keep.setFocus()

    @override
    def store(self) -> None:
        answer = self._desk.gateway.write_anyway(self._both)
        answer.then(self.on_stored).otherwise(self.on_refused)

    @Slot(object)
    @override
    def on_refused(self, error: AppError) -> None:
        """Give way to another pair of versions where there is a third by now."""
        if isinstance(error, ConflictError):
            self.done()
        else:
            super().on_refused(error)


def spoken(clash: Clash) -> str:
    """Return both versions as they are read aloud."""
    return "; ".join(
        _("{field}: mine {mine}, stored {stored}").format(
            field=field_word(field.name),
            mine=value_word(field.after),
            stored=value_word(field.before),
        )
        for record in clash.changes
        for field in record.fields
    )


def _fate(record: RecordChange) -> str:
    if all(field.after is None for field in record.fields):
        return _("mine takes it away")
    return _("mine adds it") if all(field.before is None for field in record.fields) else ""


def _grid(left: str, right: str, rows: Iterable[tuple[str, object, object]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, _NAME)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    for column, words in ((1, left), (2, right)):
        head = PlainLabel(words, size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        grid.addWidget(head, 0, column)
    for place, (name, one, other) in enumerate(rows, start=1):
        words = field_word(name)
        words = words[:1].upper() + words[1:]
        label = PlainLabel(words, size=Size.LABEL, tone=Tone.MUTED, align=_TOP, wrap=True)
        label.setContentsMargins(0, 2, 0, 0)  # on the line of the larger words beside it
        grid.addWidget(label, place, 0)
        for column, value in enumerate(_apart(value_word(one), value_word(other)), start=1):
            grid.addWidget(PlainLabel(value, align=_TOP, wrap=True), place, column)
    return grid


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return two texts; of long ones only the lines in which they differ."""
    left, right = one.splitlines(), other.splitlines()
    if max(len(left), len(right)) < _LONG:
        return one, other
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    apart = [step for step in steps if step[0] != "equal"]
    return (
        "\n".join(line for _how, a, b, _c, _d in apart for line in left[a:b]) or formats.DASH,
        "\n".join(line for _how, _a, _b, c, d in apart for line in right[c:d]) or formats.DASH,
    )
