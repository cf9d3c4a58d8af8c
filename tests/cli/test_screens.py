"""``screens``: every page and editor as a picture."""

from pathlib import Path

from PySide6.QtGui import QImage

from app import cli
from app.ui.scenes import SCENES
from tests.builders import demo_book
from tests.small_book import SmallBook


def test_every_page_and_editor_is_drawn_in_the_size_asked_for(tmp_path: Path) -> None:
    book = demo_book(tmp_path / "demo.chapter")
    folder = tmp_path / "pictures"
    arguments = ["screens", str(book), "-o", str(folder), "--theme", "dark", "--scale", "2"]
    assert cli.run(arguments) == 0
    drawn = {file.stem: QImage(str(file)) for file in folder.glob("*.png")}
    assert set(drawn) == {scene.name for scene in SCENES} | {
        "welcome", "new-chapter", "ways-out", "network-folder", "waiting", "two-versions"
    }  # fmt: skip
    assert {(one.width(), one.height()) for one in drawn.values()} == {(2560, 1600)}
    pixels = {name: bytes(one.constBits()) for name, one in drawn.items()}
    assert len(set(pixels.values())) == len(pixels)


def test_a_new_book_is_drawn_as_far_as_there_is_anything_to_aim_at(tmp_path: Path) -> None:
    SmallBook.create(tmp_path).store.close()
    arguments = ["screens", str(tmp_path / "riverside.chapter"), "-o", str(tmp_path / "pictures")]
    assert cli.run(arguments) == 0
    drawn = {file.stem for file in (tmp_path / "pictures").glob("*.png")}
    assert {"today", "members", "scores", "presenter"} <= drawn
    assert "member-own" not in drawn


def test_a_folder_that_cannot_be_written_is_refused_in_a_sentence(tmp_path: Path) -> None:
    book = demo_book(tmp_path / "demo.chapter")
    in_the_way = tmp_path / "pictures"
    in_the_way.write_text("not a folder")
    assert cli.run(["screens", str(book), "-o", str(in_the_way)]) == 1
