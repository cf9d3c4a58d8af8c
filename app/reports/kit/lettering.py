"""Text as PDF operators: any script, hostile or not, drawn as written and copied as written.

Plain Latin, Greek or Cyrillic text takes a short way. Anything else is put into display order,
split into runs by face, and wrapped in its own spelling so that a reader who copies or searches
finds letters, not glyphs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import arabic_reshaper
from bidi.algorithm import get_display  # unlike the package's own, it mirrors brackets
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.ttfonts import shapeStr
from reportlab.pdfgen.canvas import Canvas

from app.reports.kit.faces import Face, Weight, base, face_for, font
from app.reports.kit.scripts import script_of
from app.rules.people import level


@dataclass(frozen=True, slots=True)
class Lettered:
    """Text ready to be placed: its width in points, and the operators that draw it.

    Plain text has ``shows``, to be set after a text matrix; other text has ``drawing``, to be
    set after a change of origin.
    """

    width: float
    shows: str = ""
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring signs of one face."""

    face: Face
    text: str


@dataclass(frozen=True, slots=True)
class _Plain:
    """Text of one face: its width at size 1, and its signs by the subset that draws them."""

    width: float
    parts: tuple[tuple[str, str], ...]

    def at(self, size: float) -> Lettered:
        shows = " ".join(f"{name} {size:g} Tf ({signs}) Tj" for name, signs in self.parts)
        return Lettered(self.width * size, shows=shows)


class Letterer:
    """The texts of one file; remembers what was set before, since figures and names repeat."""

    def __init__(self, canvas: Canvas, document: object) -> None:
        self._canvas = canvas
        self._document = document
        self._plain: dict[tuple[str, Weight], _Plain | None] = {}
        self._set: dict[tuple[str, Weight, float], Lettered] = {}
        self.missing: set[str] = set()

    def width(self, text: str, weight: Weight, size: float) -> float:
        """Return how wide a text will stand, in points."""
        plain = self._known_plain(text, weight)
        return self.letter(text, weight, size).width if plain is None else plain.width * size

    def letter(self, text: str, weight: Weight, size: float) -> Lettered:
        """Return a text ready to be placed."""
        key = (text, weight, size)
        found = self._set.get(key)
        if found is None:
            if len(self._set) >= _MOST_KEPT:
                self._set.clear()
            plain = self._known_plain(text, weight)
            found = self._letter_any(text, weight, size) if plain is None else plain.at(size)
            self._set[key] = found
        return found

    def begin(self) -> None:
        """Know of no sign that could not be drawn: another document of the file begins."""
        if self.missing:
            self.missing.clear()
            self._set.clear()

    def _known_plain(self, text: str, weight: Weight) -> _Plain | None:
        """Return a text of the usual face, nothing where it needs others."""
        key = (text, weight)
        if key not in self._plain:
            if len(self._plain) >= _MOST_KEPT:
                self._plain.clear()
            self._plain[key] = self._make_plain(text, weight)
        return self._plain[key]

    def _make_plain(self, text: str, weight: Weight) -> _Plain | None:
        face = base(weight)
        loaded = font(face.name)
        if not loaded.face.charToGlyph.keys() >= set(map(ord, text)):
            return None
        return _Plain(loaded.stringWidth(text, 1), tuple(self._parts(face, text)))

    def _parts(self, face: Face, text: str) -> Iterator[tuple[str, str]]:
        loaded = font(face.name)
        for subset, signs in loaded.splitString(text, self._document):
            yield loaded.getSubsetInternalName(subset, self._document), escapePDF(signs)

    def _shows(self, face: Face, text: str, size: float) -> str:
        return " ".join(
            f"{name} {size:g} Tf ({signs}) Tj" for name, signs in self._parts(face, text)
        )

    def _letter_any(self, text: str, weight: Weight, size: float) -> Lettered:
        at = 0.0
        parts = []
        for run in self._runs(text, weight):
            drawn = self._run(run, size * run.face.scale)
            parts.append(f"q 1 0 0 1 {at:.2f} 0 cm {drawn.drawing} Q")
            at += drawn.width
        return Lettered(at, drawing=" ".join(parts))

    def _run(self, run: Run, size: float) -> Lettered:
        if run.face.joined:
            drawn = self._joined(run, size)
            return Lettered(drawn.width, drawing=_spelt(run.text, drawn.drawing))
        shows = self._shows(run.face, run.text, size)
        stroke = f"2 Tr {size * _THICKENING:.2f} w" if run.face.thickened else "0 Tr"
        width = font(run.face.name).stringWidth(run.text, size)
        return Lettered(width, drawing=f"BT {stroke} {shows} 0 Tr ET")

    def _joined(self, run: Run, size: float) -> Lettered:
        """Set letters that change with their neighbours, as HarfBuzz places them."""
        line = self._canvas.beginText(0, 0)
        line.setFont(run.face.name, size)
        line.textOut(shapeStr(run.text, run.face.name, size, force=True))
        return Lettered(float(line.getX()), drawing=str(line.getCode()).replace("\n", " "))

    def _runs(self, text: str, weight: Weight) -> Iterator[Run]:
        """Split a text, in display order, wherever another face takes over."""
        face, kept = base(weight), ""
        for sign in _displayed(text):
            wanted = self._face(sign, weight, face)
            if wanted is not face and kept:
                yield Run(face, kept)
                kept = ""
            face = wanted
            kept += sign
        yield Run(face, kept)

    def _face(self, sign: str, weight: Weight, current: Face) -> Face:
        if sign in _STAYING and current.draws(sign):
            return current
        usual = base(weight)
        if usual.draws(sign):
            return usual
        found = face_for(sign, weight)
        if found is None:
            self.missing.add(sign)
        return found or usual


def _spelt(spelling: str, shows: str) -> str:
    """Wrap operators in what a reader who copies or searches shall find."""
    code = spelling.encode("utf-16-be", "replace").hex().upper()
    return f"/Span <</ActualText <FEFF{code}>>> BDC {shows} EMC"


_MOST_KEPT = 10_000  # texts; more would only cost memory
_STAYING = frozenset(" \u00a0\u200c\u200d")
_THICKENING = 0.022


def _displayed(text: str) -> str:
    """Return a text in the order it is drawn, Arabic letters in their joined forms."""
    shown = level(text)
    if all(script_of(sign).rightward for sign in shown):
        return shown
    return str(get_display(arabic_reshaper.reshape(shown)))
