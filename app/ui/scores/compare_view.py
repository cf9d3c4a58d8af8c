"""Everybody by two profiles; the other one is chosen here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from app.i18n import _
from app.queries.two_profiles import TwoProfiles
from app.reports.report import Choice as Wish
from app.ui.desk import Desk
from app.ui.kit.field import ChoiceField
from app.ui.kit.label import PlainLabel
from app.ui.scores.twice import columns
from app.ui.scores.view import ScoresView, window_words
from app.ui.tables.columns import Choice
from app.ui.theme import Tone

_FIELD = 190


class CompareView(ScoresView[TwoProfiles]):
    """Both totals, the change and what makes it."""

    REPORT: ClassVar[str] = "two-profiles"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._other_name: str | None = None
        self._other = ChoiceField((), name=_("Compared with"))
        self._members = self._table_of_members(desk, "scores-twice")
        self._other.activated.connect(self._on_other)
        self._lay_out()

    @override
    def title(self) -> str:
        return _("Compare")

    @override
    def show_rows(self, rows: TwoProfiles) -> str:
        self._other_name = rows.other.name
        self._other.choose(rows.other.name)
        self._members.show_members(columns(rows), rows.members)
        return window_words(rows)

    @override
    def completed(self, wish: Wish) -> Wish:
        return replace(wish, other=self._other_name)

    @override
    def offer_profiles(self, offered: Sequence[Choice]) -> None:
        self._other.offer(offered)
        self._other.choose(self._other_name)

    @Slot()
    def _on_other(self) -> None:
        chosen = self._other.chosen()
        self._other_name = chosen if isinstance(chosen, str) else None
        self.wished.emit()

    def _lay_out(self) -> None:
        self._other.setFixedWidth(_FIELD)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(PlainLabel(_("Compared with"), tone=Tone.MUTED))
        bar.addWidget(self._other)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self._members, 1)
