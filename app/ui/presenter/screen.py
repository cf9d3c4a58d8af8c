"""The presenter's window: fills the projector, follows the book, obeys keys alone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.errors import AppError
from app.i18n import _
from app.queries.presenter import Presented, presented
from app.ui.desk import Desk
from app.ui.presenter.board import Board, paint_board, read_out
from app.ui.presenter.boards import BOARDS, boards
from app.ui.presenter.canvas import Canvas, Step, open_canvas
from app.ui.presenter.keys import BACK, BLANK, HELP, ONWARD, paint_keys
from app.ui.theme import theme, tokens
from app.wording import sentence

if TYPE_CHECKING:
    from app.rules.live_total import Told
    from app.ui.gateway import Change

_DEPENDS_ON = frozenset({
    "chapter", "setting", "meeting", "slip", "spell", "person", "visitor", "official_row",
    "official_period", "classification",
})  # fmt: skip
_KEYS_SHOWN_MS = 6000

Screen = TypeVar("Screen")


class PresenterScreen(QWidget):
    """Shows one board after the other; gone when it is closed."""

    def __init__(self, desk: Desk, window: QWidget | None = None) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._desk = desk
        self._rows: Presented | None = None
        self._told: Sequence[Told] = ()  # which totals of closed business the room has seen
        self._refusal = ""
        self._place = 0
        self._blank = False
        self._asking = self._stale = False
        self._keys = QTimer(self, interval=_KEYS_SHOWN_MS, singleShot=True)
        self._keys.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setObjectName("presenter")
        self.setWindowTitle(_("Presenter"))
        desk.gateway.changed.connect(self._on_changed)
        theme().changed.connect(self.update)
        self._read()

    @property
    def board(self) -> Board | None:
        """The board that is shown, once the book has answered."""
        if self._rows is None:
            return None
        known = boards(self._rows)
        return known[self._place % len(known)](self._rows)

    @property
    def blank(self) -> bool:
        """Whether the screen is black."""
        return self._blank

    @property
    def shows_keys(self) -> bool:
        """Whether the keys are shown at the moment."""
        return self._keys.isActive()

    def come(self) -> None:
        """Fill the projector, or this screen where there is no other, and take the keys."""
        if not self.isVisible():
            window = self.parentWidget()
            own = window.screen() if window else QGuiApplication.primaryScreen()
            self.setGeometry(other_screen(own, QGuiApplication.screens()).geometry())
            self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def turn_to(self, place: int) -> None:
        """Show another board, counted from 0; after the last comes the first."""
        self._place = place % len(boards(self._rows) if self._rows else BOARDS)
        self._blank = False
        self._keys.stop()
        self._tell()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # a key pressed here is for the boards, not for the window behind them
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ONWARD:
            self.turn_to(self._place + 1)
        elif key in BACK:
            self.turn_to(self._place - 1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.turn_to(0 if key == Qt.Key.Key_Home else -1)
        elif key in BLANK:
            self._blank = not self._blank
        elif key in HELP:
            self._keys.stop() if self.shows_keys else self._keys.start()
        elif key in {Qt.Key.Key_F5, Qt.Key.Key_Escape}:
            self._leave(close=key == Qt.Key.Key_Escape)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._blank:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        painter.fillRect(self.rect(), QColor(tokens().window))
        canvas = open_canvas(painter, self.size())
        self._paint(canvas)
        if self.shows_keys:
            paint_keys(canvas)

    def _paint(self, canvas: Canvas) -> None:
        if self._rows is not None and self.board is not None:
            paint_board(canvas, self.board, self._rows.chapter)
        elif self._refusal:
            area = QRectF(canvas.left, 188, canvas.right - canvas.left, 60)
            canvas.write(area, self._refusal, size=Step.NAME, least=Step.SMALL)

    def _leave(self, *, close: bool) -> None:
        """Give the keys back to the window; where it lies below this screen, uncover it."""
        window = self.parentWidget()
        if close or (window and window.screen() is self.screen()):
            self.close()
        if window:
            window.activateWindow()

    def _tell(self) -> None:
        self.setAccessibleName(read_out(self.board) if self.board else self._refusal)
        self.update()

    def _read(self) -> None:
        """Ask the book, once at a time however fast slips come in."""
        if self._asking:
            self._stale = True
            return
        self._asking, self._stale = True, False
        answer = self._desk.gateway.read(presented, self._desk.today(), self._told)
        answer.then(self._on_rows).otherwise(self._on_refused)

    @Slot(object)
    def _on_changed(self, change: "Change") -> None:
        if change.tables & _DEPENDS_ON:
            self._read()

    @Slot(object)
    def _on_rows(self, rows: Presented) -> None:
        self._rows, self._refusal = rows, ""
        if rows.tonight is not None:
            self._told = rows.tonight.told
        self._on_answer()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._rows, self._refusal = None, sentence(error)
        self._on_answer()

    def _on_answer(self) -> None:
        self._asking = False
        self._tell()
        if self._stale:
            self._read()


def other_screen(own: Screen, screens: Sequence[Screen]) -> Screen:
    """Return the first screen that is not the window's own, if there is one."""
    return next((one for one in screens if one is not own), own)
