"""The place between header and page where messages appear."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit.banner import Banner, Message


class Strip(QWidget):
    """Holds one message at the page's own margins; takes no room without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(31, 12, 32, 0)
        layout.addWidget(self.banner)
        self.banner.closed.connect(self._on_closed)
        self.hide()

    @Slot(object)
    def show_message(self, message: Message | None) -> None:
        """Show a message, or none."""
        self.banner.show_message(message)
        self.setVisible(message is not None)

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
