"""The chapter's own details: name, rhythm of the week, place, currency."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app import formats
from app.errors import AppError, ConflictError
from app.i18n import _
from app.queries.chapter import ChapterDetails, chapter_details
from app.services import chapter
from app.ui.choosing.clash import compare, known
from app.ui.desk import Desk
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.field import ChoiceField, LineField
from app.ui.kit.form import FormRow
from app.ui.opening.new_chapter import CURRENCIES
from app.ui.tables.columns import Choice
from app.wording import sentence

if TYPE_CHECKING:
    from app.ui.attempt import Both


class ChapterForm(QWidget):
    """Stores each field when it is left; what cannot be stored is said under its form."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._details: ChapterDetails | None = None
        self._begun: dict[str, str] = {}
        self._under_way = self._again = False
        self._name = LineField(name=_("Name of the chapter"))
        self._region = LineField(name=_("Region"))
        self._country = LineField(name=_("Country"))
        self._weekday = ChoiceField(
            [Choice(place, name) for place, name in enumerate(formats.weekdays())],
            name=_("Meets on"),
        )
        self._starts_at = LineField(name=_("Starts at"), hint="06:45")
        self._place = LineField(name=_("Place"))
        self._currency = ChoiceField(
            [Choice(code, code) for code in CURRENCIES], name=_("Currency")
        )
        self._name_row = FormRow(_("Name of the chapter"), self._name)
        self._lay_out()
        for row in self.findChildren(FormRow):
            row.decided.connect(self._store)
        for field in (self._name, self._region, self._country, self._starts_at, self._place):
            field.editingFinished.connect(self._store)
        self._weekday.activated.connect(self._store)
        self._currency.activated.connect(self._store)

    def show_chapter(self, details: ChapterDetails) -> None:
        """Show what is stored; beside what is not stored yet, where somebody else was faster."""
        before, self._details = self._details, details
        if before is None or self._entered() == _known(before):
            self._show(details)
        else:
            fresh = ChapterForm(self._desk)
            fresh.show_chapter(details)
            compare(self, self._begun, fresh, keeps=True)
            self._begun = known(fresh)
        if self._again and not self._under_way:
            self._again = False
            self._store()

    def _show(self, details: ChapterDetails) -> None:
        for field, text in (
            (self._name, details.name),
            (self._region, details.region),
            (self._country, details.country),
            (self._starts_at, details.starts_at),
            (self._place, details.place),
        ):
            if field.text() != text:
                field.setText(text)
        self._weekday.choose(details.weekday)
        self._currency.choose(details.currency)
        self._name_row.accept()
        self._begun = known(self)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 12, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(self._name_row, 0, 0, 1, 2)
        rows = (
            FormRow(_("Region"), self._region),
            FormRow(_("Country"), self._country),
            FormRow(_("Meets on"), self._weekday),
            FormRow(_("Starts at"), self._starts_at),
            FormRow(_("Place"), self._place),
            FormRow(_("Currency"), self._currency),
        )
        for place, row in enumerate(rows):
            grid.addWidget(row, 1 + place // 2, place % 2, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _store(self) -> None:
        before = self._details
        asks = any(row.asks for row in self.findChildren(FormRow))
        if before is None or asks or self._entered() == _known(before):
            return
        if self._under_way:  # the next field is left before this one is stored
            self._again = True
            return
        self._under_way = True
        name, region, country, weekday, starts_at, place, currency = self._entered()
        answer = self._desk.gateway.write(
            _("Details of the chapter corrected"),
            chapter.correct,
            name=name,
            region=region,
            country=country,
            weekday=weekday,
            starts_at=starts_at,
            place=place,
            currency=currency,
            currency_decimals=before.currency_decimals,
            version=before.version,
        )
        answer.then(partial(self._on_stored, known(self)))
        answer.otherwise(self._on_refused).beside(self._on_beside)

    def _entered(self) -> tuple[str, str, str, int, str, str, str]:
        weekday = self._weekday.chosen()
        return (
            self._name.text(),
            self._region.text(),
            self._country.text(),
            weekday if isinstance(weekday, int) else 1,
            self._starts_at.text(),
            self._place.text(),
            str(self._currency.chosen() or (self._details.currency if self._details else "")),
        )

    def _on_stored(self, stored: dict[str, str], _change: object) -> None:
        """Know what is our own when the book is shown next."""
        self._under_way = False
        self._begun = stored

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._under_way = False
        if not isinstance(error, ConflictError):
            self._name_row.say_wrong(sentence(error))

    @Slot(object)
    def _on_beside(self, both: "Both") -> None:
        self._desk.gateway.read(chapter_details).then(partial(self._on_others, both))

    def _on_others(self, both: "Both", details: ChapterDetails) -> None:
        """Show both; what only this one has changed is stored on top of what the other one has."""
        self.show_chapter(details)
        words = _(
            "{changed}. What is stored now stands under each field that both of you changed: take "
            "it, or keep yours."
        )
        self._desk.say(Message(words.format(changed=both.clash.changed), Gravity.WARNING))
        self._store()


def _known(details: ChapterDetails) -> tuple[str, str, str, int, str, str, str]:
    return (
        details.name,
        details.region,
        details.country,
        details.weekday,
        details.starts_at,
        details.place,
        details.currency,
    )
