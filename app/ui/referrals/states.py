"""How far a referral has come, in words and in small steps."""

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.i18n import _
from app.rules.slips import ReferralState
from app.ui.slips.steps import paint_steps

_ORDER = tuple(ReferralState)
_STEPS = 4


def state_words(state: ReferralState, *, thanked: bool = False) -> str:
    """Return what a state is called in a list."""
    if state is ReferralState.WON and thanked:
        return _("business, thanked")
    return {
        ReferralState.PASSED: _("passed on"),
        ReferralState.CONTACTED: _("contacted"),
        ReferralState.QUOTED: _("quoted"),
        ReferralState.WON: _("business"),
        ReferralState.LOST: _("lost"),
    }[state]


class Progress(Protocol):
    """A referral on its way."""

    @property
    def state(self) -> ReferralState:
        """How far it has come."""

    @property
    def days(self) -> int:
        """For how many days it rests there."""

    @property
    def thanked(self) -> int | bool | None:
        """Whether money came of it, or how much."""

    @property
    def open(self) -> bool:
        """Whether something may still come of it."""


def age_words(row: Progress) -> str:
    """Return for how many days a referral has been in its state."""
    return _("{days} d").format(days=row.days)


def paint_state(painter: QPainter, area: QRectF, row: Progress) -> None:
    """Draw the steps a referral has taken and the word for them."""
    lost = row.state is ReferralState.LOST
    words = state_words(row.state, thanked=bool(row.thanked))
    done = 0 if lost else _ORDER.index(row.state) + 1
    paint_steps(painter, area, done, _STEPS, words, loud=row.open)
