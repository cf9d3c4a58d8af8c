"""What waits for the membership committee: letters to print and send, decisions, renewals."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from typing_extensions import override

from app.i18n import _, ngettext
from app.queries.committee import Committee, CommitteeRow, Matter, committee
from app.rules.letters import LetterKey, LetterKind, LetterState, RulingKind
from app.services import letters, rulings
from app.ui.actions import Action
from app.ui.committee.columns import columns
from app.ui.committee.printing import LetterPrinting
from app.ui.committee.sheets import AsideSheet, DeferSheet, RenewSheet, RulingSheet
from app.ui.committee.view import View
from app.ui.committee.words import matter_words, why_words
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.empty import EmptyState
from app.ui.listing import Filter, ListPage
from app.ui.paper.progress import ProgressStrip
from app.ui.slips.foot import ListFoot
from app.ui.tables import Column
from app.wording.committee import letter_words, ruling_words

_ATTENDANCE = (
    *(Matter.BEYOND, Matter.LIMIT, Matter.WARNING, Matter.SUBSTITUTES, Matter.MEDICAL),
    *(Matter.PROBATION, Matter.SEAT_OPENED, Matter.LEAVE),
)
_MEMBERSHIP = (Matter.REMOVED, Matter.EXPIRED, Matter.LATE, Matter.REVIEW, Matter.TRAINING)
_ENDS = {
    Matter.PROBATION: RulingKind.PROBATION,
    Matter.SEAT_OPENED: RulingKind.SEAT_OPENED,
    Matter.LEAVE: RulingKind.MEDICAL_LEAVE,
}


class CommitteePage(ListPage[CommitteeRow]):
    """Letters, warnings, decisions, renewals, reviews and members to coach in one list."""

    NAME = "committee"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"letter", "ruling", "mark", "meeting", "spell", "person", "setting", "training", "holder"}
        | {"slip", "official_row", "letter_template"}
    )

    def __init__(self, desk: Desk) -> None:
        self._found: Committee | None = None
        super().__init__(desk)
        self.printing = LetterPrinting(desk, self)
        self.printing.went_out.connect(self._on_out)
        progress = ProgressStrip()
        self.printing.began.connect(progress.follow)
        self.upper.addWidget(progress)
        self.foot.addWidget(ListFoot(self.table, self.row_deeds, _hints()))

    @override
    def heading(self) -> Heading:
        due = len(self._due())
        words = ngettext("{n} letter due", "{n} letters due", due)
        everything = Action(
            "committee.print", _("Print all due letters"), self._print_all, "Ctrl+P", "print",
            enabled=due > 0,
        )  # fmt: skip
        return Heading(_("Committee"), note=words, primary=everything)

    @override
    def deeds(self) -> Sequence[Action]:
        due = self._due()
        return (
            Action("committee.save", _("Save all due letters as PDF …"),
                   partial(self.printing.save, due), "Ctrl+S", "save", enabled=bool(due)),
            Action("committee.sent", _("Mark all due letters as sent"),
                   partial(self._mark_sent, due), "Ctrl+Shift+M", "check", enabled=bool(due)),
            Action("committee.pack", _("Print the committee's papers"),
                   partial(self.desk.go, "reports", "committee-pack"), "Ctrl+Shift+P", "document"),
            Action("committee.wording", _("Wording of the letters"),
                   partial(self.desk.go, "letters"), "Ctrl+Shift+W", "pencil"),
            *super().deeds(),
        )  # fmt: skip

    @override
    def columns(self) -> Sequence[Column[CommitteeRow]]:
        return columns()

    @override
    def filters(self) -> Sequence[Filter[CommitteeRow]]:
        return (
            Filter(_("Letters"), lambda row: row.matter is Matter.LETTER, "matter"),
            Filter(_("Attendance"), lambda row: row.matter in _ATTENDANCE, "matter"),
            Filter(_("Membership"), _is_membership, "matter"),
            Filter(_("To coach"), lambda row: row.matter is Matter.COACH, "matter"),
            Filter(_("Open only"), lambda row: row.open, on=True),
        )

    @override
    def aim(self, target: object) -> None:
        """Show one kind of matter only."""
        if isinstance(target, View):
            self.chips[target].setChecked(True)

    @override
    def key(self, row: CommitteeRow) -> Hashable:
        ruling = row.ruling.starts_on if row.ruling else None
        return row.matter, row.person_id, row.letter.key if row.letter else None, ruling

    @override
    def searched(self, row: CommitteeRow) -> str:
        return f"{row.name} {matter_words(row)} {why_words(row)}"

    @override
    def emptiness(self) -> EmptyState:
        return EmptyState(
            _("Nothing waits for the committee"),
            _("Letters, warnings, renewals and reviews appear here by themselves."),
            icon="committee",
        )

    @override
    def row_deeds(self, row: CommitteeRow) -> Sequence[Action]:
        return (
            *self._letter_deeds(row),
            *self._decisions(row),
            Action("committee.renew", _("Renew the membership …"), partial(self._renew, row), "R",
                   "refresh", group=1, enabled=_is_membership(row)),
            Action("committee.member", _("Show the member"), partial(self.open_row, row), "E",
                   "person", group=1),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        self.gateway.read(committee, self.desk.today()).then(self._on_committee)

    @Slot(object)
    @override
    def open_row(self, row: CommitteeRow) -> None:
        self.desk.go("members", row.person_id)

    def _letter_deeds(self, row: CommitteeRow) -> Sequence[Action]:
        letter = row.letter
        due = letter is not None and row.open and letter.called_for
        decided = letter is not None and letter.state is not LetterState.DUE
        return (
            Action("letter.print", _("Print the letter"), partial(self._print, row), "P", "print",
                   enabled=letter is not None and letter.called_for),
            Action("letter.read", _("Read the letter"), partial(self._read, row), "V", "mail",
                   enabled=letter is not None and letter.called_for),
            Action("letter.sent", _("Mark as sent"), partial(self._send, row), "S", "check",
                   enabled=due),
            Action("letter.defer", _("Put off …"), partial(self._defer, row), "D", "clock",
                   enabled=due),
            Action("letter.aside", _("Not to be sent …"), partial(self._set_aside, row), "N",
                   "close", enabled=due),
            Action("letter.due", _("Due again"), partial(self._make_due, row), "U", "undo",
                   enabled=decided),
        )  # fmt: skip

    def _decisions(self, row: CommitteeRow) -> Sequence[Action]:
        kinds = (
            (RulingKind.PROBATION, "B", "clock"),
            (RulingKind.SEAT_OPENED, "O", "open"),
            (RulingKind.MEDICAL_LEAVE, "M", "calendar"),
            (RulingKind.REVIEW, "H", "one-to-ones"),
        )
        ending = _ENDS.get(row.matter)
        words = (
            _("End: {decision}").format(decision=ruling_words(ending)) if ending else _("End it")
        )
        return (
            *(
                Action(f"ruling.{kind}", _("{decision} …").format(decision=ruling_words(kind)),
                       partial(self._decide, row, kind), key, icon, group=2)
                for kind, key, icon in kinds
            ),
            Action("ruling.end", words, partial(self._end, row), "Del", "trash", group=2,
                   enabled=ending is not None),
        )  # fmt: skip

    def _due(self) -> list[CommitteeRow]:
        return [row for row in self._found.rows if _is_due(row)] if self._found else []

    def _picked(self, row: CommitteeRow) -> list[CommitteeRow]:
        """Return the letters selected where the row is one of them, else the row alone."""
        places = {index.row() for index in self.table.selectionModel().selectedRows()}
        rows = [self.model.row(place) for place in sorted(places)]
        return [one for one in rows if one.letter] if row in rows else [row]

    def _print_all(self) -> None:
        self.printing.print_out(self._due())

    def _print(self, row: CommitteeRow) -> None:
        self.printing.print_out(self._picked(row))

    def _read(self, row: CommitteeRow) -> None:
        self.desk.go("letters", row.letter)

    def _send(self, row: CommitteeRow) -> None:
        self._mark_sent([one for one in self._picked(row) if _is_due(one)] or [row])

    def _mark_sent(self, rows: Sequence[CommitteeRow]) -> None:
        sent = {row.letter.key: row.letter.days for row in rows if row.letter}
        label = ngettext("{n} letter sent", "{n} letters sent", len(sent))
        if len(rows) == 1:
            label = _("{letter} to {name} sent").format(
                letter=matter_words(rows[0]), name=rows[0].name
            )
        self.gateway.write(label, letters.send, letters=sent, on=self.desk.today())

    def _defer(self, row: CommitteeRow) -> None:
        if row.letter is not None:
            self.desk.open_sheet(DeferSheet(self.desk, row, row.letter.key, matter_words(row)))

    def _set_aside(self, row: CommitteeRow) -> None:
        if row.letter is not None:
            self.desk.open_sheet(AsideSheet(self.desk, row, row.letter.key, matter_words(row)))

    def _make_due(self, row: CommitteeRow) -> None:
        if row.letter is not None:
            words = letter_words(row.letter.kind, row.letter.step)
            label = _("{letter} to {name} is due again").format(letter=words, name=row.name)
            self.gateway.write(label, letters.make_due, letter=row.letter.key)

    def _decide(self, row: CommitteeRow, kind: RulingKind) -> None:
        officer = self._found.officer if self._found else ""
        self.desk.open_sheet(RulingSheet(self.desk, row, kind, officer))

    def _end(self, row: CommitteeRow) -> None:
        kind = _ENDS[row.matter]
        label = _("{decision} of {name} ended").format(decision=ruling_words(kind), name=row.name)
        self.gateway.write(
            label, rulings.end, person_id=row.person_id, kind=kind, on=self.desk.today()
        )

    def _renew(self, row: CommitteeRow) -> None:
        due = row.letter.window.end if row.letter else row.on
        if self._found is None:
            return
        months = self._found.policy.membership.months[0]
        self.desk.open_sheet(RenewSheet(self.desk, row, due or self.desk.today(), months))

    @Slot(object)
    def _on_out(self, keys: tuple[LetterKey, ...]) -> None:
        """Offer to note as sent what has just been printed, where it was not noted yet."""
        rows = [row for row in self._due() if row.letter and row.letter.key in keys]
        if rows:
            words = ngettext("{n} letter is out.", "{n} letters are out.", len(rows))
            deed = Action("letters.sent", _("Mark as sent"), partial(self._note_sent, rows))
            self.desk.say(Message(words, Gravity.DONE, deed))

    def _note_sent(self, rows: Sequence[CommitteeRow]) -> None:
        self._mark_sent(rows)
        self.desk.clear()

    @Slot(object)
    def _on_committee(self, found: Committee) -> None:
        self._found = found
        self.show_rows(found.rows)
        due = len(self._due())
        self.desk.count(self.NAME, str(due) if due else "")
        self.heading_changed.emit()


def _is_due(row: CommitteeRow) -> bool:
    return row.letter is not None and row.letter.state is LetterState.DUE


def _is_membership(row: CommitteeRow) -> bool:
    about = row.letter is not None and row.letter.kind is LetterKind.RENEWAL
    return about or row.matter in _MEMBERSHIP


def _hints() -> list[tuple[str, str]]:
    return [
        ("P", _("print")),
        ("V", _("read")),
        ("S", _("sent")),
        ("D", _("put off")),
        ("N", _("not to be sent")),
        ("B", _("probation")),
        ("R", _("renew")),
        ("H", _("review held")),
    ]
