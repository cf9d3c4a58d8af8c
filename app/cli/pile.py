"""The files of one import from the command line: called by name, or all of a folder."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.cli import progress
from app.errors import AppError, UnreadableFileError
from app.exchange import reading
from app.exchange.folders import files_in, is_no_export
from app.queries.imports import ImportFile, Standing


class Pile:
    """Read once; what a folder holds beside exports is left out, a file called by name is not."""

    def __init__(self, asked: Sequence[Path], *, book: Path, day: date | None) -> None:
        self._named = {path for path in asked if not path.is_dir()}
        self._all = files_in(asked, book=book)
        self._day = day
        self.paths: list[Path] = []
        self.left_out: list[AppError] = []

    def read(self, book: Standing) -> list[ImportFile]:
        """Read the files, amounts with the book's decimals, its own lists as it was told."""
        found = [file for path in self._all if (file := self._read(path, book)) is not None]
        if not found:
            raise self.left_out[0] if self.left_out else UnreadableFileError("folder_without_files")
        return found

    def _read(self, path: Path, book: Standing) -> ImportFile | None:
        try:
            file = reading.read(
                path,
                decimals=book.decimals,
                progress=progress.told(path.name),
                explained=book.explained,
            )
        except AppError as error:
            if path in self._named or not is_no_export(error):
                raise
            self.left_out.append(error)
            return None
        self.paths.append(path)
        return ImportFile(file, self._day)
