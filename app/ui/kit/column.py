"""A page of one column that is scrolled where the window is too low for it."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from app.ui.kit.scrolled import scrolled

_MARGINS = 63  # of the page, left and right


def scrolled_column(page: QWidget, column: QLayout, *, width: int, name: str) -> None:
    """Fill a page with a column at most so wide, in pixels; ``name`` is what it is called."""
    inside = QWidget()
    inside.setObjectName("plain")
    inside.setMaximumWidth(width + _MARGINS)
    inside.setLayout(column)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scrolled(inside, name=name))
