"""Start the window: the application, its colours, its log of faults, and the front door.

A window stands within a moment; what needs the database is loaded after it has been painted.
"""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from app import i18n, paths
from app.i18n import _
from app.ui import faultlog
from app.ui.icons import icon
from app.ui.memory import Memory
from app.ui.opening.threshold import Threshold
from app.ui.screenless import screenless
from app.ui.theme import STYLE, Mode, theme
from app.ui.tokens import LIGHT

if TYPE_CHECKING:
    from app.ui.opening.frontdoor import FrontDoor


def run(book: Path | None) -> int:
    """Show the window until it is closed; return the exit status."""
    if screenless():
        return _say_there_is_no_screen()
    # Set later, Qt hands the style over, and a class of ten enumerations is made for it.
    application = QApplication([*sys.argv[:1], "-style", STYLE])
    QCoreApplication.setApplicationName("chapterhouse")
    QApplication.setApplicationDisplayName("Chapterhouse")
    application.setWindowIcon(icon("app", LIGHT.accent))
    memory = Memory()
    faultlog.start()
    i18n.use(memory.text("user/language", "en"), paths.resources() / "translations")
    theme().dress(application, Mode.remembered(memory.text("window/theme")), styled=True)
    entrance = _Entrance(memory, book)
    threshold = Threshold(memory, entrance.enter)
    threshold.show()
    status = application.exec()
    entrance.close()
    return status


_SETTLED = 1500  # ms after which the first page is seen


class _Entrance:
    """Makes the front door when the threshold is passed."""

    def __init__(self, memory: Memory, book: Path | None) -> None:
        self._memory = memory
        self._book = book
        self._door: FrontDoor | None = None

    def enter(self) -> None:
        # Database and pages take longer to load than everything before them.
        from app.ui.opening.frontdoor import FrontDoor  # noqa: PLC0415

        self._door = FrontDoor(self._memory)
        self._door.start(self._book)
        QTimer.singleShot(_SETTLED, _collect_garbage)

    def close(self) -> None:
        if self._door is not None:
            self._door.close()


def _collect_garbage() -> None:
    gc.freeze()  # modules and windows stay for good and are not walked again
    gc.enable()


def _say_there_is_no_screen() -> int:
    sentence = _(
        "There is no screen here for the window: start Chapterhouse from a desktop. "
        "The command line works without one: chapterhouse --help."
    )
    sys.stderr.write(sentence + "\n")
    return 1
