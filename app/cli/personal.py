"""``person-data``: everything a book keeps about one person, as files to hand over."""

import argparse
from datetime import UTC, datetime

from app.cli import books, voice
from app.cli.choosing import find_member
from app.errors import StorageError
from app.queries.chapter import settings
from app.queries.person_data import person_data
from app.reports import person_files
from app.reports.kit.sheet import Sheet
from app.rules.privacy import Audience


def run(asked: argparse.Namespace) -> int:
    """Write PDF, JSON and CSV into a folder, which is made where it is not there."""
    now = datetime.now(UTC)
    with books.reading(asked.book) as store:
        member_id = find_member(store, asked.member, now.astimezone().date())
        rows = store.read(person_data, audience=Audience.OWN, member_id=member_id)
        paper = store.read(settings).paper
    try:
        asked.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError("output_unwritable", path=asked.folder, cause=error.strerror) from error
    for file in person_files.write_all(asked.folder, rows, Sheet(printed_at=now, paper=paper)):
        voice.say(str(file))
    return 0
