"""A list that was copied in a spreadsheet, as a file that is read like any other."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData

from app.i18n import _
from app.ui.opening.dropping import dropped


class Pasted:
    """Keeps what was pasted beside no book, for as long as it is wanted."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._count = 0

    def files(self, carried: QMimeData) -> tuple[Path, ...]:
        """Return the files that were copied, or a file of the words that were; none without."""
        words = carried.text()
        if carried.hasUrls() or not words.strip():
            return dropped(carried)
        return (self._kept(words),)

    def forget(self) -> None:
        """Remove what was kept."""
        if self._folder is not None:
            self._folder.cleanup()
        self._folder = None

    def _kept(self, words: str) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="chapterhouse-", ignore_cleanup_errors=True)
        self._count += 1
        path = Path(self._folder.name) / _("Pasted list {n}.csv").format(n=self._count)
        path.write_text(words, encoding="utf-8-sig")
        return path
