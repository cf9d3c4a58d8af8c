"""``demo``: a book of an invented chapter."""

import argparse
from datetime import UTC, datetime

from app import demo
from app.cli import books, voice
from app.i18n import _

_DAWN = datetime(2000, 1, 1, tzinfo=UTC)  # before any evening of the story


def run(asked: argparse.Namespace) -> int:
    """Make the demo chapter as it stands today."""
    clock = demo.Clock(_DAWN)
    with books.new(asked.book, clock=clock) as store:
        demo.build(store, today=datetime.now().astimezone().date(), clock=clock)
    voice.say(_("{book} is ready: an invented chapter.").format(book=asked.book))
    return 0
