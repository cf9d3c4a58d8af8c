"""Blocks about somebody that are stored one by one, each as soon as it is changed."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import AppError
from app.queries.member import MemberCard
from app.ui.desk import Desk


class CardForm(QWidget):
    """Shows the blocks of a card, made anew with every card; subclasses say which.

    Signals:
        refused: Something was not stored. Carries an AppError.
    """

    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: MemberCard | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        self._layout.addWidget(self._inside)

    def blocks(self, card: MemberCard) -> Iterable[QWidget]:
        """Return what is shown of a card, from the top down."""
        raise NotImplementedError

    def show_card(self, card: MemberCard) -> None:
        """Show what is known of somebody."""
        self._card = card
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for block in self.blocks(card):
            layout.addWidget(block)
        self._layout.replaceWidget(self._inside, inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = inside

    @Slot(object)
    def on_refused(self, error: AppError) -> None:
        """Pass on that something was not stored, and show what is."""
        self.refused.emit(error)
        if self._card is not None:
            self.show_card(self._card)
