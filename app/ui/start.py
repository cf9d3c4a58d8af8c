"""Start the window: the application, its colours, its log of faults, and the front door."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app import i18n, paths
from app.i18n import _
from app.ui import faultlog
from app.ui.icons import icon
from app.ui.memory import Memory
from app.ui.opening.frontdoor import FrontDoor
from app.ui.screenless import screenless
from app.ui.theme import LIGHT, Mode, theme


def run(book: Path | None) -> int:
    """Show the window until it is closed; return the exit status."""
    if screenless():
        return _say_there_is_no_screen()
    application = QApplication(sys.argv[:1])
    QCoreApplication.setApplicationName("chapterhouse")
    QApplication.setApplicationDisplayName("Chapterhouse")
    application.setWindowIcon(icon("app", LIGHT.accent))
    memory = Memory()
    faultlog.start()
    i18n.use(memory.text("user/language", "en"), paths.resources() / "translations")
    theme().dress(application, Mode(memory.text("window/theme", Mode.SYSTEM)))
    door = FrontDoor(memory)
    door.start(book)
    status = application.exec()
    door.close()
    return status


def _say_there_is_no_screen() -> int:
    sentence = _(
        "There is no screen here for the window: start Chapterhouse from a desktop. "
        "The command line works without one: chapterhouse --help."
    )
    sys.stderr.write(sentence + "\n")
    return 1
