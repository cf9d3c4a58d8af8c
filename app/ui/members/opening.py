"""Opening the editors of people, once the book has said what they need to know."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from app.queries.classifications import Profession, professions
from app.queries.member import MemberCard, member_card
from app.queries.members import MemberRow
from app.queries.roster import Party, parties
from app.rules.people import PersonKind
from app.ui.desk import Desk
from app.ui.members.external import ExternalSheet
from app.ui.members.merging import MergeSheet
from app.ui.members.sheet import MemberSheet, Tab


class Editors(QObject):
    """Knows everybody and every profession, and opens a sheet when asked to."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parties: tuple[Party, ...] = ()
        self._professions: tuple[Profession, ...] = ()

    def reload(self) -> None:
        """Ask the book again."""
        self._desk.gateway.read(parties, self._desk.today()).then(self._on_parties)
        self._desk.gateway.read(professions).then(self._on_professions)

    def admit(self) -> None:
        """Ask for a new member."""
        self._open(Tab.DETAILS, None)

    def add_external(self) -> None:
        """Ask for a person of another chapter."""
        self._desk.open_sheet(ExternalSheet(self._desk, None))

    def edit(self, row: MemberRow, tab: Tab = Tab.DETAILS) -> None:
        """Open the editor of somebody."""
        if row.kind is PersonKind.EXTERNAL:
            self._desk.open_sheet(ExternalSheet(self._desk, row))
        else:
            self.edit_member(row.person_id, tab)

    def merge(self, person_id: int, other_id: int | None = None) -> None:
        """Ask who somebody really is."""
        self._desk.open_sheet(MergeSheet(self._desk, self._parties, person_id, other_id))

    def edit_member(self, person_id: int, tab: Tab = Tab.DETAILS) -> None:
        """Open the editor of a member."""
        self._desk.gateway.read(member_card, person_id).then(partial(self._open, tab))

    def _open(self, tab: Tab, card: MemberCard | None) -> None:
        sheet = MemberSheet(self._desk, self._parties, self._professions, card)
        sheet.show_tab(tab)
        self._desk.open_sheet(sheet)

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self._parties = found

    @Slot(object)
    def _on_professions(self, found: tuple[Profession, ...]) -> None:
        self._professions = found
