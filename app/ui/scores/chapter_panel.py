"""The chapter's own light: its total, every item's steps, twelve months, and the criteria."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.formats import Money
from app.i18n import _
from app.queries.chapter_lights import ChapterLights
from app.reports.criteria import bound, counted, points, title
from app.reports.criteria_foot import notes
from app.reports.light_marks import name_of
from app.reports.score_table import Explained, next_step, value_words
from app.rules.scoring.profile import Light as Colour
from app.rules.scoring.profile import Profile
from app.rules.scoring.scores import ItemScore
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.label import PlainLabel
from app.ui.kit.light import Light, paint_light
from app.ui.kit.linechart import Level, LineChart
from app.ui.kit.section import SectionHead
from app.ui.theme import Tone, tokens
from app.ui.typeface import Size, Weight

_ROW = 34
_TALL = 170


class ChapterPanel(QWidget):
    """Everything known of the chapter's light in a window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._total = _Total()
        self._items = ItemTable()
        self._nothing = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._course_head = SectionHead(_("Twelve months"))
        self._course = LineChart(name=_("The chapter's points month by month"))
        self._course.setFixedHeight(_TALL)
        self._criteria_head = SectionHead(_("Criteria"))
        self._criteria = PlainLabel(size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        self._lay_out()

    def show_lights(self, rows: ChapterLights) -> None:
        """Show another window, or another profile."""
        self._total.show_lights(rows)
        self._items.show_lights(rows)
        self._nothing.setVisible(rows.score is None)
        self._nothing.say(_("There is no score: no meeting of this time was completed."))
        self._show_course(rows)
        self._criteria_head.say(_("Criteria"), rows.profile.title)
        self._criteria.say(criteria_words(rows.profile, rows.money))

    def _show_course(self, rows: ChapterLights) -> None:
        known = [one for one in rows.months if one.total is not None]
        self._course.setVisible(bool(known))
        bands = rows.profile.bands
        levels = [] if bands is None else [
            Level(float(bounds), f"{name_of(light, rows.profile.terms)} {bounds}")
            for light, bounds in (
                (Colour.GREEN, bands.green), (Colour.YELLOW, bands.yellow), (Colour.RED, bands.red)
            )
        ]  # fmt: skip
        self._course.show_course(
            [formats.months()[one.month.month - 1][:3] for one in known],
            [float(one.total or 0) for one in known],
            levels=levels,
            marked={0, len(known) - 1} if known else (),
        )

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(40)
        upper.addWidget(self._total, 0, Qt.AlignmentFlag.AlignTop)
        upper.addWidget(self._items, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(8)
        layout.addWidget(self._nothing)
        layout.addLayout(upper)
        layout.addSpacing(8)
        layout.addWidget(self._course_head)
        layout.addWidget(self._course)
        layout.addWidget(self._criteria_head)
        layout.addWidget(self._criteria)
        layout.addStretch(1)


def criteria_words(profile: Profile, money: Money) -> str:
    """Return the rules of a profile, a line each."""
    return "\n".join(
        "   ".join(f"{one.sign} {one.words}".strip() for one in note)
        for note in notes(profile, money)
    )


class _Total(QWidget):
    """The shape, the total and the colour's name."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: ChapterLights | None = None
        self.setFixedSize(200, 96)

    def show_lights(self, rows: ChapterLights) -> None:
        self._rows = rows
        self.setVisible(rows.score is not None)
        if rows.score is not None:
            total = points(rows.score.total, rows.profile)
            self.setAccessibleName(f"{total} {name_of(rows.score.light, rows.profile.terms)}")
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        rows = self._rows
        if rows is None or rows.score is None:
            return
        painter = QPainter(self)
        shades = tokens()
        paint_light(painter, QPointF(12, 44), Light(rows.score.light.value), 22)
        big = typeface.font(Size.FIGURE, Weight.SEMIBOLD)
        total = points(rows.score.total, rows.profile)
        wide = brush.text(painter, QRectF(38, 20, 120, 48), total, font=big, colour=shades.text)
        words = _("of {most}, {colour}").format(
            most=rows.profile.most, colour=name_of(rows.score.light, rows.profile.terms)
        )
        beside = QRectF(38 + wide + 10, 26, self.width() - wide - 48, 40)
        brush.text(painter, beside, words, font=typeface.font(), colour=shades.muted)


class ItemTable(QWidget):
    """A line an item: what was counted, its value, the step reached, the next one, the points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: ChapterLights | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lights(self, rows: ChapterLights) -> None:
        """Show another score."""
        self._rows = rows
        items = rows.score.items if rows.score else ()
        said = (f"{title(one.item)} {points(one.points, rows.profile)}" for one in items)
        self.setAccessibleName("; ".join(said))
        self.setFixedHeight(max(24 + _ROW * len(items), 1))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(696, self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        rows = self._rows
        if rows is None or rows.score is None:
            return
        painter = QPainter(self)
        self._paint_heads(painter)
        for place, one in enumerate(rows.score.items):
            line = QRectF(0, 24 + place * _ROW, self.width(), _ROW - 1)
            self._paint_line(painter, line, one, rows)

    def _paint_heads(self, painter: QPainter) -> None:
        font = typeface.font(Size.LABEL, Weight.MEDIUM)
        ink = tokens().muted
        heads = (_("counted"), _("value"), _("step"), _("next step"), _("points"))
        for head, area in zip(heads, self._areas(QRectF(0, 0, self.width(), 22)), strict=True):
            brush.text(painter, area, head, font=font, colour=ink, align=brush.RIGHT)
        brush.rule(painter, 0, self.width(), 23, colour=tokens().text)

    def _areas(self, line: QRectF) -> tuple[QRectF, ...]:
        """Return where each figure stands, from the left."""
        ends = (0.40, 0.52, 0.64, 0.90, 1.0)
        starts = (0.24, 0.41, 0.53, 0.65, 0.91)
        wide = line.width()
        return tuple(
            QRectF(start * wide, line.top(), (end - start) * wide, line.height())
            for start, end in zip(starts, ends, strict=True)
        )

    def _paint_line(
        self, painter: QPainter, line: QRectF, one: ItemScore, rows: ChapterLights
    ) -> None:
        shades = tokens()
        name = QRectF(0, line.top(), line.width() * 0.24, line.height())
        brush.text(painter, name, title(one.item), font=typeface.font(), colour=shades.text)
        explained = Explained(rows.score, rows.profile, rows.money) if rows.score else None
        texts = (
            _counted(one, rows),
            value_words(one, rows.money),
            bound(one.item, one.reached, rows.money) if one.reached else formats.DASH,
            next_step(explained, one) if explained else "",
        )
        areas = self._areas(line)
        plain, ink = typeface.font(Size.LABEL), shades.muted
        for text, area in zip(texts, areas, strict=False):
            brush.text(painter, area, text, font=plain, colour=ink, align=brush.RIGHT)
        bold = typeface.font(Size.SECTION, Weight.SEMIBOLD)
        text = points(one.points, rows.profile)
        brush.text(painter, areas[-1], text, font=bold, colour=shades.text, align=brush.RIGHT)
        brush.rule(painter, 0, line.width(), line.bottom())


def _counted(one: ItemScore, rows: ChapterLights) -> str:
    count = counted(one.count, rows.money)
    if one.divisor is None:
        return count
    return _("{count} of {divisor}").format(count=count, divisor=counted(one.divisor, rows.money))
