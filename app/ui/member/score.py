"""The score of a member: its light, what is missing, and the items it is made of."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.standing import Choosable, Standing
from app.queries.traffic_lights import Shown
from app.reports.criteria import points
from app.reports.light_marks import name_of
from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.kit.light import Light, LightShape
from app.ui.member.bars import ItemBars
from app.ui.member.score_words import beside, dropping, missing, nearer, window_words
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight

_SIDE, _GAP = 280, 40
_NARROW = 760


class ScorePanel(QWidget):
    """Total and sentence at the left, bars at the right, or below where it is narrow.

    Signals:
        explained: The sheet that says why is wanted.
        profile_wanted: The score by another profile is wanted. Carries its name.
    """

    explained = Signal()
    profile_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._profiles: tuple[Choosable, ...] = ()
        self._chosen = ""
        self._window = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        self._light = LightShape(Light.GREY, name="", size=22)
        self._total = PlainLabel(size=Size.FIGURE, weight=Weight.SEMIBOLD)
        self._beside = PlainLabel(tone=Tone.MUTED)
        self._missing = PlainLabel(size=Size.SECTION, weight=Weight.SEMIBOLD, wrap=True)
        self._until = PlainLabel(tone=Tone.MUTED)
        self._dropping = PlainLabel(size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        self._why = Button(_("Why this score"), kind=Kind.LINK)
        self._other = Button(_("Under another profile"), kind=Kind.LINK)
        self._bars = ItemBars()
        self._why.clicked.connect(self.explained)
        self._other.clicked.connect(self._offer)
        self._lay_out()

    @property
    def sentence(self) -> str:
        """What is missing, in words."""
        return self._missing.text()

    @property
    def profile(self) -> str:
        """What the score is by."""
        return next((one.title for one in self._profiles if one.name == self._chosen), "")

    def show_standing(self, found: Standing) -> None:
        """Show another score; nothing at all where the audience may see none."""
        self.setVisible(found.shown is not Shown.NOBODY)
        self._profiles, self._chosen = found.profiles, found.profile.name
        self._window.say(window_words(found))
        self._show_total(found)
        sentence, until = missing(found)
        for label, words in (
            (self._missing, sentence), (self._until, _joined(nearer(found), until)),
            (self._dropping, dropping(found)),
        ):  # fmt: skip
            label.say(words)
            label.setVisible(bool(words))
        self._why.setVisible(bool(found.items) and bool(found.profiles))
        self._other.setVisible(len(found.profiles) > 1)
        self._bars.setVisible(bool(found.items))
        self._rest.setVisible(not found.items)
        self._bars.show_standing(found)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._row.direction():
            self._row.setDirection(way)
            self._row.setSpacing(16 if narrow else _GAP)
            self._side.setMaximumWidth(16777215 if narrow else _SIDE)

    def _show_total(self, found: Standing) -> None:
        known = found.light is not None and found.total is not None
        self._light.setVisible(known)
        self._total.setVisible(known)
        self._beside.say(beside(found))
        if found.light is not None and found.total is not None:
            words = name_of(found.light, found.profile.terms)
            self._light.show_light(Light(found.light.value), words)
            total = points(found.total, found.profile)
            self._total.say(total)
            self._why.relabel(_("Why {total}").format(total=total))

    @Slot()
    def _offer(self) -> None:
        menu = self.profile_menu()
        menu.popup(self._other.mapToGlobal(QPoint(0, self._other.height())))

    def profile_menu(self) -> QMenu:
        """Return the profiles to choose from, the one in force checked."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.triggered.connect(self._on_profile)
        for one in self._profiles:
            action = QAction(one.title.replace("&", "&&"), menu)
            action.setData(one.name)
            action.setCheckable(True)
            action.setChecked(one.name == self._chosen)
            menu.addAction(action)
        return menu

    @Slot(QAction)
    def _on_profile(self, action: QAction) -> None:
        self.profile_wanted.emit(str(action.data()))

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._side = QWidget()
        self._side.setMaximumWidth(_SIDE)
        self._side.setMinimumWidth(_SIDE)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._window)
        column.addLayout(_in_line(self._light, self._total, self._beside, gap=10))
        column.addSpacing(4)
        for label in (self._missing, self._until, self._dropping):
            column.addWidget(label)
        column.addSpacing(2)
        column.addLayout(_in_line(self._why, self._other, gap=18))
        column.addStretch(1)
        self._row.addWidget(self._side)
        self._row.addWidget(self._bars, 1)
        self._rest = QWidget()  # keeps the total at the left where there are no bars
        self._row.addWidget(self._rest, 1)


def _joined(nearer: str, until: str) -> str:
    """Return the way to the next colour and until when, as one line."""
    return ", ".join(filter(None, (nearer, until)))


def _in_line(*parts: QWidget, gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
