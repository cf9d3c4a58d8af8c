"""The signs of the program, by meaning, in whatever colour the moment asks for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app import paths

GRID = 20


def paint(
    painter: QPainter, area: QRectF, name: str, colour: str | QColor, *, size: int = GRID
) -> None:
    """Draw a sign in the middle of an area, sharp at the painter's own resolution."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    picture = pixmap(name, QColor(colour).name(), size, ratio)
    left = area.center().x() - size / 2
    top = area.center().y() - size / 2
    painter.drawPixmap(QRectF(round(left), round(top), size, size), picture, _whole(picture))


@cache
def pixmap(name: str, colour: str, size: int = GRID, ratio: float = 1.0) -> QPixmap:
    """Return a sign as a picture; ``size`` is in device-independent pixels."""
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str) -> QIcon:
    """Return a sign for Qt's own controls, drawn for plain and for dense screens."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(pixmap(name, colour, GRID, ratio))
    return result


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def _whole(picture: QPixmap) -> QRectF:
    return QRectF(0, 0, picture.width(), picture.height())
