"""The strip that shows how far long work is, with a way to stop it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.i18n import _
from app.ui.kit.button import Button
from app.ui.kit.label import PlainLabel
from app.ui.paper.job import Job
from app.ui.theme import Tone

_BAR = 4


class ProgressStrip(QWidget):
    """Hidden while nothing is to be waited for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._words = PlainLabel(tone=Tone.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(_BAR)
        self._bar.setAccessibleName(_("Progress"))
        self._stop = Button(_("Stop"), icon="close")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._stop)
        self._stop.clicked.connect(self.stop)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether something is being waited for."""
        return self._job is not None

    def follow(self, job: Job) -> None:
        """Show how far a job is, until it ends."""
        self._job = job
        self._words.say(job.words)
        self._bar.setRange(0, 0)
        job.progressed.connect(self._on_progressed)
        job.ended.connect(self._on_ended)
        self.show()

    @Slot()
    def stop(self) -> None:
        """Stop what is being waited for."""
        if self._job is not None:
            self._job.stop()

    @Slot(int, int)
    def _on_progressed(self, done: int, of: int) -> None:
        if self._job is None or self._job.stopped:
            return
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        said = _("{what}: {done} of {of}").format(what=self._job.words, done=done, of=of)
        self._words.say(said)

    @Slot()
    def _on_ended(self) -> None:
        self._job = None
        self.hide()
