"""The boards in their order, and those that rank nobody by referrals alone."""

from collections.abc import Sequence

from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.presenter import Presented
from app.queries.scoreboard import Category
from app.ui.presenter.board import Board
from app.ui.presenter.canvas import Canvas
from app.ui.presenter.firsts import nobody_words, paint_firsts, worth
from app.ui.presenter.ranking import MonthBoard, TermBoard, TonightBoard
from app.ui.presenter.teams import TeamsBoard
from app.ui.presenter.thanks import Thanked, paint_thanks
from app.ui.scoreboard.categories import category_word


class FirstsBoard(Board):
    """The first three of each category in the month."""

    def __init__(self, rows: Presented) -> None:
        self._rows = rows

    @override
    def title(self) -> str:
        return _("First in each category")

    @override
    def when(self) -> str:
        return formats.period(self._rows.month.period.start, self._rows.month.period.end)

    @override
    def paint(self, canvas: Canvas) -> None:
        rows = self._rows
        paint_firsts(canvas, rows.leaders, rows.money, some_withheld=rows.some_withheld)

    @override
    def words(self) -> Sequence[str]:
        return [
            f"{category_word(one.category)}: "
            + ", ".join(
                f"{place.rank} {place.name} {worth(one.category, place, self._rows.money)}"
                for place in one.places
            )
            + ("" if one.places else self._nobody(one.category))
            for one in self._rows.leaders
        ]

    def _nobody(self, category: Category) -> str:
        return nobody_words(category, some_withheld=self._rows.some_withheld)


class ThanksBoard(Board):
    """Visitors of the meeting and new members, by name."""

    def __init__(self, rows: Presented) -> None:
        self._rows = rows

    @override
    def title(self) -> str:
        return _("Thank you for being here")

    @override
    def when(self) -> str:
        tonight = self._rows.tonight
        return formats.day_long(tonight.held_on if tonight else self._rows.today)

    @override
    def paint(self, canvas: Canvas) -> None:
        paint_thanks(canvas, self._groups())

    @override
    def words(self) -> Sequence[str]:
        return [f"{one.title}: {', '.join(one.names) or one.nobody}" for one in self._groups()]

    def _groups(self) -> Sequence[Thanked]:
        visitors = self._rows.tonight.visitors if self._rows.tonight else ()
        guests = Thanked(_("Our visitors"), visitors, _("No visitor this time"))
        if not self._rows.newcomers:
            return (guests,)
        return guests, Thanked(_("New members"), self._rows.newcomers, "")


BOARDS: tuple[type[Board], ...] = (TonightBoard, MonthBoard, TermBoard, FirstsBoard, ThanksBoard)


def boards(rows: Presented) -> tuple[type[Board], ...]:
    """Return the boards in their order; that of teams only where any are known."""
    return (*BOARDS[:-1], TeamsBoard, BOARDS[-1]) if rows.teams else BOARDS
