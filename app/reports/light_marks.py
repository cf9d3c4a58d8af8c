"""A light on paper: a shape beside its name, so that no colour is needed to read it."""

from collections.abc import Mapping

from app.i18n import _
from app.reports.kit.page import Page
from app.reports.kit.palette import Colour
from app.rules.scoring.profile import Light

_ROUND = 0.5523  # of the radius: where the curves of a disc are pulled to


def _shade(red: float, green: float, blue: float) -> Colour:
    parts = f"{red:g} {green:g} {blue:g}"
    return Colour(f"{parts} rg", f"{parts} RG")


_SHADES = {
    Light.GREEN: _shade(0.18, 0.49, 0.196),
    Light.YELLOW: _shade(0.718, 0.584, 0.043),
    Light.RED: _shade(0.706, 0.137, 0.094),
    Light.GREY: _shade(0.42, 0.447, 0.502),
}


def name_of(light: Light, terms: Mapping[str, str]) -> str:
    """Return what a profile calls a colour."""
    usual = {
        Light.GREEN: _("green"),
        Light.YELLOW: _("yellow"),
        Light.RED: _("red"),
        Light.GREY: _("grey"),
    }
    return terms.get(light.value, usual[light])


def draw_light(page: Page, x: float, middle: float, light: Light, size: float = 6.6) -> None:
    """Draw a disc, triangle, square or ring whose left edge is given, around a middle height."""
    up = page.sheet.height - middle
    half, shade = size / 2, _SHADES[light]
    if light is Light.YELLOW:
        low, top = up - half, up + half
        path = f"{x:.2f} {low:.2f} m {x + size:.2f} {low:.2f} l {x + half:.2f} {top:.2f} l f"
    elif light is Light.RED:
        path = f"{x:.2f} {up - half:.2f} {size:.2f} {size:.2f} re f"
    else:
        path = disc(x + half, up, half) + (" f" if light is Light.GREEN else " S")
    page.code.append(f"q {shade.fill} {shade.stroke} 1.1 w {path} Q")


def disc(x: float, y: float, radius: float) -> str:
    """Return the path of a circle around a point that is measured from the page's foot."""
    pull = radius * _ROUND
    quarters = (
        (radius, pull, pull, radius, 0.0, radius),
        (-pull, radius, -radius, pull, -radius, 0.0),
        (-radius, -pull, -pull, -radius, 0.0, -radius),
        (pull, -radius, radius, -pull, radius, 0.0),
    )
    curves = " ".join(
        f"{x + a:.2f} {y + b:.2f} {x + c:.2f} {y + d:.2f} {x + e:.2f} {y + f:.2f} c"
        for a, b, c, d, e, f in quarters
    )
    return f"{x + radius:.2f} {y:.2f} m {curves}"
