"""Through whose eyes a member's page is seen: an officer's, his own, or another member's."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from app.rules.privacy import Audience
from app.ui.kit.label import PlainLabel
from app.ui.kit.segmented import SegmentedControl
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight

AUDIENCES = (Audience.OFFICERS, Audience.OWN, Audience.ROOM)


class ViewerSwitch(QWidget):
    """Three views of one page, and who may look at the one in force.

    Signals:
        chosen: Another view is wanted. Carries an Audience.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        words = (_("As an officer"), _("As the member himself"), _("As other members"))
        self._views = SegmentedControl(words, name=_("Seen"), small=True)
        self._views.chosen.connect(self._on_chosen)
        self._told = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._views)
        layout.addWidget(self._told, 1)

    def show_view(self, audience: Audience, name: str) -> None:
        """Show which view of whom is in force."""
        self._views.choose(AUDIENCES.index(audience))
        told = {
            Audience.OFFICERS: _("For officers"),
            Audience.OWN: _("For {name} only: what was earned and paid is shown").format(name=name),
            Audience.ROOM: _("What everybody may see of {name}").format(name=name),
        }
        self._told.say(told[audience], Tone.ACCENT if audience is Audience.OWN else Tone.MUTED)

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self.chosen.emit(AUDIENCES[place])
