"""From a refused correction in the slip line to the editor that shows it beside the stored one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from app.queries.meeting import MeetingSheet
from app.queries.meeting_slips import SlipRow
from app.queries.roster import Party, parties
from app.rules.slip_entry import Understood
from app.ui.attempt import Both
from app.ui.desk import Desk
from app.ui.meeting.deeds import MeetingDeeds
from app.ui.meeting.line_clash import Clash, LineClashSheet


class Clashing(QObject):
    """Asks what stands stored now, and opens the editor of both."""

    def __init__(
        self, desk: Desk, deeds: MeetingDeeds, settled: Callable[[], object], parent: QObject
    ) -> None:
        """Call ``settled`` once one of the two is stored; until then the line keeps its own."""
        super().__init__(parent)
        self._desk = desk
        self._deeds = deeds
        self._settled = settled

    def meet(self, slip: SlipRow, said: Understood, both: Both) -> None:
        """Show what the line said of a slip beside what somebody else has stored meanwhile."""
        self._look(slip, partial(self._on_now, _Correction(slip, said, both)))

    def _look(self, slip: SlipRow, then: Callable[[MeetingSheet, SlipRow], object]) -> None:
        self._deeds.look_again(partial(self._on_looked, slip, then))

    def _on_looked(
        self, slip: SlipRow, then: Callable[[MeetingSheet, SlipRow], object], sheet: MeetingSheet
    ) -> None:
        now = next((one for one in sheet.slips if one.slip_id == slip.slip_id), None)
        if now is not None:
            then(sheet, now)

    def _on_now(self, meant: "_Correction", sheet: MeetingSheet, now: SlipRow) -> None:
        asked = self._desk.gateway.read(parties, sheet.held_on)
        asked.then(partial(self._on_parties, meant, sheet, now))

    def _on_parties(
        self, meant: "_Correction", sheet: MeetingSheet, now: SlipRow, everybody: tuple[Party, ...]
    ) -> None:
        ask_again = partial(self._look, meant.slip)
        clash = Clash(everybody, sheet.money, self._deeds.correct, ask_again)
        editor = LineClashSheet(clash, meant.slip, meant.said)
        editor.stored.connect(self._settled)
        self._desk.open_sheet(editor)
        editor.begin_with(meant.slip, now)
        editor.tell(meant.both)


@dataclass(frozen=True, slots=True)
class _Correction:
    """What the line said of a slip, and what it met."""

    slip: SlipRow
    said: Understood
    both: Both
