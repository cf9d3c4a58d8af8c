"""A part in the middle of a window, as high as its words need at its own width."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def centred(part: QWidget) -> QHBoxLayout:
    """Return a row with a part in its middle.

    An alignment would do the same, but ask for the height at the width of the window.
    """
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(part)
    row.addStretch(1)
    return row
