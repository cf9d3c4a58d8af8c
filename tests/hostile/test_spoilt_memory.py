"""What the window remembers was edited by hand, or half of it is gone: it begins as usual."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.desk import Desk
from app.ui.gateway import Gateway
from app.ui.memory import Memory
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.opening.recent import RecentBooks
from app.ui.opening.welcome import Welcome
from app.ui.screens import settle
from app.ui.theme import Mode

NONSENSE = (
    "", "1", "null", "[1, {}]", '{"a": 1}', "[" * 100_000, '["\\u0000"]', "\x00", "9" * 400,
    "-1,-1,-1", "٣,٣,٣", "2026-99-99", "2026-01-01T00:00", "<b>", "../../../etc/passwd",
    "@Invalid()", "@ByteArray(\\x1\\xff)", "@Variant(\\0\\0\\0)", "@Rect(0 0 -1 99999999)",
)  # fmt: skip
KEYS = (
    "window/theme", "window/page", "window/geometry", "books/recent", "user/language",
    "user/name", "widths/members",
)  # fmt: skip


@pytest.mark.parametrize("word", NONSENSE, ids=range(len(NONSENSE)))
def test_the_window_opens_as_usual(
    qapp: QApplication, path: Path, tmp_path: Path, word: str
) -> None:
    file = tmp_path / "window.ini"
    spoilt = Memory(file)
    for key in (*KEYS, f"copies/taken/{path}", f"copies/elsewhere/{path}"):
        spoilt.save_text(key, word)
    memory = Memory(file)
    assert Mode.remembered(memory.text("window/theme")) is Mode.SYSTEM
    assert all(one.name for one in RecentBooks(memory).paths())
    welcome = Welcome(RecentBooks(memory).paths())
    welcome.show()
    qapp.processEvents()
    welcome.close()
    welcome.deleteLater()
    gateway = Gateway.open(path, author="Wanda")
    desk = Desk(gateway, now=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC), memory=memory)
    door = FrontDoor(memory)
    window = BookWindow(desk, door, door.begin)
    window.show()
    window.go("members")
    settle(gateway)
    assert window.shown == "members"
    window.close()
    window.deleteLater()
    settle(gateway)
    gateway.close()
    door.close()
    door.deleteLater()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[books\nrecent=", b"\0" * 5000])
def test_a_file_that_is_no_memory_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "window.ini"
    file.write_bytes(content)
    memory = Memory(file)
    assert RecentBooks(memory).paths() == ()
    assert memory.widths("members", 3) is None
    assert memory.text("window/page", "today") == "today"


def test_widths_of_a_column_stay_within_a_screen(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "window.ini")
    memory.save_text("widths/members", f"{'9' * 500},20,30")
    assert memory.widths("members", 3) == [5000, 20, 30]
