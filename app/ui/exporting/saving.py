"""Where a file shall lie, asked; and that it lies there, told."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app import paths
from app.i18n import _
from app.ui.actions import Action
from app.ui.kit.banner import Gravity, Message


def ask(
    parent: QWidget,
    title: str,
    stem: str,
    kinds: Sequence[tuple[str, str]],
    receive: Callable[[str], object],
) -> QFileDialog:
    """Ask for a place; kinds are a suffix and its words, one without a suffix is a folder."""
    folder = paths.documents_folder()
    suffix = kinds[0][0]
    place = (folder if folder.is_dir() else Path.home()) / f"{stem}{suffix}"
    dialog = QFileDialog(parent, title, str(place.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if suffix:
        suffixes = {words: one.removeprefix(".") for one, words in kinds}
        dialog.setNameFilters(list(suffixes))
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.filterSelected.connect(partial(_end_in, dialog, suffixes))
    dialog.selectFile(place.name)
    dialog.fileSelected.connect(receive)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def written(place: Path) -> Message:
    """Return what is said of a file that lies where it was wanted."""
    folder = place if place.is_dir() else place.parent
    show = Action("export.show", _("Show the folder"), partial(_show, folder), icon="folder")
    return Message(_("{place} is written.").format(place=place), Gravity.DONE, show)


def _end_in(dialog: QFileDialog, suffixes: Mapping[str, str], words: str) -> None:
    dialog.setDefaultSuffix(suffixes[words])


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
