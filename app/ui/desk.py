"""What a page may ask of the window it lives in, without knowing the window."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.kit.banner import Message
from app.ui.memory import Memory

if TYPE_CHECKING:
    from app.ui.caretaker import Caretaker, Copy
    from app.ui.gateway import Gateway
    from app.ui.kit.sheet import Sheet


def _now() -> datetime:
    return datetime.now(UTC)


class Desk(QObject):
    """The gateway, the clock, what is remembered, and the requests a page can make.

    Signals:
        left: Another page is wanted: its name, and what it should show or None.
        said: A message for the strip above the page. Carries a Message, or None to clear it.
        sheet_wanted: A small editor to slide over the page. Carries a Sheet.
        presenter_wanted: The boards for the projector are wanted.
        restore_wanted: The book shall be what one of its copies is. Carries a Copy.
        counted: The words beside a page's name in the navigation: page name, words.
    """

    left = Signal(str, object)
    said = Signal(object)
    sheet_wanted = Signal(object)
    presenter_wanted = Signal()
    counted = Signal(str, str)
    restore_wanted = Signal(object)

    def __init__(
        self,
        gateway: "Gateway",
        *,
        now: Callable[[], datetime] = _now,
        memory: Memory | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.gateway = gateway
        self.now = now
        self.memory = memory or Memory()

    def today(self) -> date:
        """Return the date where the user is."""
        return self.now().astimezone().date()

    @cached_property
    def caretaker(self) -> "Caretaker":
        """What looks after the book as a file."""
        from app.ui.caretaker import Caretaker  # noqa: PLC0415  the window is seen sooner

        return Caretaker(self.gateway, now=self.now, memory=self.memory, parent=self)

    def restore(self, one: "Copy") -> None:
        """Put a copy in place of the book."""
        self.restore_wanted.emit(one)

    def go(self, page: str, target: object = None) -> None:
        """Show another page, and there what is asked for."""
        self.left.emit(page, target)

    def say(self, message: Message) -> None:
        """Tell the user something, above the page, until he closes it or something else is said."""
        self.said.emit(message)

    def clear(self) -> None:
        """Take the message away."""
        self.said.emit(None)

    def open_sheet(self, sheet: "Sheet") -> None:
        """Slide a small editor over the page."""
        self.sheet_wanted.emit(sheet)

    def present(self) -> None:
        """Show the boards on the projector."""
        self.presenter_wanted.emit()

    def count(self, page: str, words: str) -> None:
        """Show a count, or a few words, beside a page's name in the navigation."""
        self.counted.emit(page, words)
