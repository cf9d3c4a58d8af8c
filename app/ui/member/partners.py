"""Whom a member has met in a one-to-one: a dot for each other member, and who is missing."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _, ngettext
from app.queries.member_activity import Partner
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.section import SectionHead
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_YEAR = timedelta(days=365)
_DOT = 4.0
_PITCH = 18
_LINE = 16
_ROW = 22
_MISSING = 3


class PartnerPanel(QWidget):
    """Dots, the latest met, and those with most to gain from meeting."""

    def __init__(self) -> None:
        super().__init__()
        self._head = SectionHead(_("One-to-ones"))
        self._picture = _Picture()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._picture)
        layout.addStretch(1)

    def show_partners(self, partners: Sequence[Partner], today: date) -> None:
        """Show the other members."""
        met = [one for one in partners if is_met(one, today)]
        members = ngettext("{n} member", "{n} members", len(partners))
        words = _("{met} of {members} met").format(met=len(met), members=members)
        self._head.say(_("One-to-ones"), words)
        self._picture.show_partners(partners, today)


class _Picture(QWidget):
    """Paints the dots and the names."""

    def __init__(self) -> None:
        super().__init__()
        self._partners: Sequence[Partner] = ()
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_partners(self, partners: Sequence[Partner], today: date) -> None:
        """Show other members."""
        self._partners, self._today = partners, today
        self.setAccessibleDescription(
            "; ".join(f"{one.name}: {_met_words(one, today)}" for one in partners)
        )
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self._dots_height() + 2 * _ROW + 4 + _MISSING * _ROW)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_dots(painter)
        top = self._dots_height()
        latest = sorted((p for p in self._partners if p.last_met), key=_when, reverse=True)[:3]
        names = ", ".join(one.name for one in latest) or formats.DASH
        self._paint_pair(painter, top, _("Last met"), names)
        brush.rule(painter, 0, self.width(), top + _ROW + 1)
        self._paint_missing(painter, top + _ROW + 4)

    def _paint_dots(self, painter: QPainter) -> None:
        shades = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ordered = sorted(self._partners, key=lambda one: not is_met(one, self._today))
        for number, one in enumerate(ordered):
            line, place = divmod(number, self._per_line())
            at = QPointF(_DOT + 0.5 + place * _PITCH, 14 + line * _LINE)
            met = is_met(one, self._today)
            painter.setPen(QPen(QColor(shades.accent if met else shades.before), 1.2))
            painter.setBrush(QColor(shades.accent) if met else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, _DOT, _DOT)

    def _paint_pair(self, painter: QPainter, top: float, label: str, words: str) -> None:
        shades = tokens()
        area = QRectF(0, top, self.width(), _ROW)
        used = brush.text(
            painter, area, label, font=typeface.font(Size.LABEL, Weight.MEDIUM), colour=shades.muted
        )
        rest = area.adjusted(used + 12, 0, 0, 0)
        brush.text(painter, rest, words, font=typeface.font(), colour=shades.text)

    def _paint_missing(self, painter: QPainter, top: float) -> None:
        missing = [one for one in self._partners if not is_met(one, self._today)]
        missing.sort(key=_gain)
        self._paint_pair(painter, top, _("Not met, most to gain first"), "")
        shades = tokens()
        for place, one in enumerate(missing[:_MISSING]):
            area = QRectF(0, top + _ROW + place * _ROW, self.width(), _ROW)
            strong = typeface.font(Size.BODY, Weight.SEMIBOLD)
            used = brush.text(painter, area, one.name, font=strong, colour=shades.text)
            rest = area.adjusted(used + 12, 0, 0, 0)
            small = typeface.font(Size.LABEL)
            why = _why(one)
            brush.text(painter, rest, why, font=small, colour=shades.muted, align=brush.RIGHT)

    def _per_line(self) -> int:
        return max(1, (self.width() + 10) // _PITCH)

    def _dots_height(self) -> int:
        lines = -(-len(self._partners) // self._per_line())
        return 10 + max(1, lines) * _LINE


def is_met(partner: Partner, today: date) -> bool:
    """Tell whether two members met within a year."""
    return partner.last_met is not None and partner.last_met > today - _YEAR


def _when(partner: Partner) -> date:
    return partner.last_met or date.min


def _gain(partner: Partner) -> tuple[int, bool, date]:
    return -(partner.gave_me + partner.i_gave), not partner.same_sphere, _when(partner)


def _why(partner: Partner) -> str:
    if partner.gave_me:
        return ngettext("gave {n} referral", "gave {n} referrals", partner.gave_me)
    if partner.i_gave:
        return ngettext("was given {n} referral", "was given {n} referrals", partner.i_gave)
    return _("same contact sphere") if partner.same_sphere else ""


def _met_words(partner: Partner, today: date) -> str:
    if not is_met(partner, today):
        return _("not met")
    return _("met on {day}").format(day=formats.day_full(_when(partner)))
