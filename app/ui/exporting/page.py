"""Take the book elsewhere: the whole of it in three shapes, its calendar, its members' cards."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError, StorageError
from app.i18n import _
from app.queries.outgoing.writing import Shape, write_out
from app.ui.actions import Action, Menu
from app.ui.desk import Desk
from app.ui.exporting import saving
from app.ui.exporting.ways import Way, ways
from app.ui.heading import Heading
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.button import Button
from app.ui.kit.check import CheckBox
from app.ui.kit.choice import Choice
from app.ui.kit.column import scrolled_column
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.page import Page
from app.ui.theme import Tone
from app.wording import sentence

_COLUMN = 680
_PARTS = frozenset({Shape.CALENDAR, Shape.CARDS})


class ExportPage(Page):
    """Writes from a copy made at that moment, so that work goes on meanwhile."""

    _advanced = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stop: Event | None = None
        self.choices = {way.shape: self._choice(way) for way in ways()}
        self._form = Choice(
            "copy", _("A week for the official entry form"),
            _("In the form’s own order, copied across line by line and ticked."), tall=True,
        )  # fmt: skip
        self._form.clicked.connect(partial(desk.go, "entry-form"))
        self.history = CheckBox(_("With the history of every change"), checked=True)
        self._doing = PlainLabel(tone=Tone.MUTED)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(_("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self.stop = Button(_("Stop"), icon="close")
        self.stop.clicked.connect(self._on_stop)
        self._advanced.connect(self._on_advanced)
        self._lay_out()
        self._show_doing("")

    @override
    def heading(self) -> Heading:
        return Heading(_("Export"), note=_("what you keep here is yours to take along"))

    @override
    def deeds(self) -> Sequence[Action]:
        return tuple(
            Action(
                f"export.{way.shape.value}", _("Export: {what}").format(what=way.words),
                partial(self._ask, way), icon=way.icon, menu=Menu.PAGE,
                group=int(way.shape in _PARTS), enabled=self._stop is None,
            )
            for way in ways()
        )  # fmt: skip

    def write_to(self, way: Way, place: str) -> None:
        """Write in a shape to a place, beside everything else."""
        self._stop = Event()
        self._show_doing(_("{place} is being written …").format(place=Path(place).name))
        self.gateway.ask_copy(
            write_out,
            shape=way.shape,
            path=Path(place),
            at=self.desk.now(),
            history=self.history.isChecked(),
            progress=partial(_tell, self._advanced.emit, self._stop),
        ).then(partial(self._on_written, Path(place))).otherwise(self._on_refused)

    def _choice(self, way: Way) -> Choice:
        choice = Choice(way.icon, way.words, way.hint, tall=True)
        choice.clicked.connect(partial(self._ask, way))
        return choice

    def _ask(self, way: Way) -> None:
        stem = self.gateway.path.stem
        if way.shape is Shape.FOLDER:
            stem = _("{book} tables").format(book=stem)
        saving.ask(
            self, _("Export: {what}").format(what=way.words), stem, [(way.suffix, way.kind)],
            partial(self.write_to, way),
        )  # fmt: skip

    def _on_written(self, place: Path, _nothing: object) -> None:
        self._end()
        self.desk.say(saving.written(place))

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._end()
        stopped = error.reason == "stopped"
        gravity = Gravity.INFO if stopped else Gravity.ERROR
        self.desk.say(Message(sentence(error), gravity))

    @Slot(int, int)
    def _on_advanced(self, done: int, whole: int) -> None:
        self._bar.setRange(0, whole)
        self._bar.setValue(done)

    @Slot()
    def _on_stop(self) -> None:
        if self._stop is not None:
            self._stop.set()

    def _end(self) -> None:
        self._stop = None
        self._show_doing("")

    def _show_doing(self, words: str) -> None:
        self._doing.say(words)
        self._bar.setRange(0, 0)
        for part in (self._doing, self._bar, self.stop):
            part.setVisible(bool(words))
        for choice in self.choices.values():
            choice.setEnabled(not words)
        self.heading_changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(31, 16, 32, 24)
        column.setSpacing(8)
        column.addWidget(SectionHead(_("The whole book")))
        column.addSpacing(4)
        for shape, choice in self.choices.items():
            if shape is Shape.CALENDAR:
                column.addSpacing(16)
                column.addWidget(SectionHead(_("Parts of it")))
                column.addSpacing(4)
            column.addWidget(choice)
            if shape is Shape.DOCUMENT:
                column.addWidget(self.history)
        column.addWidget(self._form)
        column.addSpacing(8)
        column.addWidget(
            PlainLabel(
                _("Any list on screen goes out as it is seen: Save this list, Ctrl+Shift+S."),
                tone=Tone.MUTED, wrap=True,
            )
        )  # fmt: skip
        column.addSpacing(8)
        column.addWidget(self._doing)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._bar, 1)
        bar.addWidget(self.stop)
        column.addLayout(bar)
        column.addStretch(1)
        scrolled_column(self, column, width=_COLUMN, name=_("Export"))


def _tell(advance: Callable[[int, int], object], stop: Event, done: int, whole: int) -> None:
    """Tell how far it is, from the thread that writes; end there what shall be stopped."""
    if stop.is_set():
        raise StorageError("stopped")
    advance(done, whole)
