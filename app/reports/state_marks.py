"""How far a referral has come, as a circle that fills up: readable in black and white."""

from app.i18n import _
from app.reports.kit.page import Page
from app.reports.kit.palette import INK, MUTED
from app.reports.light_marks import disc
from app.rules.slips import ReferralState

RADIUS = 3.1
_PULL = RADIUS * 0.5523  # where the curves of a circle are pulled to


def state_word(state: ReferralState) -> str:
    """Return what a state is called on paper."""
    return {
        ReferralState.PASSED: _("new"),
        ReferralState.CONTACTED: _("contacted"),
        ReferralState.QUOTED: _("quoted"),
        ReferralState.WON: _("won"),
        ReferralState.LOST: _("lost"),
    }[state]


def draw_state(page: Page, x: float, middle: float, state: ReferralState) -> None:
    """Draw the mark of a state, its left edge given, around a middle height."""
    centre, up = x + RADIUS, page.sheet.height - middle
    if state is ReferralState.LOST:
        arm = RADIUS * 0.75
        cross = (
            f"{centre - arm:.2f} {up - arm:.2f} m {centre + arm:.2f} {up + arm:.2f} l "
            f"{centre - arm:.2f} {up + arm:.2f} m {centre + arm:.2f} {up - arm:.2f} l S"
        )
        page.code.append(f"q {MUTED.stroke} 0.9 w {cross} Q")
        return
    full = state is ReferralState.WON
    ring = disc(centre, up, RADIUS) + (" b" if full else " s")
    page.code.append(f"q {INK.fill} {INK.stroke} 0.8 w {ring} {_filled(centre, up, state)} Q")


def _filled(x: float, y: float, state: ReferralState) -> str:
    """Return the part of the circle that is filled, clockwise from the top."""
    quarter = _curve(x, y, RADIUS, 1)
    if state is ReferralState.CONTACTED:
        return f"{x:.2f} {y:.2f} m {x:.2f} {y + RADIUS:.2f} l {quarter} h f"
    if state is ReferralState.QUOTED:
        return f"{x:.2f} {y + RADIUS:.2f} m {quarter} {_curve(x, y, RADIUS, 2)} h f"
    return ""


def _curve(x: float, y: float, radius: float, quarter: int) -> str:
    """Return the first quarter of a circle from its top, or the second one from its right."""
    points = (
        (_PULL, radius, radius, _PULL, radius, 0.0)
        if quarter == 1
        else (radius, -_PULL, _PULL, -radius, 0.0, -radius)
    )
    a, b, c, d, e, f = points
    return f"{x + a:.2f} {y + b:.2f} {x + c:.2f} {y + d:.2f} {x + e:.2f} {y + f:.2f} c"
