"""One slip of the list, drawn and spoken: who, what stands between, whom, and what about it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.formats import Money
from app.i18n import _, ngettext
from app.queries.meeting_slips import SlipRow
from app.queries.sides import Side
from app.rules.attendance_policy import too_many
from app.rules.slips import SlipKind
from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.meeting.words import kind_name, tier_name, visit_name
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_LINK_END, _SECOND, _NOTE = 170 / 472, 180 / 472, 316 / 472
_ICON = 18


@dataclass(frozen=True, slots=True)
class Looked:
    """The words of one row; ``warning`` replaces the note, ``strong`` says the figure weighs."""

    first: str
    link: str
    second: str
    note: str
    warning: str
    right: str
    first_elsewhere: bool = False
    second_elsewhere: bool = False
    strong: bool = False
    asks: bool = False


def looked_at(slip: SlipRow, money: Money, visits_allowed: int | None) -> Looked:
    """Return what a row shows of a slip."""
    giver, receiver = slip.giver, slip.receiver
    again = _("same as an earlier one") if slip.repeated else ""
    match slip.kind:
        case SlipKind.CLOSED_BUSINESS:
            kind = _("repeat") if slip.repeat else _("new")
            amount = money.exact(slip.amount or 0)
            note = _notes(slip, kind)
            return _pair(
                _("thanks"), receiver, giver, note=note, again=again, right=amount, strong=True
            )
        case SlipKind.VISITOR:
            return _visit(slip, visits_allowed)
        case SlipKind.EDUCATION:
            units = ngettext("{n} unit", "{n} units", slip.units or 0)
            return Looked(giver.name, "", slip.note, "", again, units)
        case SlipKind.REFERRAL:
            tier = tier_name(slip.tier) if slip.tier is not None else ""
            return _pair("→", giver, receiver, note=_notes(slip, ""), again=again, right=tier)
        case SlipKind.ONE_TO_ONE:
            return _pair(_("with"), giver, receiver, note=_notes(slip, ""), again=again)
        case _:
            return _pair(_("for"), giver, receiver, note=_notes(slip, ""), again=again)


def spoken(slip: SlipRow, money: Money, visits_allowed: int | None) -> str:
    """Return a slip in words, for the ear and for the tool tip."""
    look = looked_at(slip, money, visits_allowed)
    parts = [kind_name(slip.kind), f"{look.first} {look.link} {look.second}".strip()]
    return ", ".join(filter(None, [*parts, slip.note or look.note, look.warning, look.right]))


def paint_slip(painter: QPainter, area: QRectF, look: Looked, *, bare: bool = False) -> None:
    """Draw a row; ``bare`` leaves the right end free for a sign."""
    wide, shades = area.width(), tokens()
    link = area.left() + wide * _LINK_END
    second = area.left() + wide * _SECOND
    note = area.left() + wide * _NOTE
    left = _paint_link(painter, link, area, look.link)
    _paint_name(
        painter, _cut(area, area.left(), left - 6), look.first, elsewhere=look.first_elsewhere
    )
    has_note = bool(look.note or look.warning)
    right = area.right() if bare else _paint_right(painter, area, look)
    end = note - 6 if has_note else right - 8
    _paint_name(painter, _cut(area, second, end), look.second, elsewhere=look.second_elsewhere)
    room = _cut(area, note, right - 8)
    if look.warning:
        sign = QRectF(room.left(), room.top(), 14, room.height())
        icons.paint(painter, sign, "warning", shades.late, size=16)
        room = room.adjusted(_ICON + 1, 0, 0, 0)
    words, ink = (look.warning, shades.late) if look.warning else (look.note, shades.muted)
    brush.text(painter, room, words, font=typeface.font(Size.BODY), colour=ink)


def _paint_name(painter: QPainter, area: QRectF, words: str, *, elsewhere: bool) -> None:
    font = typeface.font(Size.BODY, Weight.BOLD if elsewhere else Weight.REGULAR)
    brush.text(painter, area, words, font=font, colour=tokens().text)


def _paint_link(painter: QPainter, right: float, area: QRectF, words: str) -> float:
    """Draw what stands between two names; return where it begins."""
    if words == "→":
        sign = QRectF(right - 17, area.top(), 18, area.height())
        icons.paint(painter, sign, "arrow-right", tokens().muted, size=16)
        return sign.left()
    font = typeface.font(Size.LABEL)
    room = _cut(area, area.left(), right)
    used = brush.text(painter, room, words, font=font, colour=tokens().muted, align=brush.RIGHT)
    return right - used


def _paint_right(painter: QPainter, area: QRectF, look: Looked) -> float:
    """Draw the last column; return where it begins."""
    shades = tokens()
    font = typeface.font(Size.LABEL, Weight.MEDIUM)
    ink = shades.accent if look.asks else shades.muted
    if look.strong:
        font, ink = typeface.font(Size.BODY, Weight.SEMIBOLD), shades.text
    brush.text(painter, area, look.right, font=font, colour=ink, align=brush.RIGHT)
    return area.right() - QFontMetricsF(font).horizontalAdvance(look.right)


def _cut(area: QRectF, left: float, right: float) -> QRectF:
    return QRectF(left, area.top(), max(0.0, right - left), area.height())


def _pair(
    link: str,
    first: Side,
    second: Side,
    *,
    note: str,
    again: str,
    right: str = "",
    strong: bool = False,
) -> Looked:
    return Looked(
        first.name or _("not known"), link, second.name or _("not known"), note, again, right,
        _is_elsewhere(first), _is_elsewhere(second), strong,
    )  # fmt: skip


def _visit(slip: SlipRow, visits_allowed: int | None) -> Looked:
    visit = slip.visit
    guest, note, warning = slip.receiver.name, "", ""
    if visit is not None:
        guest = f"{visit.name}, {visit.profession}" if visit.profession else visit.name
        note = visit_name(visit.nth)
        warning = note if too_many(visit.nth, visits_allowed) else ""
        warning = _("seat taken") if visit.seat_holder else warning
    if slip.repeated:
        warning = _("entered twice")
    asks = slip.awaits_confirmation
    right = _("confirm") if asks else ""
    link = _("by") if slip.giver.name else ""
    elsewhere = _is_elsewhere(slip.giver)
    return Looked(
        guest, link, slip.giver.name, note, warning, right,
        second_elsewhere=elsewhere, asks=asks,
    )  # fmt: skip


def _notes(slip: SlipRow, first: str) -> str:
    """Return where people of elsewhere belong, and what the slip says about the business."""
    chapters = [side.chapter for side in (slip.giver, slip.receiver) if _is_elsewhere(side)]
    return " · ".join(filter(None, [first, *chapters, slip.note]))


def _is_elsewhere(side: Side) -> bool:
    return side.person_id is not None and not side.home
