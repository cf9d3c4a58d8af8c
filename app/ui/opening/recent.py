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
        except ValueError:
            return ()
        return tuple(Path(path) for path in stored if isinstance(path, str))

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
