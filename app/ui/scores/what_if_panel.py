"""What if: five numbers to change, and what the chapter's lights become at once."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.what_if import WhatIf
from app.reports.criteria import points, title
from app.reports.light_marks import name_of
from app.reports.score_table import value_words
from app.reports.what_if import months_shown
from app.rules.scoring.exact import exact, shortest
from app.rules.scoring.profile import Light as Colour
from app.rules.scoring.what_if import Assumed
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.button import Button, Kind
from app.ui.kit.field import LineField
from app.ui.kit.form import FormRow
from app.ui.kit.label import PlainLabel
from app.ui.kit.light import Light, paint_light
from app.ui.kit.linechart import Level, LineChart
from app.ui.kit.section import SectionHead
from app.ui.theme import Tone, tokens
from app.ui.typeface import Size, Weight

_ROW, _NAME, _TALL = 32, 168, 170
_MOST = 1_000


class WhatIfPanel(QWidget):
    """Fields above, a table of months and their course below.

    Signals:
        assumed: Something else is assumed. Carries an Assumed, or None for all as it goes on now.
    """

    assumed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._fields = {name: LineField(name=words) for name, words in _names().items()}
        self._rows = {name: FormRow(_names()[name], one) for name, one in self._fields.items()}
        self._back = Button(_("As it goes on now"), kind=Kind.LINK)
        self._note = PlainLabel(
            _("Who joins and leaves is spread over the six months. The rest goes on as in the "
              "last six."),
            size=Size.LABEL, tone=Tone.MUTED, wrap=True,
        )  # fmt: skip
        self._table = _Months()
        self._course = LineChart(name=_("The chapter's points, as they were and may be"))
        self._course.setFixedHeight(_TALL)
        self._quiet = False
        self._connect()
        self._lay_out()

    def show_what_if(self, rows: WhatIf) -> None:
        """Show what becomes of the assumptions; fields being typed in stay as they are."""
        self._quiet = True
        for name, text in _texts(rows.assumed).items():
            if not self._fields[name].hasFocus():
                self._fields[name].setText(text)
        self._quiet = False
        self._table.show_what_if(rows)
        self._show_course(rows)

    def read(self) -> Assumed | None:
        """Return what is entered; none where something is no number, which is told there."""
        found: dict[str, Fraction] = {}
        for name, field in self._fields.items():
            number = exact(field.text().strip().replace(",", ".").removesuffix("%").strip())
            whole = name in {"joins", "leaves"}
            if number is None or number > _MOST or (whole and number.denominator != 1):
                self._rows[name].say_wrong(
                    _("a whole number is expected") if whole else _("a number is expected")
                )
                continue
            self._rows[name].accept()
            found[name] = number
        if len(found) < len(self._fields):
            return None
        return Assumed(
            joins=int(found["joins"]),
            leaves=int(found["leaves"]),
            visitors=found["visitors"],
            given=found["given"],
            absent=min(found["absent"] / 100, Fraction(1)),
        )

    def _on_edited(self) -> None:
        if self._quiet:
            return
        entered = self.read()
        if entered is not None:
            self.assumed.emit(entered)

    def _on_back(self) -> None:
        self.setFocus()
        for row in self._rows.values():
            row.accept()
        self.assumed.emit(None)

    def _show_course(self, rows: WhatIf) -> None:
        course = [(one.month, one.total) for one in rows.past]
        course += [(one.month, one.score.total if one.score else None) for one in rows.coming]
        known = [(month, float(total)) for month, total in course if total is not None]
        bands, last = rows.profile.bands, rows.past[-1].month
        levels = [] if bands is None else [
            Level(float(bound), f"{name_of(light, rows.profile.terms)} {bound}")
            for light, bound in ((Colour.GREEN, bands.green), (Colour.YELLOW, bands.yellow))
        ]  # fmt: skip
        now = [place for place, (month, _total) in enumerate(known) if month == last]
        self._course.show_course(
            [formats.months()[month.month - 1][:3] for month, _total in known],
            [total for _month, total in known],
            levels=levels,
            marked={*now, len(known) - 1} if known else (),
        )

    def _connect(self) -> None:
        for field in self._fields.values():
            field.textEdited.connect(self._on_edited)
        self._back.clicked.connect(self._on_back)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(16)
        for name, row in self._rows.items():
            self._fields[name].setFixedWidth(128)
            fields.addWidget(row)
        fields.addStretch(1)
        words = QHBoxLayout()
        words.addWidget(self._note, 1)
        words.addWidget(self._back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 16)
        layout.setSpacing(8)
        layout.addLayout(fields)
        layout.addLayout(words)
        layout.addSpacing(8)
        layout.addWidget(self._table)
        layout.addSpacing(8)
        layout.addWidget(SectionHead(_("Eighteen months"), _("as they were, as they may be")))
        layout.addWidget(self._course)
        layout.addStretch(1)


class _Months(QWidget):
    """An item a line, a month a column: its value, small, and its points."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: WhatIf | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_what_if(self, rows: WhatIf) -> None:
        self._rows = rows
        self.setFixedHeight(28 + _ROW * (len(rows.profile.items) + 2))
        said = (
            f"{month} {points(score.total, rows.profile)}"
            for month, _members, score in months_shown(rows)
            if score is not None
        )
        self.setAccessibleName(", ".join(said))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(960, self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        rows = self._rows
        if rows is None:
            return
        painter = QPainter(self)
        shades, shown = tokens(), months_shown(rows)
        step = (self.width() - _NAME) / len(shown)
        plain, strong = typeface.font(), typeface.font(Size.BODY, Weight.SEMIBOLD)
        names = (_("Members at the end"), *(title(one) for one in rows.profile.items), _("Score"))
        for place, name in enumerate(names):
            top = 28 + place * _ROW
            font = strong if place == len(names) - 1 else plain
            area = QRectF(0, top, _NAME, _ROW)
            brush.text(painter, area, name, font=font, colour=shades.text)
            brush.rule(painter, 0, self.width(), top + _ROW - 1)
        brush.rule(painter, 0, self.width(), 27, colour=shades.text)
        for place in range(len(shown)):
            column = QRectF(_NAME + place * step, 0, step - 6, self.height())
            self._paint_month(painter, column, place, rows)

    def _paint_month(self, painter: QPainter, column: QRectF, place: int, rows: WhatIf) -> None:
        shades = tokens()
        month, members, score = months_shown(rows)[place]
        label = typeface.font(Size.LABEL, Weight.MEDIUM)
        head = _("now, {month}").format(month=month) if place == 0 else month
        area = QRectF(column.left(), 0, column.width(), 24)
        brush.text(painter, area, head, font=label, colour=shades.muted, align=brush.RIGHT)
        line = QRectF(column.left(), 28, column.width(), _ROW)
        font = typeface.font()
        text = str(members)
        brush.text(painter, line, text, font=font, colour=shades.muted, align=brush.RIGHT)
        if score is None:
            return
        bold, small = typeface.font(Size.BODY, Weight.SEMIBOLD), typeface.font(Size.LABEL)
        for one in score.items:
            line.translate(0, _ROW)
            ink = shades.text if one.points else shades.muted
            text = points(one.points, rows.profile)
            brush.text(painter, line, text, font=bold, colour=ink, align=brush.RIGHT)
            before = line.adjusted(0, 0, -28, 0)
            text = value_words(one, rows.money)
            brush.text(painter, before, text, font=small, colour=shades.muted, align=brush.RIGHT)
        line.translate(0, _ROW)
        text = points(score.total, rows.profile)
        wide = brush.text(painter, line, text, font=bold, colour=shades.text, align=brush.RIGHT)
        shape = QPointF(line.right() - wide - 14, line.center().y())
        paint_light(painter, shape, Light(score.light.value), 11)


def _names() -> dict[str, str]:
    return {
        "joins": _("Members join"),
        "leaves": _("Members leave"),
        "visitors": _("Visitors a week"),
        "given": _("Referrals each, a week"),
        "absent": _("Absent, per cent"),
    }


def _texts(assumed: Assumed) -> dict[str, str]:
    return {
        "joins": str(assumed.joins),
        "leaves": str(assumed.leaves),
        "visitors": shortest(assumed.visitors),
        "given": shortest(assumed.given),
        "absent": shortest(assumed.absent * 100),
    }
