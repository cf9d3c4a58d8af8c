"""Profiles of the chapter's own: kept whole, changed while unused, copied once used."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import paths
from app.errors import RuleError, UnreadableFileError
from app.models.profiles import OwnProfile
from app.queries.profile_list import Origin, ProfileRow, profile_list
from app.queries.profiles import profile_in_use
from app.rules.scoring.editing import copied, put
from app.rules.scoring.profile import Kind
from app.services import chapter, profiles
from app.wording import sentence
from tests.small_book import TODAY, SmallBook

NEXT_YEAR = date(2027, 1, 1)
HELD = date(2026, 11, 17)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[SmallBook]:
    """Return a book in which nothing has happened yet."""
    found = SmallBook.create(tmp_path)
    yield found
    found.store.close()


def _text(name: str = "ours", valid_from: date = NEXT_YEAR) -> str:
    shipped = paths.resources() / "profiles" / "us-regional.toml"
    text = shipped.read_text(encoding="utf-8")
    return copied(text, name=name, title="Ours", valid_from=valid_from)


def _ids(session: Session) -> list[int]:
    return list(session.scalars(select(OwnProfile.id)))


def _row(book: SmallBook, name: str, origin: Origin) -> ProfileRow:
    rows = book.ask(profile_list, TODAY).rows
    return next(row for row in rows if row.profile.name == name and row.origin is origin)


def _hold(book: SmallBook) -> None:
    meeting = book.meeting(HELD)
    book.mark(meeting, "P", book.member("Ann Smith"))
    book.complete(meeting)


def test_a_profile_kept_in_the_book_can_be_used(book: SmallBook) -> None:
    book.write(profiles.keep, text=_text(valid_from=date(2026, 1, 1)))
    book.write(chapter.put_setting, name="profile", value="ours")
    assert book.ask(profile_in_use, TODAY).title == "Ours"
    assert _row(book, "ours", Origin.BOOK).uses == (Kind.MEMBERS, Kind.POLICY)


def test_from_its_day_on_it_stands_in_for_the_shipped_one_of_its_name(book: SmallBook) -> None:
    book.write(profiles.keep, text=_text("us-regional"))
    in_force = [book.ask(profile_in_use, day).title for day in (TODAY, NEXT_YEAR)]
    assert in_force == ["US regional", "Ours"]


def test_a_wrong_text_is_refused_with_its_line_and_nothing_is_kept(book: SmallBook) -> None:
    wrong = put(_text(), ("bands", "green"), '"seventy"')
    line = wrong.splitlines().index('green = "seventy"') + 1
    with pytest.raises(UnreadableFileError) as refused:
        book.write(profiles.keep, text=wrong, file="ours.toml")
    assert f"ours.toml, line {line}: “green” is seventy" in sentence(refused.value)
    assert book.ask(_ids) == []


def test_one_of_the_same_name_and_day_is_refused(book: SmallBook) -> None:
    book.write(profiles.keep, text=_text())
    with pytest.raises(RuleError) as refused:
        book.write(profiles.keep, text=_text())
    assert "1 January 2027" in sentence(refused.value)


def test_one_that_is_not_used_yet_can_be_changed_and_removed(book: SmallBook) -> None:
    book.write(profiles.keep, text=_text())
    (own,) = book.ask(_ids)
    book.write(profiles.change, profile_id=own, text=put(_text(), ("bands", "green"), "75"))
    bands = _row(book, "ours", Origin.BOOK).profile.bands
    assert bands is not None
    assert bands.green == 75
    book.write(profiles.remove, profile_id=own)
    assert book.ask(_ids) == []


def test_one_that_months_were_scored_by_is_copied_and_not_changed(book: SmallBook) -> None:
    book.write(profiles.keep, text=_text(valid_from=date(2026, 1, 1)))
    book.write(chapter.put_setting, name="profile", value="ours")
    _hold(book)
    (own,) = book.ask(_ids)
    assert _row(book, "ours", Origin.BOOK).fixed
    with pytest.raises(RuleError):
        book.write(profiles.change, profile_id=own, text=_text())
    with pytest.raises(RuleError):
        book.write(profiles.remove, profile_id=own)
    book.write(profiles.keep, text=_text())
    assert not _row(book, "us-regional", Origin.SHIPPED).uses


def test_one_that_is_not_used_yet_cannot_be_put_before_months_that_were_scored(
    book: SmallBook,
) -> None:
    book.write(profiles.keep, text=_text(valid_from=date(2026, 1, 1)))
    book.write(profiles.keep, text=_text())
    book.write(chapter.put_setting, name="profile", value="ours")
    _hold(book)
    *_used, ahead = book.ask(_ids)
    with pytest.raises(RuleError, match="profile_in_use"):
        book.write(profiles.change, profile_id=ahead, text=_text(valid_from=HELD))
