"""What the chapter's lights become if members join or leave and more guests come."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.what_if import WhatIf
from app.reports.report import Choice as Wish
from app.rules.scoring.profile import Kind
from app.rules.scoring.what_if import Assumed
from app.ui.kit.scrolled import scrolled
from app.ui.scores.view import ScoresView
from app.ui.scores.what_if_panel import WhatIfPanel


class WhatIfView(ScoresView[WhatIf]):
    """The panel of assumptions and the months that follow from them."""

    REPORT: ClassVar[str] = "what-if"
    KIND: ClassVar[Kind] = Kind.CHAPTER

    def __init__(self) -> None:
        super().__init__()
        self._assumed: Assumed | None = None
        self._panel = WhatIfPanel()
        self._panel.assumed.connect(self._on_assumed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(self._panel, name=self.title()))

    @override
    def title(self) -> str:
        return _("What if")

    @override
    def show_rows(self, rows: WhatIf) -> str:
        self._panel.show_what_if(rows)
        return _("after {month}").format(month=formats.month(rows.past[-1].month))

    @override
    def completed(self, wish: Wish) -> Wish:
        return replace(wish, assumed=self._assumed)

    @Slot(object)
    def _on_assumed(self, assumed: Assumed | None) -> None:
        self._assumed = assumed
        self.wished.emit()
