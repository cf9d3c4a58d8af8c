"""Where the book says something else than official lists do, and what would settle it."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from typing_extensions import override

from app.errors import AppError
from app.i18n import _, ngettext
from app.queries.checking import Checked, Finding, Subject, checked
from app.queries.roster import Party, parties
from app.reports import checking_words as words
from app.services import checking, people
from app.ui.actions import Action
from app.ui.checking.reason import ReasonSheet
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.empty import EmptyState
from app.ui.kit.label import PlainLabel
from app.ui.listing import Filter, ListPage
from app.ui.members.merging import MergeSheet
from app.ui.slips.foot import ListFoot
from app.ui.tables import Align, Column
from app.ui.tables.columns import PLAIN, QUIET, Look
from app.ui.theme import Tone
from app.wording import sentence

_MOST_FORMER = 2


class CheckingPage(ListPage[Finding]):
    """Each row is one finding; its correction is one change, undone by one key."""

    NAME = "checking"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"slip", "mark", "meeting", "person", "spell", "official_row", "audited_figures"}
        | {"accepted_difference", "chapter", "setting"}
    )

    def __init__(self, desk: Desk) -> None:
        self._found = Checked((), (), 0, 0)
        self._parties: tuple[Party, ...] = ()
        self._former = PlainLabel(tone=Tone.MUTED, wrap=True)
        super().__init__(desk)
        self.upper.addWidget(self._former)
        self._former.hide()
        self.foot.addWidget(ListFoot(self.table, self.row_deeds, _hints()))

    @override
    def heading(self) -> Heading:
        row = self.table.current() if hasattr(self, "table") else None
        open_ = ngettext("{n} open", "{n} open", len(self._found.open))
        note = _("{open}, held against {lists}").format(
            open=open_, lists=words.compared(self._found)
        )
        return Heading(
            _("Checking"),
            note=note,
            primary=Action(
                "checking.settle", _("Correct as proposed"), partial(self._settle, row),
                "Ctrl+Return", "check", enabled=row is not None and _settles(row),
            ),
        )  # fmt: skip

    @override
    def columns(self) -> Sequence[Column[Finding]]:
        return (
            Column(_("When"), words.when, width=116, sort=lambda row: row.start,
                   look=lambda _row: QUIET),
            Column(_("Who"), words.who, width=150),
            Column(_("What"), words.what, width=204),
            self._list_column(_("Book"), "book"),
            self._list_column(_("Audit"), "audit"),
            self._list_column(_("Summary"), "summary"),
            Column(_("What would settle it"), self._proposal, width=260, stretch=True, look=_look),
        )  # fmt: skip

    @override
    def filters(self) -> Sequence[Filter[Finding]]:
        return (
            Filter(_("Open"), lambda row: row.open, "state", on=True),
            Filter(_("Left as they are"), lambda row: not row.open, "state"),
            Filter(_("Settled in one step"), _settles),
            Filter(_("Weeks"), lambda row: row.subject in {Subject.WEEK, Subject.MEETINGS}, "what"),
            Filter(_("Doubles"), lambda row: row.subject is Subject.DOUBLE, "what"),
        )

    @override
    def key(self, row: Finding) -> str:
        return row.key

    @override
    def emptiness(self) -> EmptyState:
        load = Action("checking.import", _("Import files …"), partial(self.desk.go, "import"))
        if self._found.summaries or self._found.audits:
            return EmptyState(
                _("Everything agrees"),
                _("The book says what every summary and slips audit says, and no week is missing."),
                icon="check",
            )
        return EmptyState(
            _("Nothing to compare with yet"),
            _("Import slips audits and summaries: they are held against the book."),
            icon="download",
            action=load,
        )

    @override
    def row_deeds(self, row: Finding) -> Sequence[Action]:
        leave = Action("checking.leave", _("Leave it as it is …"), partial(self._leave, row), "L",
                       "close", enabled=row.open)  # fmt: skip
        if not row.open:
            leave = Action("checking.again", _("Show it again"), partial(self._reconsider, row),
                           "L", "refresh")  # fmt: skip
        return (
            Action("checking.correct", _("Correct as proposed"), partial(self._settle, row), "C",
                   "check", enabled=_settles(row)),
            leave,
            Action("checking.open", _("Look at it"), partial(self.open_row, row), "", "open"),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        self.gateway.read(parties, self.desk.today()).then(self._on_parties)
        self.gateway.read(checked).then(self._on_checked)

    @Slot(object)
    @override
    def open_row(self, row: Finding) -> None:
        if row.subject is Subject.DOUBLE:
            self._ask_merge(row)
        elif row.start == row.end:
            self.desk.go("meetings", row.start)
        elif row.person_id is not None:
            self.desk.go("members", row.person_id)
        else:
            self.desk.go("meetings")

    def _list_column(self, title: str, name: str) -> Column[Finding]:
        said = partial(self._said, name)
        return Column(title, said, Align.RIGHT, 76, sort=partial(_order, name))

    def _said(self, name: str, row: Finding) -> str:
        return words.said(row, getattr(row, name), self._found.money)

    def _proposal(self, row: Finding) -> str:
        if row.reason is not None:
            return _("Left as it is: {reason}").format(reason=row.reason or _("no reason given"))
        return words.proposal(row, self._found.money) or _("Look at it")

    def _settle(self, row: Finding | None) -> None:
        if row is None or not _settles(row):
            return
        label = words.label(row, self._found.money)
        if row.correction is not None:
            self.gateway.write(label, checking.correct, correction=row.correction)
        elif row.person_id is not None and row.other_id is not None:
            label = _("{gone} is {kept}").format(gone=row.name, kept=row.other)
            self.gateway.write(
                label, people.merge, kept_id=row.other_id, gone_id=row.person_id
            ).otherwise(partial(self._on_merge_refused, row))

    def _on_merge_refused(self, row: Finding, error: AppError) -> None:
        """Let the user say whose entries count, where both have some."""
        self.desk.say(Message(sentence(error), Gravity.WARNING))
        self._ask_merge(row)

    def _ask_merge(self, row: Finding) -> None:
        if row.person_id is not None and self._parties:
            self.desk.open_sheet(MergeSheet(self.desk, self._parties, row.person_id, row.other_id))

    def _leave(self, row: Finding) -> None:
        self.desk.open_sheet(ReasonSheet(self.desk, row))

    def _reconsider(self, row: Finding) -> None:
        label = _("{what} shown again").format(what=words.what(row))
        self.gateway.write(label, checking.reconsider, key=row.key)

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self._parties = found

    @Slot(object)
    def _on_checked(self, found: Checked) -> None:
        self._found = found
        self.show_rows(found.findings)
        if self.table.current() is None and self.model.rowCount():
            self.table.selectRow(0)
        latest = found.former[-_MOST_FORMER:]
        self._former.say("\n".join(words.former(one, found.money) for one in latest))
        self._former.setVisible(bool(latest))
        self.heading_changed.emit()


def _settles(row: Finding) -> bool:
    return row.open and (row.correction is not None or row.subject is Subject.DOUBLE)


def _order(name: str, row: Finding) -> tuple[bool, object]:
    """Return what rows are sorted by: marks apart from figures."""
    value = getattr(row, name)
    return isinstance(value, str), value if value is not None else -1


def _look(row: Finding) -> Look:
    return PLAIN if _settles(row) else QUIET


def _hints() -> list[tuple[str, str]]:
    return [("C", _("correct as proposed")), ("L", _("leave as it is")), ("Enter", _("look"))]
