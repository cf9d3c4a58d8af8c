"""The chapter's own details: name, rhythm of the week, place, currency."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app import formats
from app.errors import AppError
from app.i18n import _
from app.queries.chapter import ChapterDetails
from app.services import chapter
from app.ui.desk import Desk
from app.ui.kit.field import ChoiceField, LineField
from app.ui.kit.form import FormRow
from app.ui.opening.new_chapter import CURRENCIES
from app.ui.tables.columns import Choice
from app.wording import sentence


class ChapterForm(QWidget):
    """Stores each field when it is left; what cannot be stored is said under its form."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._details: ChapterDetails | None = None
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
        for field in (self._name, self._region, self._country, self._starts_at, self._place):
            field.editingFinished.connect(self._store)
        self._weekday.activated.connect(self._store)
        self._currency.activated.connect(self._store)

    def show_chapter(self, details: ChapterDetails) -> None:
        """Show what is stored."""
        self._details = details
        for field, text in (
            (self._name, details.name),
            (self._region, details.region),
            (self._country, details.country),
            (self._starts_at, details.starts_at),
            (self._place, details.place),
        ):
            if not field.hasFocus() or not field.isModified():
                field.setText(text)
        self._weekday.choose(details.weekday)
        self._currency.choose(details.currency)
        self._name_row.accept()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 12, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(self._name_row, 0, 0, 1, 2)
        grid.addWidget(FormRow(_("Region"), self._region), 1, 0)
        grid.addWidget(FormRow(_("Country"), self._country), 1, 1)
        grid.addWidget(FormRow(_("Meets on"), self._weekday), 2, 0)
        grid.addWidget(FormRow(_("Starts at"), self._starts_at), 2, 1)
        grid.addWidget(FormRow(_("Place"), self._place), 3, 0)
        grid.addWidget(FormRow(_("Currency"), self._currency), 3, 1)

    @Slot()
    def _store(self) -> None:
        before = self._details
        if before is None or self._entered() == _known(before):
            return
        name, region, country, weekday, starts_at, place, currency = self._entered()
        self._desk.gateway.write(
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
        ).otherwise(self._on_refused)

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

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._name_row.say_wrong(sentence(error))


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
