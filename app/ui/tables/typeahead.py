"""Finding a row by typing how its name begins, any word of it, without case and accents."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from app.ui.matching import fold


class TypeAhead:
    """Keeps the letters typed one soon after the other, and says which row they mean."""

    def __init__(self) -> None:
        self._letters = ""
        self._since = QElapsedTimer()

    def seek(self, typed: str, cells: Sequence[str], current: int) -> int:
        """Return the number of the cell that is meant, or -1; the same letter again goes on."""
        pause = QApplication.keyboardInputInterval()
        fresh = not self._since.isValid() or self._since.elapsed() > pause
        self._since.restart()
        self._letters = fold(typed) if fresh else self._letters + fold(typed)
        again = not fresh and len(set(self._letters)) == 1
        sought = self._letters[:1] if again else self._letters
        start = current + 1 if fresh or again else max(0, current)
        return next(_found(sought, cells, start), -1)


def _found(sought: str, cells: Sequence[str], start: int) -> chain[int]:
    """Give those that begin so, from a place on and around, then those with a word that does."""
    count = len(cells)
    around = [(start + step) % count for step in range(count)]
    folded = [fold(cell) for cell in cells]
    whole = (n for n in around if folded[n].startswith(sought))
    word = (n for n in around if f" {sought}" in folded[n])
    return chain(whole, word)
