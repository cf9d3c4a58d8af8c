"""The few colours of paper, and the weights of its lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as PDF wants it: ``fill`` and ``stroke`` are the operators that choose it."""

    fill: str
    stroke: str


def _colour(code: str) -> Colour:
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    amounts = " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)
    return Colour(f"{amounts} rg", f"{amounts} RG")


INK = _colour("#1F2328")
WHITE = _colour("#FFFFFF")
MUTED = _colour("#5F6773")
QUIET = _colour("#A9AFB8")  # a zero: there, but not worth a look
ROW_LINE = _colour("#E3E6E9")
FIFTH_LINE = _colour("#B9BEC6")
HAIRLINE = _colour("#CBCFD4")
TINT = _colour("#F1F2F4")
STEP = _colour("#E8EBF0")
FIRST_STEP = _colour("#DCE2EC")
ACCENT = _colour("#2F4B7C")
PALE = _colour("#D9DFEA")  # a cell that holds two
DOT = _colour("#D3D6DA")  # a cell that holds nothing
BAR = _colour("#8E9DBA")
EARLIER = _colour("#A3A3A3")  # a line of the time before: called grey, so it is
BEFORE = _colour("#C3C9D3")

THIN = 0.25
FINE = 0.5
RULE = 0.6
STRONG = 0.8
