"""One page being drawn: text, lines and boxes, measured in points from its top left corner."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.reports.kit.faces import Weight
from app.reports.kit.lettering import Letterer
from app.reports.kit.palette import INK, THIN, Colour
from app.reports.kit.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: size in points, weight and colour."""

    size: float
    weight: Weight = Weight.REGULAR
    colour: Colour = INK

    def sized(self, size: float) -> "Style":
        """Return the same style in another size."""
        return Style(size, self.weight, self.colour)

    def coloured(self, colour: Colour) -> "Style":
        """Return the same style in another colour."""
        return Style(self.size, self.weight, colour)


class Align(StrEnum):
    """Which point of a text stands where it is placed."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the document's outline: its words and how far down the page it stands."""

    words: str
    top: float
    level: int


class Page:
    """The operators of one page, in the order they were drawn."""

    def __init__(self, sheet: Sheet, letterer: Letterer) -> None:
        self.sheet = sheet
        self.code: list[str] = []
        self.headings: list[Heading] = []
        self._letterer = letterer
        self._height = sheet.height
        self._fill = ""
        self._stroke = ""
        self._weight = 0.0

    def width(self, text: str, style: Style) -> float:
        """Return how wide a text stands in a style."""
        return self._letterer.width(text, style.weight, style.size)

    def text(self, x: float, y: float, text: str, style: Style, align: Align = Align.LEFT) -> float:
        """Draw one line of text on a baseline and return its width."""
        if not text:
            return 0.0
        line = self._letterer.letter(text, style.weight, style.size)
        if align is not Align.LEFT:
            x -= line.width if align is Align.RIGHT else line.width / 2
        self._choose_fill(style.colour)
        up = self._height - y
        if line.shows:
            self.code.append(f"BT 1 0 0 1 {x:.2f} {up:.2f} Tm {line.shows} ET")
        else:
            stroke = style.colour.stroke
            self.code.append(f"q {stroke} 1 0 0 1 {x:.2f} {up:.2f} cm {line.drawing} Q")
        return line.width

    def slanted(self, x: float, y: float, text: str, style: Style, angle: float) -> float:
        """Draw one line of text from a point, turned clockwise by radians; return its width."""
        line = self._letterer.letter(text, style.weight, style.size)
        self._choose_fill(style.colour)
        drawing = line.drawing or f"BT {line.shows} ET"
        cos, sin = math.cos(angle), -math.sin(angle)
        turned = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {self._height - y:.2f} cm"
        self.code.append(f"q {style.colour.stroke} {turned} {drawing} Q")
        return line.width

    def shape(self, corners: Sequence[tuple[float, float]], colour: Colour) -> None:
        """Fill the area within corners."""
        self._choose_fill(colour)
        points = [f"{x:.2f} {self._height - y:.2f}" for x, y in corners]
        self.code.append(f"{points[0]} m {' l '.join(points[1:])} l f")

    def upright(self, x: float, y: float, text: str, style: Style) -> None:
        """Draw one line of text that climbs from a point, its baseline to the right of it."""
        line = self._letterer.letter(text, style.weight, style.size)
        self._choose_fill(style.colour)
        drawing = line.drawing or f"BT {line.shows} ET"
        turned = f"0 1 -1 0 {x:.2f} {self._height - y:.2f} cm"
        self.code.append(f"q {style.colour.stroke} {turned} {drawing} Q")

    def rule(
        self, x: float, y: float, to_x: float, colour: Colour = INK, weight: float = THIN
    ) -> None:
        """Draw a level line."""
        self._choose_stroke(colour, weight)
        up = self._height - y
        self.code.append(f"{x:.2f} {up:.2f} m {to_x:.2f} {up:.2f} l S")

    def stem(
        self, x: float, y: float, to_y: float, colour: Colour = INK, weight: float = THIN
    ) -> None:
        """Draw an upright line."""
        self._choose_stroke(colour, weight)
        height = self._height
        self.code.append(f"{x:.2f} {height - y:.2f} m {x:.2f} {height - to_y:.2f} l S")

    def block(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle whose top left corner is given."""
        self._choose_fill(colour)
        bottom = self._height - y - height
        self.code.append(f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        colour: Colour = INK,
        weight: float = 0.8,
        dashes: str = "",
    ) -> None:
        """Draw the outline of a rectangle whose top left corner is given."""
        self._choose_stroke(colour, weight)
        bottom = self._height - y - height
        outline = f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re S"
        self.code.append(f"[{dashes}] 0 d {outline} [] 0 d" if dashes else outline)

    def heading(self, words: str, top: float, level: int = 1) -> None:
        """Note an entry of the outline."""
        self.headings.append(Heading(words, top, level))

    def _choose_fill(self, colour: Colour) -> None:
        if colour.fill != self._fill:
            self._fill = colour.fill
            self.code.append(colour.fill)

    def _choose_stroke(self, colour: Colour, weight: float) -> None:
        if colour.stroke != self._stroke:
            self._stroke = colour.stroke
            self.code.append(colour.stroke)
        if weight != self._weight:
            self._weight = weight
            self.code.append(f"{weight:g} w")
