"""Signs: drawn on one grid, sharp on dense screens, there for every name that is used."""

import re
from pathlib import Path

import pytest
from PySide6.QtSvg import QSvgRenderer

from app import paths
from app.ui import icons
from app.ui.kit.banner import Gravity
from app.ui.pages import pages

FILES = sorted((paths.resources() / "icons").glob("*.svg"))
DRAWN = {file.stem for file in FILES}
SOURCES = Path(icons.__file__).parent


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_sign_is_drawn_in_one_hand(file: Path) -> None:
    drawing = file.read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in drawing
    assert 'stroke="currentColor" stroke-width="1.5"' in drawing
    assert QSvgRenderer(str(file)).isValid()


def test_a_sign_takes_the_colour_asked_for_and_is_sharp_at_200_percent(qapp: object) -> None:
    assert qapp is not None
    picture = icons.pixmap("plus", "#ff0000", 20, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (40, 2.0)
    assert picture.toImage().pixelColor(20, 20).name() == "#ff0000"


def test_every_sign_that_is_used_is_there() -> None:
    used = {page.icon for page in pages()} | {gravity.value for gravity in Gravity}
    pattern = re.compile(r"""icon=["']([a-z-]+)["']""")
    for source in SOURCES.rglob("*.py"):
        used |= set(pattern.findall(source.read_text(encoding="utf-8")))
    assert used - DRAWN == set()
