"""The typefaces paper is set in, found and loaded once for the whole process."""

import io
import os
import re
import sys
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.reports.kit.scripts import Script, script_of


class Weight(StrEnum):
    """How dark text is."""

    REGULAR = "Regular"
    SEMIBOLD = "Semibold"
    BOLD = "Bold"


@dataclass(frozen=True, slots=True)
class Face:
    """A face reportlab knows by name. ``thickened`` has no bold of its own and is stroked."""

    name: str
    script: Script | None = None
    thickened: bool = False

    @property
    def scale(self) -> float:
        """By how much to shrink it beside Source Sans."""
        return self.script.scale if self.script else 1.0

    @property
    def joined(self) -> bool:
        """Whether letters change with their neighbours."""
        return self.script is not None and self.script.joined

    def draws(self, sign: str) -> bool:
        """Tell whether the face has a glyph for a sign."""
        return ord(sign) in font(self.name).face.charToGlyph


def font(name: str) -> TTFont:
    """Return what reportlab keeps of a loaded face."""
    return pdfmetrics.getFont(name)


_WEIGHT_AXIS = {Weight.REGULAR: 400, Weight.SEMIBOLD: 600, Weight.BOLD: 700}
_loading = threading.RLock()  # documents are drawn in several threads, each face is loaded once


def base(weight: Weight) -> Face:
    """Return Source Sans in a weight."""
    with _loading:
        return _base(weight)


@lru_cache(maxsize=4096)
def face_for(sign: str, weight: Weight) -> Face | None:
    """Return the face for a sign Source Sans lacks; none where no installed face has it."""
    script = script_of(sign)
    with _loading:
        for face in _faces(script, weight):
            if face.draws(sign):
                return face
    return None


@cache
def _base(weight: Weight) -> Face:
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("font_source_sans_pro")
    folder = Path(spec.origin).parent / "files"
    name = f"SourceSansPro-{weight}"
    pdfmetrics.registerFont(TTFont(name, folder / f"{name}.ttf"))
    return Face(name)


def _faces(script: Script, weight: Weight) -> Iterator[Face]:
    for path in _places(script):
        face = _load(path, script, weight)
        if face is not None:
            yield face


@cache
def _load(path: Path, script: Script, weight: Weight) -> Face | None:
    """Register a font file in a weight; none where it cannot be embedded."""
    weighed = _weighed(path, weight) if path.suffix.lower() == ".ttf" else None
    drawn_as = weight if weighed else Weight.REGULAR
    stem = path.stem.partition("[")[0].removesuffix("-Regular")
    face = Face(f"{stem}-{drawn_as}", script, thickened=drawn_as is not weight)
    try:
        _register(face.name, io.BytesIO(weighed) if weighed else str(path))
    except (TTFError, OSError):
        return None
    return face


def _register(name: str, source: io.BytesIO | str) -> None:
    if name in pdfmetrics.getRegisteredFontNames():
        return
    loaded = _SpeltFont(name, source)
    loaded.face.name = name.encode()  # weights of one file must not pass for the same font
    _name_every_glyph(loaded)
    pdfmetrics.registerFont(loaded)


class _SpeltFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font from which every sign is copied as what it stands for.

    Joined Arabic forms come out as plain letters. Letters that HarfBuzz joins are spelt where
    they are drawn, see ``lettering``.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  reportlab's own name
        super().addObjects(doc)
        for key, stream in doc.idToObject.items():
            if key.startswith("toUnicodeCMap:") and self.fontName in key:
                stream.content = _MISSPELT.sub(_letters, stream.content)


# lam with alef stays one sign: readers split it themselves, in the right order; five digits are
# signs beyond the first plane, which reportlab writes as a number where PDF wants UTF-16
_MISSPELT = re.compile("> <(FB[5-9A-F][0-9A-F]|FE[7-9A-E][0-9A-F]|FEF[0-4]|[0-9A-F]{5})>")


def _letters(form: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKC", chr(int(form[1], 16)))
    return f"> <{letters.encode('utf-16-be').hex().upper()}>"


def _weighed(path: Path, weight: Weight) -> bytes | None:
    """Return a variable font fixed at a weight; none where it has no weights to choose from."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    if not any(axis.tag == "wght" for axis in face.axis_infos):
        return None
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    for axis in face.axis_infos:
        chosen = _WEIGHT_AXIS[weight] if axis.tag == "wght" else axis.default_value
        wanted.pin_axis_location(face, axis.tag, chosen)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def _name_every_glyph(loaded: TTFont) -> None:
    """Give glyphs no sign stands for (joined forms) private signs, the same in every process.

    reportlab would number them as they are first used, and equal documents would differ.
    """
    if not loaded.shapable or len(loaded.face.charToGlyph) > _LARGEST_JOINED_FACE:
        return
    shaper = loaded.hbFont(1000)
    face = loaded.face
    for glyph in range(loaded.hbFace.glyph_count):
        if glyph not in face.glyphToChar and glyph <= _PRIVATE_SIGNS:
            sign = 0xE000 + glyph
            if sign not in face.charToGlyph:
                face.charToGlyph[sign] = glyph
                face.glyphToChar[glyph] = [sign]
                face.charWidths[sign] = loaded.pdfScale(shaper.get_glyph_h_advance(glyph))


_PRIVATE_SIGNS = 0xF8FF - 0xE000
_LARGEST_JOINED_FACE = 8000  # Han faces are never shaped, and are long to walk


def _places(script: Script) -> Iterator[Path]:
    """Yield the font files a script may be drawn with, packages first."""
    for package in script.packages:
        yield from _packaged(package)
    installed = _installed()
    for name in script.files:
        if name.lower() in installed:
            yield installed[name.lower()]


def _packaged(package: str) -> Iterator[Path]:
    spec = find_spec(package)
    if spec is not None and spec.origin is not None:
        files = Path(spec.origin).parent.rglob("*.tt[fc]")
        yield from sorted(files)


@cache
def _installed() -> dict[str, Path]:
    """Return the system's font files by their names in lower case."""
    return {
        name.lower(): Path(folder) / name
        for top in reversed(_font_folders())
        for folder, _folders, names in os.walk(top)
        for name in sorted(names, reverse=True)
        if name.lower().endswith((".ttf", ".ttc"))
    }


def _font_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            home / "AppData/Local/Microsoft/Windows/Fonts",
        ]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
    ]
