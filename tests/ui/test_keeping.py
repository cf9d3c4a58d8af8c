"""What the window says about how a book is kept: upgrades, copies, bad days."""

import shutil
from pathlib import Path

import pytest

from app.ui.memory import Memory
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.screens import settle

pytestmark = pytest.mark.usefixtures("qapp")
OLD = Path(__file__).parent.parent / "data" / "schema-1.chapter"


def opened(path: Path) -> tuple[FrontDoor, BookWindow]:
    door = FrontDoor(Memory(path.with_name("window.ini")))
    door.start(path)
    assert isinstance(door.window, BookWindow)
    settle(door.window.desk.gateway)
    return door, door.window


def test_an_older_book_is_said_to_be_brought_up_to_date_once(tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD, tmp_path / "riverside.chapter"))
    door, window = opened(path)
    assert "brought up to date" in window.strip.banner.words
    assert str(tmp_path / "riverside copies") in window.strip.banner.words
    door.close()
    door, window = opened(path)
    assert not window.strip.isVisible()
    door.close()
