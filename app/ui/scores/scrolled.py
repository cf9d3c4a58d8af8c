"""A part of the Scores page that scrolls where the window is too low for it."""

from PySide6.QtWidgets import QScrollArea, QWidget

from app.i18n import _


def scrolled(inside: QWidget) -> QScrollArea:
    """Return an area that shows a part as wide as it is, and scrolls down it."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(inside)
    scroll.setAccessibleName(_("Scores"))
    return scroll
