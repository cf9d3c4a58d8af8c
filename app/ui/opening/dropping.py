"""Files and folders that are dragged from elsewhere onto a window."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped(carried: QMimeData) -> tuple[Path, ...]:
    """Return what is dragged, where it is files of this computer."""
    return tuple(Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())
