"""Files and folders that are dragged from elsewhere onto a window."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent


def dropped(carried: QMimeData) -> tuple[Path, ...]:
    """Return what is dragged, where it is files of this computer."""
    return tuple(Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())


class TakesFiles:
    """What a window is besides that takes the files dropped on it; it says what to do with them."""

    def take(self, files: tuple[Path, ...]) -> None:
        """Do something with files of this computer."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let go on what is dragged here, where it is files."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is let go of here."""
        event.acceptProposedAction()
        self.take(dropped(event.mimeData()))
