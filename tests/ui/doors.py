"""Waiting for the front door: until what is done to a whole book is done, and its window stands."""

from PySide6.QtCore import QCoreApplication, QEventLoop

from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.screens import settle

_NEXT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def arrive(door: FrontDoor) -> None:
    """Turn the events until nothing is done to a book any more."""
    while door.aside.busy:
        QCoreApplication.processEvents(_NEXT)


def shown(door: FrontDoor) -> BookWindow:
    """Return the window of the book that is open in the end."""
    arrive(door)
    window = door.window
    assert isinstance(window, BookWindow), window
    settle(window.desk.gateway)
    return window
