"""The head of one kind of slip: its name, how many, and what a click on it does."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.i18n import _
from app.rules.slips import SlipKind
from app.ui import typeface
from app.ui.kit import brush
from app.ui.meeting.slip_sections import Line
from app.ui.meeting.words import kinds_name
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_BASE = 22  # where the words have their middle
_RULE = 36


def paint_head(painter: QPainter, area: QRectF, line: Line, total: str, waiting: int) -> None:
    """Draw a head; ``total`` stands at its right where the kind has one."""
    shades = tokens()
    words = QRectF(area.left(), area.top() + _BASE - 12, area.width(), 24)
    strong = typeface.font(Size.BODY, Weight.SEMIBOLD)
    used = brush.text(painter, words, kinds_name(line.kind), font=strong, colour=shades.text)
    count = words.adjusted(used + 9, 0, 0, 0)
    plain = typeface.font(Size.BODY)
    brush.text(painter, count, str(line.count), font=plain, colour=shades.muted)
    small = typeface.font(Size.LABEL, Weight.MEDIUM)
    right = link_words(line, waiting) or total
    both = "   ".join(filter(None, (right, total if right != total else "")))
    brush.text(painter, words, both, font=small, colour=shades.accent, align=brush.RIGHT)
    brush.rule(painter, area.left(), area.right(), area.top() + _RULE)


def link_words(line: Line, waiting: int) -> str:
    """Return what a click on the right end of a head does, in two words."""
    if line.kind is SlipKind.VISITOR and waiting:
        return _("confirm {n}").format(n=waiting)
    if line.shown < line.count:
        return _("all {n}").format(n=line.count)
    return ""


def confirm_area(area: QRectF, waiting: int) -> QRectF:
    """Return where the link that confirms every credit lies."""
    font = typeface.font(Size.LABEL, Weight.MEDIUM)
    words = _("confirm {n}").format(n=waiting)
    width = QFontMetricsF(font).horizontalAdvance(words) + 8
    return QRectF(area.right() - width, area.top(), width, area.height())


def spoken_head(line: Line) -> str:
    """Return a head in words."""
    return f"{kinds_name(line.kind)} {line.count}"
