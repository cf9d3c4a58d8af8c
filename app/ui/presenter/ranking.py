"""The boards with a podium: the meeting as it goes, the month, the term."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF
from typing_extensions import override

from app import formats
from app.i18n import _, ngettext
from app.queries.presenter import Giver, LiveTotals, Presented, Standings
from app.ui.presenter.board import Board
from app.ui.presenter.canvas import Canvas, Step
from app.ui.presenter.places import paint_places
from app.ui.presenter.podium import paint_podium
from app.ui.presenter.steps import beside, podium_steps
from app.ui.presenter.totals import Total, paint_totals
from app.ui.theme import tokens

_BETWEEN = 56.0
_PODIUM_PART = 756 / 1096
_LEAST_LIST = 300.0
_WIDE = 1200.0
_EVENING = "17:00"


class _Ranking(Board, Protocol):
    """A podium with the next places beside it and totals below."""

    @abstractmethod
    def givers(self) -> Sequence[Giver]:
        """Return who is ranked."""

    @abstractmethod
    def totals(self) -> Sequence[Total]:
        """Return the figures of the foot."""

    @abstractmethod
    def nobody(self) -> str:
        """Return what is said where nobody is ranked."""

    @override
    def paint(self, canvas: Canvas) -> None:
        givers = self.givers()
        middle, beyond = _halves(canvas)
        if givers:
            steps = podium_steps(givers)
            paint_podium(canvas, canvas.left, middle, steps)
            paint_places(canvas, beyond, canvas.right, beside(givers, steps))
        else:
            area = QRectF(canvas.left, 188, canvas.right - canvas.left, 60)
            quiet = tokens().muted
            canvas.write(area, self.nobody(), size=Step.NAME, ink=quiet, least=Step.SMALL)
        if totals := self.totals():
            paint_totals(canvas, totals)

    @override
    def words(self) -> Sequence[str]:
        ranks = [f"{one.rank} {one.name} {one.given}" for one in self.givers()]
        totals = [f"{one.label} {one.figure}" for one in self.totals()]
        return [*(ranks or [self.nobody()]), *totals]


class TonightBoard(_Ranking):
    """Referrals of the meeting and its totals, as they come in."""

    def __init__(self, rows: Presented) -> None:
        self._rows = rows
        self._tonight = rows.tonight

    @override
    def title(self) -> str:
        if self._tonight is None or not self._tonight.is_today:
            return _("Referrals given")
        late = self._rows.starts_at >= _EVENING
        return _("Referrals given tonight") if late else _("Referrals given today")

    @override
    def when(self) -> str:
        return formats.day_long(self._tonight.held_on if self._tonight else self._rows.today)

    @override
    def note(self) -> str:
        provisional = self._tonight is not None and self._tonight.provisional
        return _("provisional, still being entered") if provisional else ""

    @override
    def givers(self) -> Sequence[Giver]:
        return self._tonight.givers if self._tonight else ()

    @override
    def totals(self) -> Sequence[Total]:
        return _live(self._tonight.totals, self._rows.money) if self._tonight else ()

    @override
    def nobody(self) -> str:
        if self._tonight is None:
            return _("No meeting has been held yet.")
        if self._tonight.provisional:
            return _("No referral has been handed in yet.")
        return _("No referral was given.")


class _PeriodBoard(_Ranking, Protocol):
    """Referrals of a period, from completed meetings alone."""

    _standings: Standings

    @override
    def when(self) -> str:
        return formats.period(self._standings.period.start, self._standings.period.end)

    @override
    def givers(self) -> Sequence[Giver]:
        return self._standings.givers

    @override
    def totals(self) -> Sequence[Total]:
        found = self._standings
        gave = _("{n} of {all}").format(n=len(found.givers), all=found.members)
        return (
            Total(str(found.given), _("Referrals")),
            Total(gave, _("Members who gave")),
            Total(str(found.meetings), ngettext("Meeting", "Meetings", found.meetings)),
        )

    @override
    def nobody(self) -> str:
        return _("No completed meeting has referrals yet.")


class MonthBoard(_PeriodBoard):
    """Referrals of the month."""

    def __init__(self, rows: Presented) -> None:
        self._standings = rows.month

    @override
    def title(self) -> str:
        return _("Referrals of the month")


class TermBoard(_PeriodBoard):
    """Referrals of the term of office."""

    def __init__(self, rows: Presented) -> None:
        self._standings = rows.term

    @override
    def title(self) -> str:
        return _("Referrals of the term")


def _halves(canvas: Canvas) -> tuple[float, float]:
    """Return where the podium ends and where the next places begin."""
    between = _BETWEEN if canvas.width >= _WIDE else 40.0
    room = canvas.right - canvas.left - between
    places = max(_LEAST_LIST, room * (1 - _PODIUM_PART))
    return canvas.right - places - between, canvas.right - places


def _live(totals: LiveTotals, money: formats.Money) -> Sequence[Total]:
    amount = totals.closed_business
    return (
        Total(str(totals.referrals), _("Referrals")),
        Total(str(totals.one_to_ones), _("One-to-ones")),
        Total(formats.DASH if amount is None else money.named(amount), _("Closed business")),
        Total(str(totals.visitors), _("Visitors")),
        Total(str(totals.education), _("Education")),
    )
