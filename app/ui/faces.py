"""Faces that come with the program, lent where this system has none."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from app import paths

_Script = QFontDatabase.WritingSystem
_LENT = {
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
def lend_scripts() -> None:
    """Let Qt write every script that names come in; needs an application, takes milliseconds."""
    missing = (package for script, package in _LENT.items() if not _is_written(script))
    for package in dict.fromkeys(missing):
        spec = find_spec(package)
        if spec and spec.origin:
            _add(Path(spec.origin).parent)


@cache
def inter() -> str:
    """Return the name of Inter, the face for systems that name none; add it where it is absent."""
    if not QFontDatabase.hasFamily("Inter"):
        _add(paths.resources() / "fonts")
    return "Inter"


def _is_written(script: QFontDatabase.WritingSystem) -> bool:
    return not _PROMISED.issuperset(QFontDatabase.families(script))


def _add(folder: Path) -> None:
    for path in sorted(folder.rglob("*.tt[fc]")):
        QFontDatabase.addApplicationFont(str(path))
