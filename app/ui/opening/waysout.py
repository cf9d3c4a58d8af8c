"""The ways out of a bad day: a copy in place of the book, what can be read of it, another place."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AppError
from app.formats import moment
from app.i18n import _, ngettext
from app.ui.actions import Action
from app.ui.caretaker import (
    Copy,
    Restored,
    bring,
    latest_copy,
    restore,
    salvage,
)
from app.ui.copies.badday import BadDaySheet
from app.ui.copies.far import FarSheet
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.sheet import Sheet
from app.wording import sentence

if TYPE_CHECKING:
    from app.ui.caretaker import Salvage
    from app.ui.opening.door import Door


class WaysOut:
    """Works on whole books, while the front door shows that something is under way."""

    def __init__(self, door: "Door") -> None:
        self._door = door

    def of_damaged(self, book: Path) -> Sheet:
        """Offer the latest copy of a damaged book, and what can still be read of it."""
        return BadDaySheet(
            book,
            latest_copy(book),
            restore=self.put_back,
            salvage=self._salvage if book.is_file() else None,
        )

    def of_far(self, book: Path, kind: str) -> Sheet:
        """Offer to bring a book from a network folder here, or to write to it there."""
        return FarSheet(
            book,
            kind,
            writes=self._door.writes_far(book),
            bring=self._bring,
            choose=self._door.write_far,
        )

    def put_back(self, book: Path, one: Copy) -> None:
        """Put a copy in place of a book, and open it."""
        self._door.let_go(book)
        self._door.wait(
            book,
            _("The copy of {moment} is being put in its place …").format(
                moment=moment(one.made_at)
            ),
            _("The book it replaces is kept among the copies. {closing}").format(
                closing=_closing_is_safe()
            ),
        )
        work = partial(restore, book, one, author=self._door.author, at=datetime.now(UTC))
        self._door.aside.do(
            work, then=partial(self._on_restored, book, one), otherwise=self._on_refused
        )

    def _on_restored(self, book: Path, one: Copy, done: Restored) -> None:
        self._door.open_book(book, say=self._told_of(book, one, done.replaced))

    def _told_of(self, book: Path, one: Copy, replaced: Copy | None) -> Message:
        words = _("The book is what it was on {moment}.").format(moment=moment(one.made_at))
        if replaced is None:
            return Message(words, Gravity.DONE)
        words += " " + _("What it replaced is kept among the copies.")
        back = Action("door.back", _("Take it back"), partial(self.put_back, book, replaced))
        return Message(words, Gravity.DONE, back)

    def _salvage(self, book: Path, target: Path) -> None:
        self._door.let_go(book)
        self._door.wait(
            book,
            _("What can still be read goes into {name} …").format(name=target.name),
            _("The damaged book stays as it is. {closing}").format(closing=_closing_is_safe()),
        )
        work = partial(
            salvage,
            book,
            target,
            author=self._door.author,
            label=_("Salvaged from {name}").format(name=book.name),
            at=datetime.now(UTC),
        )
        self._door.aside.do(
            work, then=partial(self._on_salvaged, book, target), otherwise=self._on_refused
        )

    def _on_salvaged(self, book: Path, target: Path, found: "Salvage") -> None:
        words = _(
            "{records} read from {book}; from its history: {history}. "
            "Look through the last meetings before you go on with it."
        )
        records = ngettext("{n} record", "{n} records", sum(found.saved.values()))
        told = words.format(records=records, book=book.name, history=found.from_history)
        self._door.open_book(target, say=Message(told, Gravity.WARNING))

    def _bring(self, book: Path, target: Path) -> None:
        self._door.wait(
            book,
            _("It is being copied to {path} …").format(path=target),
            _("The book on the network stays as it is. {closing}").format(
                closing=_closing_is_safe()
            ),
        )
        self._door.aside.do(
            partial(bring, book, target),
            then=partial(self._on_brought, book, target),
            otherwise=self._on_refused,
        )

    def _on_brought(self, book: Path, target: Path, _held: object) -> None:
        words = _(
            "You work on in {path} now. The book in {folder} stays as it is and learns nothing of "
            "it; under Copies, a second place takes a copy there each time."
        )
        told = words.format(path=target, folder=book.parent)
        self._door.open_book(target, say=Message(told, Gravity.DONE))

    def _on_refused(self, error: AppError) -> None:
        self._door.come_back(Message(sentence(error), Gravity.ERROR))


def _closing_is_safe() -> str:
    return _("You may close the window: it is finished all the same.")
