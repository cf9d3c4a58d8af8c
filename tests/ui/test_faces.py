"""Names of every script on a machine that has no fonts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WRITE = """
import sys
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QTextLayout
from app.ui.typeface import Weight, font
application = QGuiApplication([])
for name in sys.argv[1:]:
    layout = QTextLayout(name, font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    signs = {sign for run in layout.glyphRuns() for sign in run.glyphIndexes()}
    if 0 in signs or len(signs) < 2:  # a row of equal boxes, or none
        print(name)
widths = {QFontMetricsF(font(13, weight)).horizontalAdvance("Chapterhouse") for weight in Weight}
if len(widths) < len(Weight):
    print("weights look alike")
"""
NAMES = ("Łukasz Đặng", "Ελένη", "Юлія", "محمد", "יעל", "अनिता", "สมชาย", "山田 健一", "이서연")


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS have fonts of their own")
def test_without_any_system_font_every_name_and_weight_can_be_read(tmp_path: Path) -> None:
    nothing = tmp_path / "fonts.conf"
    nothing.write_text("<fontconfig/>", encoding="utf-8")
    places = {"FONTCONFIG_FILE": str(nothing), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", WRITE, *NAMES],
        env=os.environ | places,
        check=True,
        capture_output=True,
        text=True,
    )
    assert ended.stdout == ""
