"""The stages of a visitor in words and small steps."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.i18n import _
from app.queries.visitors import VisitorRow
from app.rules.people import VisitorStage
from app.ui.slips.steps import paint_steps

ORDER = tuple(VisitorStage)
_WAY = 5
_OPEN = (
    VisitorStage.INVITED,
    VisitorStage.ATTENDED,
    VisitorStage.FOLLOWED_UP,
    VisitorStage.APPLIED,
)


def stage_words(stage: VisitorStage) -> str:
    """Return what a stage is called."""
    return {
        VisitorStage.INVITED: _("invited"),
        VisitorStage.ATTENDED: _("attended"),
        VisitorStage.FOLLOWED_UP: _("followed up"),
        VisitorStage.APPLIED: _("applied"),
        VisitorStage.JOINED: _("joined"),
        VisitorStage.DECLINED: _("declined"),
    }[stage]


def is_open(row: VisitorRow) -> bool:
    """Tell whether a visitor may still join."""
    return row.stage in _OPEN


def paint_stage(painter: QPainter, area: QRectF, row: VisitorRow) -> None:
    """Draw the steps a visitor has taken and the word for them."""
    declined = row.stage is VisitorStage.DECLINED
    done = 0 if declined else ORDER.index(row.stage) + 1
    paint_steps(painter, area, done, _WAY, stage_words(row.stage), loud=is_open(row))
