"""What stands in the header above a page."""

from app.rows import row
from app.ui.actions import Action
from app.ui.theme import Tone


@row(frozen=True, slots=True)
class HeadChip:
    """A small word of state beside the title; dashed while it is only a draft."""

    text: str
    icon: str = ""
    tone: Tone = Tone.TEXT
    dashed: bool = False


@row(frozen=True, slots=True)
class Heading:
    """Title, what stands beside it, the neighbours and the page's one primary action.

    ``brief_note`` stands there where the note does not fit.
    ``provisional`` makes the line under the header a dashed one.
    """

    title: str
    note: str = ""
    chip: HeadChip | None = None
    primary: Action | None = None
    back: Action | None = None
    forward: Action | None = None
    provisional: bool = False
    brief_note: str = ""
