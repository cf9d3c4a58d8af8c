"""Letters: pages with the chapter at their head, and a foot that says for whom alone they are."""

from dataclasses import dataclass

from typing_extensions import override

from app.i18n import _
from app.reports.kit.document import AUDIENCE, FOOT, Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import fit
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import HAIRLINE, MUTED, THIN
from app.reports.kit.sheet import Sheet

_CHAPTER = Style(13, Weight.SEMIBOLD)
_PLACE = Style(9, colour=MUTED)
_HEAD, _PLACE_LINE, _RULE = 56.0, 69.0, 80.0
_FOOT_LINE, _FOOT_RULE = 38.8, 49.6


@dataclass
class _Leaf:
    whom: str
    number: int


class Correspondence(Document):
    """Letters in the making; each begins a page and counts its own pages."""

    def __init__(self, sheet: Sheet, masthead: Masthead, place: str) -> None:
        super().__init__(sheet, masthead)
        self._place = place
        self._leaves: list[_Leaf] = []
        self._whom = ""
        self._number = 0

    def begin(self, whom: str) -> None:
        """Begin a letter to somebody; the next page is its first."""
        self._whom, self._number = whom, 0

    @override
    def turn(self) -> tuple[Page, float]:
        self._number += 1
        self._leaves.append(_Leaf(self._whom, self._number))
        return super().turn()

    @override
    def _first_head(self, page: Page) -> float:
        return self._letterhead(page)

    @override
    def _later_head(self, page: Page) -> float:
        return self._letterhead(page)

    def _letterhead(self, page: Page) -> float:
        room = self.sheet.inner * 0.7
        name = fit(page, self.masthead.chapter, _CHAPTER, room)
        page.text(self.sheet.left, _HEAD, name.text, name.style)
        place = fit(page, self._place, _PLACE, self.sheet.inner)
        page.text(self.sheet.left, _PLACE_LINE, place.text, place.style)
        page.text(self.sheet.right, _HEAD, self.masthead.span, _PLACE, Align.RIGHT)
        return _RULE

    @override
    def _foot(self, page: Page, number: int) -> None:
        sheet, leaf = self.sheet, self._leaves[number - 1]
        line = sheet.height - _FOOT_LINE
        page.rule(sheet.left, sheet.height - _FOOT_RULE, sheet.right, HAIRLINE, THIN * 2)
        words = _("For {name} only").format(name=leaf.whom) if leaf.whom else ""
        whom = fit(page, words or self.masthead.audience, AUDIENCE, sheet.inner * 0.6)
        page.text(sheet.left, line, whom.text, whom.style)
        words = self.masthead.title
        if leaf.number > 1:
            words = _("{title} · page {number}").format(title=words, number=leaf.number)
        elif self._letterer.missing:
            words = _("□ stands for a sign no font here can draw")
        page.text(sheet.right, line, words, FOOT, Align.RIGHT)
