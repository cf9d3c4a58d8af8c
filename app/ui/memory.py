"""What the window remembers between two starts: geometry, last page, column widths."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from app import paths

_DIGITS, _WIDEST = 6, 5000  # of a column's width in pixels


class Memory:
    """Keeps small things about this user's window in one settings file; nothing of a book.

    Anybody may have written into that file: what makes no sense is as good as nothing.
    """

    def __init__(self, file: Path | None = None) -> None:
        place = file or paths.state_folder() / "window.ini"
        self._settings = QSettings(str(place), QSettings.Format.IniFormat)

    def save_geometry(self, window: QWidget) -> None:
        """Remember where a window stands."""
        self._settings.setValue("window/geometry", window.saveGeometry())

    def restore_geometry(self, window: QWidget) -> bool:
        """Put a window where it stood; tell whether that was known."""
        state = self._settings.value("window/geometry")
        return isinstance(state, QByteArray) and window.restoreGeometry(state)

    def widths(self, table: str, columns: int) -> list[int] | None:
        """Return the column widths of a table, unless its columns are others now."""
        stored = self.text(f"widths/{table}")
        parts = [part for part in stored.split(",") if part.isascii() and part.isdecimal()]
        found = [min(int(part[:_DIGITS]), _WIDEST) for part in parts]
        return found if len(found) == columns else None

    def save_widths(self, table: str, widths: Sequence[int]) -> None:
        """Remember the column widths of a table, in pixels."""
        self.save_text(f"widths/{table}", ",".join(map(str, widths)))

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered word, such as the last page or the theme."""
        value = self._settings.value(key, default)
        words = ",".join(map(str, value)) if isinstance(value, list) else str(value)
        return default if "\x00" in words else words  # somebody has been at the file

    def save_text(self, key: str, words: str) -> None:
        """Remember a word."""
        self._settings.setValue(key, words)
