"""Pictures of the window: every page as a PNG, for the manual and for looking at it."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QSize,
    Qt,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from app.ui.gateway import Answer, Gateway
from app.ui.window import Window

SIZE = QSize(1280, 800)
_ROUNDS = 4
_NOISE = "This plugin does not support propagateSizeHints()"


def picture(widget: QWidget, scale: float = 1.0) -> QImage:
    """Draw a widget as it is shown; ``scale`` 2 draws it as on a screen of 200 %."""
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image


def photograph(
    window: Window, names: Sequence[str], folder: Path, *, suffix: str = "", scale: float = 1.0
) -> Iterator[Path]:
    """Show page after page and save each as ``name.png``; yield the files as they come."""
    folder.mkdir(parents=True, exist_ok=True)
    window.resize(SIZE)
    window.show()
    for name in names:
        window.go(name)
        settle(window.desk.gateway)
        file = folder / f"{name}{suffix}.png"
        if not picture(window, scale).save(str(file)):
            raise OSError(str(file))
        yield file


@contextmanager
def hushed() -> Iterator[None]:
    """Leave out what Qt says of every window that has no screen; all else is said as before."""

    def hear(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if words == _NOISE:
            return
        if before is None:
            sys.stderr.write(qFormatLogMessage(kind, context, words) + "\n")
        else:
            before(kind, context, words)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def settle(gateway: Gateway) -> None:
    """Wait until everything asked so far is answered and drawn, and what the answers asked too."""
    for _round in range(_ROUNDS):
        _await(gateway.history())
        _await(gateway.compute(_nothing))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


def _await(answer: Answer[Any]) -> None:
    loop = QEventLoop()
    answer.ended.connect(loop.quit)
    loop.exec()


def _nothing() -> None:
    """Do nothing, behind everything that was to be done before it."""
