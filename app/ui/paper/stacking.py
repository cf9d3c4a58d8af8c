"""Make a stack of documents, one after the other, so that it can be stopped at once."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AppError
from app.i18n import _
from app.reports import output
from app.reports.kit.binder import Binder
from app.reports.kit.sheet import Sheet
from app.reports.report import Report
from app.reports.stacks import Piece
from app.ui.desk import Desk
from app.ui.paper.job import Job


@dataclass(slots=True)
class _Run:
    """A stack being made: into one file, or into a folder."""

    job: Job
    pieces: tuple[Piece, ...]
    sheet: Sheet
    binder: Binder | None = None
    folder: Path | None = None
    made: int = 0


class StackMaker(QObject):
    """Rows are asked for and pages drawn document by document; only one is in memory at a time.

    Signals:
        began: A stack is being made. Carries its Job.
        bound: All is one file. Carries the bytes.
        written: All files are in their folder. Carries the folder.
        left_out: A document of the stack cannot be made. Carries the Piece and an AppError.
    """

    began = Signal(object)
    bound = Signal(object)
    written = Signal(object)
    left_out = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._run: _Run | None = None

    def bind(self, pieces: tuple[Piece, ...], sheet: Sheet) -> None:
        """Make one file of all documents."""
        binder = Binder(sheet.language)
        job = Job(_("Making the documents"), self)
        self._begin(_Run(job, pieces, replace(sheet, binder=binder), binder=binder))

    def write_each(self, pieces: tuple[Piece, ...], sheet: Sheet, folder: Path) -> None:
        """Write each document to a file of its own."""
        self._begin(_Run(Job(_("Saving the documents"), self), pieces, sheet, folder=folder))

    def stop(self) -> None:
        """Make nothing any more."""
        if self._run is not None:
            self._run.job.stop()
            self._run = None

    def _begin(self, run: _Run) -> None:
        self.stop()
        self._run = run
        self.began.emit(run.job)
        self._next(run)

    def _goes_on(self, run: _Run) -> bool:
        return run is self._run and not run.job.stopped

    def _next(self, run: _Run) -> None:
        if not self._goes_on(run):
            return
        if run.made == len(run.pieces):
            self._finish(run)
            return
        piece = run.pieces[run.made]
        self._desk.gateway.carry_out(piece.report.rows, piece.choice).then(
            partial(self._on_rows, run, piece.report)
        ).otherwise(partial(self._on_refused, run, piece))

    def _on_rows(self, run: _Run, report: Report, rows: object) -> None:
        if not self._goes_on(run):
            return
        if run.folder is None:
            answer = self._desk.gateway.compute(report.pdf, rows, run.sheet)
        else:
            names = output.file_names([one.name for one in run.pieces])
            place = run.folder / names[run.made]
            answer = self._desk.gateway.compute(_write, report, rows, run.sheet, place)
        answer.then(partial(self._on_made, run)).otherwise(partial(self._on_failed, run))

    def _on_made(self, run: _Run, _pdf: object) -> None:
        run.made += 1
        run.job.progressed.emit(run.made, len(run.pieces))
        self._next(run)

    def _on_refused(self, run: _Run, piece: Piece, error: AppError) -> None:
        if self._goes_on(run):
            self.left_out.emit(piece, error)
            self._on_made(run, b"")

    def _on_failed(self, run: _Run, error: AppError) -> None:
        """End at a file that cannot be written: so it will be with the others."""
        if self._goes_on(run):
            self.stop()
            self._desk.gateway.refused.emit(error)

    def _finish(self, run: _Run) -> None:
        self._run = None
        run.job.ended.emit()
        if run.folder is not None:
            self.written.emit(run.folder)
        elif run.binder is not None and run.binder.documents:
            self._desk.gateway.compute(run.binder.finish).then(self._on_bound)

    @Slot(object)
    def _on_bound(self, pdf: bytes) -> None:
        self.bound.emit(pdf)


def _write(report: Report, rows: Any, sheet: Sheet, place: Path) -> bytes:  # noqa: ANN401  each has its own
    output.make_folder(place.parent)
    output.write(place, report.pdf(rows, sheet))
    return b""
