"""The place of a page that is not built yet."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from app.i18n import _
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.page import Page


class BlankPage(Page):
    """Says that nothing is here yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        layout = QVBoxLayout(self)
        layout.addWidget(EmptyState(_("Nothing here yet")))

    @override
    def heading(self) -> Heading:
        return Heading(_("Nothing here yet"))
