"""The list of visitors."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from typing_extensions import override

from app.i18n import _, ngettext
from app.queries.classifications import Profession, professions
from app.queries.roster import Party, parties
from app.queries.visitors import VisitorRow, Visitors, visitors
from app.rules.people import VisitorStage
from app.services import newcomers, slips
from app.services import visitors as deeds
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.listing import Filter, ListPage
from app.ui.slips.cells import side_text
from app.ui.slips.foot import ListFoot
from app.ui.tables import Column
from app.ui.visitors.columns import columns
from app.ui.visitors.sheet import JoinSheet, VisitorSheet
from app.ui.visitors.stages import is_open, stage_words

_KEYS = {
    VisitorStage.INVITED: "I|1",
    VisitorStage.ATTENDED: "A|2",
    VisitorStage.FOLLOWED_UP: "F|3",
    VisitorStage.APPLIED: "P|4",
    VisitorStage.JOINED: "J|5",
    VisitorStage.DECLINED: "D|6",
}


class VisitorsPage(ListPage[VisitorRow]):
    """Every guest; the stage is changed by a key, credits are confirmed by another."""

    NAME = "visitors"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"visitor", "slip", "meeting", "person", "classification", "spell", "setting"}
    )

    def __init__(self, desk: Desk) -> None:
        self._parties: tuple[Party, ...] = ()
        self._professions: tuple[Profession, ...] = ()
        self._allowed: int | None = None
        self._waiting = 0
        super().__init__(desk)
        self.foot.addWidget(ListFoot(self.table, self.row_deeds, _hints()))

    @override
    def heading(self) -> Heading:
        new = Action("visitors.invite", _("Invite a visitor"), self._new, "Ctrl+N", "plus")
        words = ngettext("{n} credit to confirm", "{n} credits to confirm", self._waiting)
        return Heading(_("Visitors"), note=words if self._waiting else "", primary=new)

    @override
    def columns(self) -> Sequence[Column[VisitorRow]]:
        return columns(self._correct, self._advance, lambda: self._allowed)

    @override
    def filters(self) -> Sequence[Filter[VisitorRow]]:
        return (
            Filter(_("On the way"), is_open, "stage"),
            Filter(_("Joined"), lambda row: row.stage is VisitorStage.JOINED, "stage"),
            Filter(_("Declined"), lambda row: row.stage is VisitorStage.DECLINED, "stage"),
            Filter(_("Credit to confirm"), lambda row: bool(row.unconfirmed)),
            Filter(_("Seat free"), lambda row: not row.seat_holder),
        )

    @override
    def key(self, row: VisitorRow) -> int:
        return row.visitor_id

    @override
    def searched(self, row: VisitorRow) -> str:
        parts = (
            row.name,
            row.profession,
            side_text(row.inviter),
            row.company,
            row.phone,
            row.email,
        )
        return " ".join(parts)

    @override
    def emptiness(self) -> EmptyState:
        return EmptyState(
            _("No visitors yet"),
            _("Enter whom a member invites. Whoever comes without is entered at the meeting."),
            icon="visitors",
            action=self.heading().primary,
        )

    @override
    def row_deeds(self, row: VisitorRow) -> Sequence[Action]:
        return (
            *(self._step(row, stage) for stage in VisitorStage),
            Action("visitor.confirm", _("Confirm the credit"), partial(self._confirm, row), "C",
                   "check", group=1, enabled=bool(row.unconfirmed)),
            Action("visitor.visit", _("Record a visit to the next meeting"),
                   partial(self._visit, row), "V", "calendar", group=1),
            Action("visitor.edit", _("Edit …"), partial(self.open_row, row), "E", "pencil",
                   group=1),
            Action("visitor.remove", _("Remove"), partial(self._remove, row), "Del", "trash",
                   group=1),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        self.gateway.read(parties, self.desk.today()).then(self._on_parties)
        self.gateway.read(professions).then(self._on_professions)
        self.gateway.read(visitors, self.desk.today()).then(self._on_visitors)

    @Slot(object)
    @override
    def open_row(self, row: VisitorRow) -> None:
        self.desk.open_sheet(VisitorSheet(self.desk, self._parties, self._professions, row))

    def _new(self) -> None:
        self.desk.open_sheet(VisitorSheet(self.desk, self._parties, self._professions, None))

    def _step(self, row: VisitorRow, stage: VisitorStage) -> Action:
        joining = stage is VisitorStage.JOINED
        words = _("join as a member …") if joining else stage_words(stage)
        deed = partial(self._advance, row, stage)
        free = row.stage is not stage and row.joined_as_id is None
        return Action(f"visitor.{stage}", words, deed, _KEYS[stage], enabled=free)

    def _advance(self, row: VisitorRow, stage: VisitorStage) -> None:
        if stage is VisitorStage.JOINED:
            self.desk.open_sheet(JoinSheet(self.desk, self._professions, row))
            return
        label = _("Visitor {name}: {stage}").format(name=row.name, stage=stage_words(stage))
        self.gateway.write(label, deeds.advance, visitor_id=row.visitor_id, stage=stage)

    def _correct(self, row: VisitorRow, **changed: object) -> None:
        facts: dict[str, object] = {
            "visitor_id": row.visitor_id,
            "version": row.version,
            "name": row.name,
            "profession": row.profession,
            "company": row.company,
            "phone": row.phone,
            "email": row.email,
            "inviter_id": row.inviter.person_id,
            "note": row.note,
        }
        label = _("Visitor {name} corrected").format(name=row.name)
        self.gateway.write(
            label, newcomers.with_sides, deed=deeds.correct, sides={}, facts=facts | changed
        )

    def _confirm(self, row: VisitorRow) -> None:
        for visit in row.unconfirmed:
            label = _("Visit of {visitor}: credit for {name} confirmed").format(
                visitor=row.name, name=visit.inviter
            )
            self.gateway.write(label, slips.confirm_visit, slip_id=visit.slip_id)

    def _visit(self, row: VisitorRow) -> None:
        self.gateway.write(
            _("Visit of {visitor}").format(visitor=row.name),
            slips.welcome,
            dated_on=self.desk.today(),
            inviter_id=row.inviter.person_id,
            name=row.name,
        )

    def _remove(self, row: VisitorRow) -> None:
        label = _("Visitor {name} removed").format(name=row.name)
        self.gateway.write(label, deeds.remove, visitor_id=row.visitor_id)

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self._parties = found

    @Slot(object)
    def _on_professions(self, found: tuple[Profession, ...]) -> None:
        self._professions = found

    @Slot(object)
    def _on_visitors(self, found: Visitors) -> None:
        self._allowed = found.visits_allowed
        self._waiting = sum(len(row.unconfirmed) for row in found.rows)
        self.show_rows(found.rows)
        self.heading_changed.emit()


def _hints() -> list[tuple[str, str]]:
    return [
        ("A", _("attended")),
        ("F", _("followed up")),
        ("P", _("applied")),
        ("J", _("join")),
        ("D", _("declined")),
        ("C", _("confirm the credit")),
        ("E", _("edit")),
        ("Del", _("remove")),
    ]
