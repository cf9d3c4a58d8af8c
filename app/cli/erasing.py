"""``erase``: take a former member out of a book and its history, for good."""

import argparse

from app.cli import books, voice
from app.cli.choosing import find_member
from app.i18n import _, ngettext
from app.queries.person_data import person_data
from app.rules.privacy import Audience
from app.storage import Store, keeping
from app.storage.copies import Occasion, Shelf


def run(asked: argparse.Namespace) -> int:
    """Say what would go, or let it go where that is asked for by name."""
    if not asked.for_good:
        with books.reading(asked.book) as store:
            return _tell(asked, store)
    with books.writing(asked.book, on_network=asked.on_network) as store:
        return _erase(asked, store)


def _tell(asked: argparse.Namespace, store: Store) -> int:
    member_id = _member(asked, store)
    rows = store.read(person_data, audience=Audience.OWN, member_id=member_id)
    copies = len(Shelf(asked.book).copies())
    told = _(
        "{name} stays in the book. With --for-good the name in every spelling, contact data, notes "
        "(those on slips too) and reasons go, in all records and in the whole history; marks, "
        "slips and amounts go on under “{becomes}”. Neither this nor any change before it can be "
        "taken back."
    )
    voice.say(told.format(name=rows.name, becomes=_becomes(member_id)))
    if copies:
        voice.say(
            ngettext(
                "{n} copy of the book holds the name too; --remove-copies removes it.",
                "{n} copies of the book hold the name too; --remove-copies removes them.",
                copies,
            ).format(n=copies)
        )
    return 0


def _erase(asked: argparse.Namespace, store: Store) -> int:
    member_id = _member(asked, store)
    keeping.keep_if_changed(store, Occasion.ERASURE, books.now())
    store.erase(_("A person was erased"), person_id=member_id, becomes=_becomes(member_id))
    voice.say(_("Erased; the figures go on under “{name}”.").format(name=_becomes(member_id)))
    if asked.remove_copies:
        gone = keeping.keep_only(store, Occasion.ERASURE, books.now(), None)
        words = ngettext(
            "{n} older copy with the name is removed.",
            "{n} older copies with the name are removed.",
            gone,
        )
    else:
        gone = len(Shelf(asked.book).copies())
        words = ngettext(
            "{n} copy from before still holds the name.",
            "{n} copies from before still hold the name.",
            gone,
        )
    voice.say(words.format(n=gone))
    return 0


def _member(asked: argparse.Namespace, store: Store) -> int:
    return find_member(store, asked.member, books.now().astimezone().date())


def _becomes(member_id: int) -> str:
    return _("Former member {n}").format(n=member_id)
