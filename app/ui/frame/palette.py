"""The command palette: type a fragment, press Enter, and it is done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from typing_extensions import override

from app.i18n import _, ngettext
from app.ui import icons, typeface
from app.ui.actions import Action, Subject
from app.ui.frame.findlist import FindDelegate, FindModel
from app.ui.frame.finds import Find, Finds, deeds_with, find
from app.ui.kit import brush, keycap
from app.ui.kit.label import PlainLabel
from app.ui.kit.scrollbar import keep_place
from app.ui.theme import Tone, tokens
from app.ui.typeface import Size, Weight

_WIDTH = 640
_TOP = 104
_HEAD = 58
_FOOT = 40
_BELOW = 40


class Palette(QWidget):
    """Covers the window with a scrim and lists what matches the words typed."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._actions: Sequence[Action] = ()
        self._subjects: Sequence[Subject] = ()
        self._scope: Subject | None = None
        self._before: QWidget | None = None
        self._box = _Box(self)
        self.finds = FindModel(self)
        self._make_input()
        self._make_list()
        over.installEventFilter(self)
        self.hide()

    def open(self, actions: Sequence[Action], subjects: Sequence[Subject]) -> None:
        """Appear, with everything that can be done or found now."""
        self._actions, self._subjects = actions, subjects
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._enter_scope(None)
        self.show()
        self.raise_()
        self._place()
        self.input.setFocus()

    def add(self, actions: Sequence[Action]) -> None:
        """Offer more, which came while it was open already."""
        known = {action.name for action in self._actions}
        self._actions = [*self._actions, *(one for one in actions if one.name not in known)]
        if self.isVisible():
            self._refresh()

    def close_palette(self) -> None:
        """Go away and give the focus back."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.input and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._on_key(event)
            if event.type() == QEvent.Type.ShortcutOverride and _is_tab(event):
                event.accept()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens().scrim))

    def _make_input(self) -> None:
        self.input = QLineEdit(self._box)
        self.input.setObjectName("palette")
        self.input.setFont(typeface.font(Size.TITLE))
        self.input.setAccessibleName(_("Search or do"))
        self.input.installEventFilter(self)
        self.input.textChanged.connect(self._refresh)
        self._found = PlainLabel(
            size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED, align=brush.RIGHT,
            parent=self._box,
        )  # fmt: skip

    def _make_list(self) -> None:
        self._list = QListView(self._box)
        self._list.setAccessibleName(_("What was found"))
        self._list.setModel(self.finds)
        self._list.setItemDelegate(FindDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        keep_place(self._list, 8)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.clicked.connect(self._on_clicked)
        self._list.entered.connect(self._on_entered)

    def _enter_scope(self, subject: Subject | None) -> None:
        self._scope = subject
        hint = _("Search or do")
        if subject is not None:
            hint = _("What to do with {name}").format(name=subject.text)
        self.input.setPlaceholderText(hint)
        self.input.clear()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        words = self.input.text()
        if self._scope is not None:
            finds = deeds_with(self._scope, words)
        else:
            finds = find(words, self._actions, self._subjects)
        self.finds.show_lines(finds.lines)
        self._found.say(self._counted(finds, searching=bool(words.strip())))
        self._choose(self.finds.next_find(-1, 1))
        self._place()

    def _counted(self, finds: Finds, *, searching: bool) -> str:
        if self._scope is not None or not searching:
            return ngettext("{n} action", "{n} actions", finds.actions)
        parts = [
            _("{found} of {all} actions").format(found=finds.actions, all=len(self._actions)),
        ]
        if self._subjects:
            every = len(self._subjects)
            parts.append(_("{found} of {all} names").format(found=finds.subjects, all=every))
        return ", ".join(parts)

    def _place(self) -> None:
        self.setGeometry(self._over.rect())
        width = min(_WIDTH, self.width() - 32)
        top = min(_TOP, self.height() * 13 // 100)
        room = self.height() - top - _BELOW - _HEAD - _FOOT
        listed = min(self.finds.height(), max(80, room))
        self._box.setGeometry((self.width() - width) // 2, top, width, _HEAD + listed + _FOOT)
        found = 230 if width == _WIDTH else 0
        self.input.setGeometry(50, 8, width - 50 - 20 - found, 42)
        self._found.setGeometry(width - 20 - found, 8, found, 42)
        self._list.setGeometry(1, _HEAD, width - 2, listed)

    def _choose(self, row: int) -> None:
        index = self.finds.index(row, 0)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)
        if row == self.finds.next_find(-1, 1):
            self._list.scrollToTop()

    def _step(self, by: int) -> None:
        self._choose(self.finds.next_find(self._list.currentIndex().row(), by))

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._on_escape()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            for _turn in range(8):
                self._step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._current())
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._on_tab()
        elif key == Qt.Key.Key_Backspace and not self.input.text() and self._scope is not None:
            self._enter_scope(None)
        else:
            return False
        return True

    def _on_escape(self) -> None:
        if self._scope is not None:
            self._enter_scope(None)
        else:
            self.close_palette()

    def _on_tab(self) -> None:
        found = self._current()
        if found is not None and found.subject is not None and found.subject.deeds is not None:
            self._enter_scope(found.subject)

    def _current(self) -> Find | None:
        return self.finds.find_at(self._list.currentIndex().row())

    def _run(self, found: Find | None) -> None:
        if found is None:
            return
        self.close_palette()
        found.run()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._run(self.finds.find_at(index.row()))

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        if self.finds.find_at(index.row()) is not None:
            self._list.setCurrentIndex(index)


def _is_tab(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class _Box(QWidget):
    """The panel of the palette, with the keys that work in it at its foot."""

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        shades = tokens()
        brush.panel(painter, area, fill=shades.raised, line=shades.raised_line, radius=10)
        brush.rule(painter, 1, area.width() - 1, _HEAD - 1, colour=shades.raised_line)
        foot = area.bottom() - _FOOT
        brush.rule(painter, 1, area.width() - 1, foot, colour=shades.raised_line)
        icons.paint(painter, QRectF(20, 0, 20, _HEAD - 1), "search", shades.accent)
        self._paint_keys(painter, foot + _FOOT / 2)

    def _paint_keys(self, painter: QPainter, middle: float) -> None:
        hints = (
            (("↑", "↓"), _("choose")),
            (("Enter",), _("run")),
            (("Tab",), _("what can be done with it")),
            (("Esc",), _("close")),
        )
        font = typeface.font(Size.LABEL, Weight.MEDIUM)
        left = 20.0
        for keys, words in hints:
            for key in keys:
                left += keycap.width_of(key)
                keycap.paint(painter, left, middle, key)
                left += 5
            room = QRectF(left + 3, middle - 10, self.width() - left - 20, 20)
            left += brush.text(painter, room, words, font=font, colour=tokens().text) + 21
