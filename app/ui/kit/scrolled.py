"""A part that scrolls where its place is too low for it."""

from PySide6.QtWidgets import QScrollArea, QWidget


def scrolled(part: QWidget, *, name: str, width: int = 0) -> QScrollArea:
    """Return an area that shows a part as wide as itself; with a ``width`` it is never wider."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(part)
    scroll.setAccessibleName(name)
    if width:
        scroll.setFixedWidth(width)
    return scroll
