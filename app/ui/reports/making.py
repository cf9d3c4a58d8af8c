"""Telling that a document is being made, where that takes long enough to wonder."""

from PySide6.QtCore import QObject, QTimer, Slot

from app.i18n import _
from app.ui.paper.job import Job
from app.ui.paper.maker import PaperMaker
from app.ui.paper.progress import ProgressStrip

_PATIENCE = 400  # milliseconds before anything is said


class Making(QObject):
    """Shows a bar and a way to stop while a document is made; quick ones go without."""

    def __init__(self, maker: PaperMaker, strip: ProgressStrip) -> None:
        super().__init__(maker)
        self._maker = maker
        self._strip = strip
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._show)
        for signal in (maker.drawn, maker.refused):
            signal.connect(self._end)

    def begin(self) -> None:
        """Wait for a document from now on."""
        self._end()
        self._timer.start()

    @Slot()
    def _show(self) -> None:
        job = Job(_("Making the document"), self)
        job.ended.connect(self._on_ended)
        self._job = job
        self._strip.follow(job)

    @Slot()
    def _on_ended(self) -> None:
        if self._job is not None and self._job.stopped:
            self._maker.forget()
        self._job = None

    @Slot()
    def _end(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.ended.emit()
