"""The books opened lately, the last one first."""

import json
from pathlib import Path

from app.ui.memory import Memory

_KEY = "books/recent"
_MOST = 8


class RecentBooks:
    """Remembers paths only; a book that is gone stays listed until it is forgotten."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def paths(self) -> tuple[Path, ...]:
        """Return the books, the last one opened first."""
        try:
            stored = json.loads(self._memory.text(_KEY, "[]"))
        except (ValueError, RecursionError):
            return ()
        if not isinstance(stored, list):
            return ()
        return tuple(Path(path) for path in stored if _is_path(path))

    def add(self, path: Path) -> None:
        """Put a book first."""
        self._keep([path.absolute(), *self._without(path)])

    def forget(self, path: Path) -> None:
        """Take a book off the list; the file itself is left alone."""
        self._keep(self._without(path))

    def _without(self, path: Path) -> list[Path]:
        return [known for known in self.paths() if known != path.absolute()]

    def _keep(self, paths: list[Path]) -> None:
        self._memory.save_text(_KEY, json.dumps([str(path) for path in paths[:_MOST]]))


def _is_path(said: object) -> bool:
    return isinstance(said, str) and bool(said) and "\x00" not in said
