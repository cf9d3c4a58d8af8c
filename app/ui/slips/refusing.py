"""Saying above a list why a slip was not changed, with the way to its meeting."""

from functools import partial

from app.errors import AppError
from app.i18n import _
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.kit.banner import Gravity, Message
from app.ui.slips.cells import SlipRow
from app.wording import sentence


def refusal(desk: Desk, row: SlipRow, error: AppError) -> None:
    """Say why; where the meeting is no draft any more, offer to go there."""
    way_out = None
    if error.reason == "meeting_not_draft":
        go = partial(desk.go, "meetings", row.held_on)
        way_out = Action("slip.meeting", _("Open the meeting"), go)
    desk.say(Message(sentence(error), Gravity.ERROR, way_out))
