"""A column in the middle of a window that has nothing else to show."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

_WIDTH = 560


def centre(window: QWidget, column: QVBoxLayout) -> None:
    """Fill a window with one column, a little above its middle."""
    inside = QWidget()
    inside.setObjectName("plain")
    inside.setFixedWidth(_WIDTH)
    inside.setLayout(column)
    layout = QVBoxLayout(window)
    layout.addStretch(2)
    layout.addLayout(_in_the_middle(inside))
    layout.addStretch(3)


def _in_the_middle(part: QWidget) -> QHBoxLayout:
    # An alignment would do the same, but ask for the height at the width of the window.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(part)
    row.addStretch(1)
    return row
