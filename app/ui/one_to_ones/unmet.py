"""The pairs of members who have not met for some weeks."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app import formats
from app.i18n import _, ngettext
from app.queries.one_to_ones import UnmetPair, unmet
from app.queries.roster import Party, parties
from app.ui.actions import Action
from app.ui.choosing.personfield import PersonField
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.kit.field import ChoiceField
from app.ui.listing import Filter, ListPage
from app.ui.one_to_ones.sheet import OneToOneSheet
from app.ui.slips.foot import ListFoot
from app.ui.tables import Align, Choice, Column
from app.ui.tables.columns import QUIET

_WEEKS = (4, 8, 13, 26, 52)
_FIELD = 160


class UnmetPage(ListPage[UnmetPair]):
    """Who should meet next; a one-to-one of a pair is entered with one key."""

    NAME = "not-met"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"slip", "meeting", "person", "spell", "classification"}
    )

    def __init__(self, desk: Desk) -> None:
        self._parties: tuple[Party, ...] = ()
        self._who = PersonField((), name=_("Member"), hint=_("Any member"), members_only=True)
        self._weeks = ChoiceField(_choices(), name=_("For how long"))
        self._weeks.choose(_WEEKS[1])
        super().__init__(desk)
        self._who.setFixedWidth(_FIELD)
        self._who.picked.connect(self.rearrange)
        self._weeks.currentIndexChanged.connect(self.mark_stale)
        self.foot.addWidget(ListFoot(self.table, self.row_deeds, _hints()))

    @override
    def heading(self) -> Heading:
        new = Action("one-to-ones.new", _("New one-to-one"), self.new, "Ctrl+N", "plus")
        return Heading(_("One-to-ones"), primary=new)

    @override
    def columns(self) -> Sequence[Column[UnmetPair]]:
        return (
            Column(_("Member"), lambda pair: pair.one, width=184),
            Column(_("Has not met"), lambda pair: pair.other, width=184, stretch=True),
            Column(
                _("Last met"), _last_met, width=112, sort=lambda pair: pair.last_met,
                look=lambda _pair: QUIET,
            ),
            Column(_("Weeks"), lambda pair: pair.weeks, Align.RIGHT, width=72),
            Column(_("Same sphere"), lambda pair: pair.sphere, width=160),
            Column(
                _("Referrals"), _referrals, Align.RIGHT, width=92, tip=_referrals_tip,
                sort=lambda pair: pair.referred + pair.referred_back,
                look=lambda _pair: QUIET,
            ),
        )  # fmt: skip

    @override
    def filters(self) -> Sequence[Filter[UnmetPair]]:
        return (
            Filter(_("Same contact sphere"), lambda pair: bool(pair.sphere)),
            Filter(_("One-way referrals"), _is_one_way),
        )

    @override
    def fields(self) -> Sequence[QWidget]:
        return (self._who, self._weeks)

    @override
    def keeps(self, pair: UnmetPair) -> bool:
        return self._who.person_id in (None, pair.one_id, pair.other_id)

    @override
    def key(self, pair: UnmetPair) -> tuple[int, int]:
        return pair.one_id, pair.other_id

    @override
    def searched(self, pair: UnmetPair) -> str:
        return f"{pair.one} {pair.other} {pair.sphere}"

    @override
    def emptiness(self) -> EmptyState:
        return EmptyState(
            _("Everybody has met everybody"),
            _("Nobody has been without a one-to-one with another member for so long."),
            icon="one-to-ones",
        )

    @override
    def row_deeds(self, pair: UnmetPair) -> Sequence[Action]:
        words = _("New one-to-one of these two …")
        deed = partial(self.open_row, pair)
        return (Action("one-to-one.of-pair", words, deed, "O", "one-to-ones"),)

    @override
    def reload(self) -> None:
        today, weeks = self.desk.today(), self._weeks.chosen()
        self.gateway.read(parties, today).then(self._on_parties)
        chosen = weeks if isinstance(weeks, int) else _WEEKS[1]
        self.gateway.read(unmet, today, chosen).then(self.show_rows)

    @Slot(object)
    @override
    def open_row(self, pair: UnmetPair) -> None:
        ids = (pair.one_id, pair.other_id)
        self.desk.open_sheet(OneToOneSheet(self.desk, self._parties, pair=ids))

    def new(self) -> None:
        """Ask for another one-to-one."""
        self.desk.open_sheet(OneToOneSheet(self.desk, self._parties))

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self._parties = found
        self._who.know(found)


def _choices() -> list[Choice]:
    return [Choice(weeks, ngettext("for {n} week", "for {n} weeks", weeks)) for weeks in _WEEKS]


def _last_met(pair: UnmetPair) -> str:
    if pair.last_met is None:
        return _("never")
    return formats.day_short(pair.last_met, year=True)


def _referrals(pair: UnmetPair) -> str:
    if not pair.referred and not pair.referred_back:
        return formats.DASH
    return f"{pair.referred} : {pair.referred_back}"


def _referrals_tip(pair: UnmetPair) -> str:
    return _("{one} gave {referred}, {other} gave {back}.").format(
        one=pair.one, other=pair.other, referred=pair.referred, back=pair.referred_back
    )


def _is_one_way(pair: UnmetPair) -> bool:
    return bool(pair.referred) is not bool(pair.referred_back)


def _hints() -> list[tuple[str, str]]:
    return [("O", _("new one-to-one of these two"))]
