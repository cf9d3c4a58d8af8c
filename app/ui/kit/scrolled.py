"""A part that scrolls where its place is too low for it."""

from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.kit.scrollbar import WIDTH, keep_place


def scrolled(part: QWidget, *, name: str, width: int = 0) -> QScrollArea:
    """Return an area that shows a part; with a ``width`` the part is just as wide.

    The scroll bar has its place beside the part, whether it is seen or not: where the part is to
    end with a page's margin, the page leaves the bar's width out of that.
    """
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(part)
    scroll.setAccessibleName(name)
    keep_place(scroll)
    if width:
        scroll.setFixedWidth(width + WIDTH)
    return scroll
