"""One seat of the roll, drawn and spoken."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.queries.meeting import RollRow
from app.rules.attendance import EXCEPTIONS
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.mark import WIDTH as MARK_WIDTH
from app.ui.kit.mark import paint_mark
from app.ui.meeting.words import mark_name
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

NAME = 30  # where names begin, behind the number
_NUMBER = 18
_LEAST_ROOM = 24


class Ground(Enum):
    """What lies behind a seat."""

    PLAIN = auto()
    HOVERED = auto()
    CURRENT = auto()


def paint_seat(painter: QPainter, area: QRectF, row: RollRow, ground: Ground) -> None:
    """Draw number, name, substitute and mark; exceptions stand out by weight, not by colour.

    Remarks may be confidential, and stand in the tool tip alone.
    """
    _paint_ground(painter, area.adjusted(-7, 0, 7, -1), ground)
    number = QRectF(area.left() - 6, area.top(), _NUMBER + 6, area.height())
    small, shades = typeface.font(Size.LABEL), tokens()
    brush.text(painter, number, str(row.number), font=small, colour=shades.muted, align=brush.RIGHT)
    middle = QPointF(area.right() - MARK_WIDTH / 2, area.center().y())
    paint_mark(painter, middle, row.attendance or "")
    _paint_name(painter, name_area(area), row)


def name_area(area: QRectF) -> QRectF:
    """Return where the name of a seat stands."""
    return area.adjusted(NAME, 0, -MARK_WIDTH - 8, 0)


def spoken(row: RollRow) -> str:
    """Return a seat in words, for the ear and for the tool tip."""
    parts = [f"{row.number} {row.name}", row.profession, mark_name(row.attendance)]
    return ", ".join(filter(None, [*parts, row.substitute, row.note]))


def _paint_ground(painter: QPainter, area: QRectF, ground: Ground) -> None:
    if ground is Ground.CURRENT:
        brush.panel(painter, area, fill=tokens().selected, radius=4)
        brush.ring(painter, area, 4)
    elif ground is Ground.HOVERED:
        brush.panel(painter, area, fill=tokens().hover, radius=4)


def _paint_name(painter: QPainter, room: QRectF, row: RollRow) -> None:
    shades = tokens()
    weight = Weight.SEMIBOLD if row.attendance in EXCEPTIONS else Weight.REGULAR
    font = typeface.font(Size.BODY, weight)
    used = brush.text(painter, room, row.name, font=font, colour=shades.text)
    rest = room.adjusted(used + 6, 0, 2, 0)  # a little nearer to both than a name to its mark
    if row.substitute and rest.width() > _LEAST_ROOM:
        small = typeface.font(Size.LABEL)
        brush.text(
            painter, rest, row.substitute, font=small, colour=shades.muted, align=brush.RIGHT
        )
