"""The chapter's own light, by a profile for chapters."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from app.i18n import _
from app.queries.chapter_lights import ChapterLights
from app.rules.scoring.profile import Kind
from app.ui.kit.scrolled import scrolled
from app.ui.scores.chapter_panel import ChapterPanel
from app.ui.scores.view import ScoresView, window_words


class ChapterView(ScoresView[ChapterLights]):
    """The panel of the chapter's light."""

    REPORT: ClassVar[str] = "chapter-lights"
    KIND: ClassVar[Kind] = Kind.CHAPTER

    def __init__(self) -> None:
        super().__init__()
        self._panel = ChapterPanel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(self._panel, name=self.title()))

    @override
    def title(self) -> str:
        return _("Chapter")

    @override
    def show_rows(self, rows: ChapterLights) -> str:
        self._panel.show_lights(rows)
        return window_words(rows)
