"""A small editor that lies over the right side of a page; Esc closes it, Ctrl+Enter stores."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError
from app.i18n import _
from app.ui.kit import brush
from app.ui.kit.banner import Banner, Gravity, Message
from app.ui.kit.button import Button, Kind
from app.ui.kit.keycap import KeyCap
from app.ui.kit.label import PlainLabel
from app.ui.kit.scrollbar import WIDTH as BAR
from app.ui.kit.scrolled import scrolled
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

WIDTH = 440
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(QWidget):
    """One small editor: put fields into ``body`` and override ``store``.

    One that only shows something is made with ``stores`` off and has no foot. One that lies
    ``over`` the editor it is about gives the place back to it.

    ``store`` calls ``done()`` once the book has taken it, or ``refuse(sentence)``: what most
    answers are handed to, ``on_stored`` and ``on_refused``, does so.

    Signals:
        closed: The editor is done with, stored or not.
    """

    closed = Signal()
    over = False

    def __init__(
        self,
        title: str,
        *,
        store_words: str = "",
        stores: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title = PlainLabel(title, size=Size.SECTION, weight=Weight.SEMIBOLD)
        self._close = Button("", kind=Kind.QUIET, icon="close", name=_("Close without storing"))
        self._refusal = Banner()
        self._store = Button(
            store_words or _("Store"), kind=Kind.PRIMARY, icon="check", parent=self
        )
        self._store.setVisible(stores)
        self._inside = QWidget()
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self._close.clicked.connect(self.done)
        self._store.clicked.connect(self._on_store)
        self._lay_out()
        if stores:
            self._add_foot()

    def store(self) -> None:
        """Send what was entered to the book; where there is nothing to store, go away."""
        self.done()

    def begin(self) -> None:
        """Put the cursor into the first field."""
        fields = self._inside.findChildren(QWidget)
        takes = Qt.FocusPolicy.TabFocus
        possible = (one for one in fields if one.focusPolicy() & takes and one.isVisibleTo(self))
        first = next(possible, self)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def done(self) -> None:
        """Go away."""
        self.closed.emit()

    @property
    def refusal(self) -> str:
        """Why it was not stored, as the user reads it."""
        return self._refusal.words

    def refuse(self, sentence: str) -> None:
        """Say above the fields why it was not stored; everything entered stays."""
        self._refusal.show_message(Message(sentence, Gravity.ERROR))

    @Slot(object)
    def on_stored(self, _change: object) -> None:
        """Go away."""
        self.done()

    @Slot(object)
    def on_refused(self, error: AppError) -> None:
        """Say why it was not stored."""
        from app.wording import sentence  # noqa: PLC0415  the first page needs no sheet's refusals

        self.refuse(sentence(error))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape or _stores(event))
            if event.isAccepted():
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done()
        elif _stores(event):
            self._on_store()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        painter.fillRect(self.rect(), QColor(shades.window))
        painter.fillRect(0, 0, 1, self.height(), QColor(shades.raised_line))
        brush.rule(painter, 24, self.width() - 24, 63, colour=shades.text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(23, 0, 16, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self._inside.setObjectName("plain")
        self._inside.setLayout(self.body)
        self.body.setContentsMargins(23, 16, 24 - BAR, 16)
        self.body.setSpacing(12)
        self.body.addWidget(self._refusal)
        scroll = scrolled(self._inside, name=self.accessibleName())
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.foot.setContentsMargins(23, 12, 24, 16)
        self.foot.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        head_area = QWidget()
        head_area.setFixedHeight(64)
        head_area.setLayout(head)
        layout.addWidget(head_area)
        layout.addWidget(scroll, 1)
        layout.addLayout(self.foot)

    def _add_foot(self) -> None:
        self.foot.addWidget(self._store)
        self.foot.addWidget(KeyCap("Ctrl"))
        self.foot.addWidget(KeyCap("Enter"))
        self.foot.addStretch(1)

    @Slot()
    def _on_store(self) -> None:
        self._refusal.show_message(None)
        self.store()


def _stores(event: QKeyEvent) -> bool:
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() in _ENTER and bool(held)


class SheetHost(QWidget):
    """Covers a page with a scrim while a sheet lies on it.

    Signals:
        covered: A sheet came or went: the page can do something else now.
    """

    covered = Signal()

    def __init__(self, under: QWidget) -> None:
        super().__init__(under)
        self._under = under
        self._sheet: Sheet | None = None
        self._beneath: list[Sheet] = []
        self._focus: QWidget | None = None
        under.installEventFilter(self)
        self.hide()

    def open(self, sheet: Sheet) -> None:
        """Show a sheet in place of any other, or over the one it is about."""
        if sheet.over and self._sheet is not None:
            self._beneath.append(self._sheet)
            self._sheet.hide()
        else:
            self.close_all()
            self._focus = self.window().focusWidget()
        sheet.setParent(self)
        sheet.closed.connect(self.close_sheet)
        self._show(sheet)

    @Slot()
    def close_sheet(self) -> None:
        """Take the sheet away and give the focus back, to the sheet beneath if there is one."""
        sheet, self._sheet = self._sheet, None
        if sheet is None:
            return
        sheet.hide()
        sheet.deleteLater()
        if self._beneath:
            self._show(self._beneath.pop())
            return
        self.hide()
        if self._focus is not None:
            self._focus.setFocus()
        self._focus = None
        self.covered.emit()

    def close_all(self) -> None:
        """Take away every sheet there is."""
        while self._sheet is not None:
            self.close_sheet()

    def _show(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._place()
        self.show()
        self.raise_()
        sheet.show()
        sheet.begin()
        self.covered.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._under and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        shades = tokens()
        veil = QColor(shades.scrim)
        veil.setAlphaF(veil.alphaF() * 0.25)
        QPainter(self).fillRect(QRectF(self.rect()), veil)

    def _place(self) -> None:
        self.setGeometry(self._under.rect())
        if self._sheet is not None:
            width = min(WIDTH, self.width())
            self._sheet.setGeometry(self.width() - width, 0, width, self.height())
