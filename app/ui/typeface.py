"""The letters: one face, five sizes, three weights, figures of equal width."""

from enum import IntEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from app.ui import faces

# What a system answers that has no face of its own in mind.
_NO_ANSWER = {"", "Sans", "Sans Serif", "sans-serif"}


class Size(IntEnum):
    """The type scale, in device-independent pixels."""

    LABEL = 11
    BODY = 13
    SECTION = 15
    TITLE = 20
    FIGURE = 28


class Weight(IntEnum):
    """The weights in use; bold is for mark letters, found letters and people of elsewhere."""

    REGULAR = QFont.Weight.Normal
    MEDIUM = QFont.Weight.Medium
    SEMIBOLD = QFont.Weight.DemiBold
    BOLD = QFont.Weight.Bold


@cache
def family() -> str:
    """Return the system's own face; Inter where no desktop names one."""
    faces.lend_scripts()
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return faces.inter() if own in _NO_ANSWER else own


@cache
def font(size: int = Size.BODY, weight: int = Weight.REGULAR) -> QFont:
    """Return a font; figures are of equal width in every size of the scale, not above it.

    One size never has both kinds of figures: Qt keeps one shaper for all fonts of a size and
    weight, and would measure with one kind and draw with the other.
    """
    result = QFont(family())
    result.setPixelSize(int(size))
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    result.setWeight(QFont.Weight(int(weight)))
    # Said of large sizes too: a painter fills what a font leaves open from the one of its widget.
    result.setFeature(QFont.Tag("tnum"), 1 if size <= Size.FIGURE else 0)
    return result


@cache
def proportional(of: QFont) -> QFont:
    """Return a font as it is, its signs as wide as they are: for words that hold no column.

    With figures of equal width a hyphen is as wide as a figure, and tears words apart. A strategy
    of its own gives this font a shaper of its own.
    """
    result = QFont(of)
    result.setStyleStrategy(QFont.StyleStrategy.PreferQuality)
    result.setFeature(QFont.Tag("tnum"), 0)
    return result


@cache
def metrics(size: int = Size.BODY, weight: int = Weight.REGULAR) -> QFontMetricsF:
    """Return the measures of a font."""
    return QFontMetricsF(font(size, weight))
