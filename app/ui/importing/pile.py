"""The files of one import, and what is known of each; it knows the list, but no widget."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from app.errors import AppError
from app.exchange.folders import is_no_export
from app.exchange.reading import ReadFile
from app.i18n import _
from app.queries.imports.people import Acquaintance
from app.queries.imports.plans import ImportFile, ImportPlan
from app.queries.imports.preview import FilePreview
from app.rules import names
from app.ui.importing.file_list import FileRow
from app.wording import sentence


class Pile:
    """What was chosen, read or refused, left out, dated, and what the book would take of it.

    ``plan`` is of the files in ``planned``; it is outdated as soon as others are included.
    """

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.read: dict[Path, ReadFile] = {}
        self.refused: dict[Path, AppError] = {}
        self.left_out: set[Path] = set()
        self.answers: dict[tuple[str, str], int] = {}
        self.plan: ImportPlan | None = None
        self.planned: tuple[Path, ...] = ()
        self._days: dict[Path, date] = {}

    def add(self, paths: Iterable[Path]) -> None:
        """Take in files to be read; those known already are to be read again."""
        for path in paths:
            if path not in self.paths:
                self.paths.append(path)
            self.read.pop(path, None)
            self.refused.pop(path, None)
            self.left_out.discard(path)

    def take(self, path: Path, file: ReadFile) -> None:
        """Keep what a file holds."""
        self.read[path] = file

    def refuse(self, path: Path, error: AppError) -> None:
        """Keep why a file cannot be read; one among many that is no export is left out."""
        self.refused[path] = error
        if is_no_export(error) and len(self.paths) > 1:
            self.left_out.add(path)

    def turn(self, path: Path) -> None:
        """Leave a file out, or take it in again."""
        self.left_out ^= {path}

    def drop(self, path: Path) -> None:
        """Take a file off."""
        self.paths.remove(path)
        self.left_out.discard(path)
        for known in (self.read, self.refused, self._days):
            known.pop(path, None)

    def date(self, path: Path, day: date) -> None:
        """Say of which day a file is that does not say so itself."""
        self._days[path] = day

    def answer(self, person: Acquaintance, person_id: int) -> None:
        """Say who somebody in the files is."""
        self.answers[names.key(person.name), names.key(person.chapter)] = person_id

    def forget(self) -> None:
        """Lay everything aside."""
        self.paths.clear()
        for known in (self.read, self.refused, self._days, self.answers, self.left_out):
            known.clear()
        self.plan, self.planned = None, ()

    def included(self) -> tuple[Path, ...]:
        """Return the files that are read and not left out."""
        return tuple(path for path in self.paths if path in self.read and path not in self.left_out)

    def files(self) -> list[ImportFile]:
        """Return the included files as an import takes them."""
        return [ImportFile(self.read[path], self._days.get(path)) for path in self.included()]

    def take_plan(self, paths: tuple[Path, ...], plan: ImportPlan) -> bool:
        """Keep what the book would take; not where files came or went meanwhile."""
        if paths != self.included():
            return False
        self.plan, self.planned = plan, paths
        return True

    def is_ready(self) -> bool:
        """Tell whether all that is included can be stored as it stands."""
        return (
            self.plan is not None
            and bool(self.planned)
            and self.planned == self.included()
            and not any(row.wants_attention for row in self.rows())
        )

    def rows(self) -> list[FileRow]:
        """Return a row a file, in the order they were chosen in."""
        files = self.plan.preview.files if self.plan else ()
        previews = dict(zip(self.planned, files, strict=True))
        return [self._row(path, previews.get(path)) for path in self.paths]

    def _row(self, path: Path, preview: FilePreview | None) -> FileRow:
        refused, left_out = self.refused.get(path), path in self.left_out
        if refused is not None:
            known = refused.reason == "file_report_unknown"
            return FileRow(path, None, sentence(refused), left_out=left_out, explainable=known)
        if left_out:
            return FileRow(path, None, _("Left out: Space takes it in again."), left_out=True)
        return FileRow(path, preview, _("Being read …"), waiting=preview is None)
