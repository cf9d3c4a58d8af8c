"""The front door as those it leads to know it, so that they need not know the front door itself."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.gateway import Gateway
    from app.ui.kit.banner import Message
    from app.ui.kit.sheet import Sheet
    from app.ui.opening.aside import Aside


class Door(Protocol):
    """Holds the window that is open, and puts another in its place."""

    aside: "Aside"

    @property
    def author(self) -> str:
        """Who signs what is changed."""

    @property
    def window(self) -> "QWidget | None":
        """The window that is shown now."""

    def open_book(
        self, path: Path, *, importing: tuple[Path, ...] = (), say: "Message | None" = None
    ) -> None:
        """Open a book in place of what is shown, and say something then; a refusal is told too."""

    def show_book(
        self,
        gateway: "Gateway",
        importing: tuple[Path, ...] = (),
        say: "Message | None" = None,
    ) -> None:
        """Show the window of an open book in place of what is shown."""

    def import_into_book(self, files: tuple[Path, ...]) -> bool:
        """Take files to the import of the book that is open; tell whether there is one."""

    def open_sheet(self, sheet: "Sheet") -> None:
        """Slide a small editor over what is shown."""

    def wait(self, book: Path, doing: str, hint: str) -> None:
        """Show that something is done to a whole book, in place of what is shown."""

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it has come with what is waited for."""

    def come_back(self, message: "Message | None") -> None:
        """Show again what was shown before, where something could not be done, and say why."""

    def let_go(self, book: Path) -> None:
        """Close a book where it is the one that is open; its window stays until the next."""

    def remember(self, book: Path) -> None:
        """Note that a book is the one worked on now."""

    def ways_out(self, book: Path) -> None:
        """Offer the latest copy of a damaged book, and what can still be read of it."""

    def ways_on(self, book: Path) -> None:
        """Offer what can be done with a book on a network folder."""

    def network_of(self, book: Path) -> str:
        """Return what the system calls the file system a book lies on."""

    def is_far(self, book: Path) -> bool:
        """Tell whether a book lies on a network folder."""

    def writes_far(self, book: Path) -> bool:
        """Tell whether the user wants to write to this book although it is on a network folder."""

    def write_far(self, book: Path, *, writes: bool) -> None:
        """Remember whether a book on a network folder shall be written to, and open it so."""
