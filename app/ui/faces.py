"""Faces that come with the program, lent to scripts this system has no face for."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

_Script = QFontDatabase.WritingSystem
_LENT = {
    _Script.Latin: "font_source_sans_pro",
    _Script.Arabic: "fontpkg_noto_sans_arabic",
    _Script.Hebrew: "fontpkg_assistant",
    _Script.Devanagari: "fontpkg_noto_sans_devanagari",
    _Script.Thai: "fontpkg_noto_sans_thai",
    _Script.Japanese: "paperang_p2_fonts_cjk",
    _Script.Korean: "paperang_p2_fonts_cjk",
}
# Names that fontconfig answers to whether or not there is any face behind them.
_PROMISED = {"Sans Serif", "Serif", "Monospace"}


@cache
def lend() -> None:
    """Let Qt write every script that names come in; needs an application, takes milliseconds."""
    wanting = (package for script, package in _LENT.items() if not _is_written(script))
    for package in dict.fromkeys(wanting):
        for path in _files(package):
            QFontDatabase.addApplicationFont(str(path))


def _is_written(script: QFontDatabase.WritingSystem) -> bool:
    return not _PROMISED.issuperset(QFontDatabase.families(script))


def _files(package: str) -> list[Path]:
    spec = find_spec(package)
    return sorted(Path(spec.origin).parent.rglob("*.tt[fc]")) if spec and spec.origin else []
