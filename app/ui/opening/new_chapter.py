"""The few things to know before a chapter's book can begin."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app import formats
from app.errors import AppError
from app.i18n import _
from app.rules.people import check_name
from app.ui.kit.field import ChoiceField, LineField
from app.ui.kit.form import FormRow
from app.ui.kit.sheet import Sheet
from app.ui.tables.columns import Choice
from app.wording import sentence

CURRENCIES = ("GBP", "EUR", "USD", "AUD", "CAD", "CHF", "INR", "JPY", "NZD", "PLN", "SEK", "ZAR")
_NO_MINOR_UNITS = {"JPY"}


@dataclass(frozen=True, slots=True)
class NewChapter:
    """What was entered; weekday from 0 Monday, start as HH:MM."""

    name: str
    weekday: int
    starts_at: str
    place: str
    currency: str

    @property
    def currency_decimals(self) -> int:
        """How many decimals the currency has."""
        return 0 if self.currency in _NO_MINOR_UNITS else 2


class NewChapterSheet(Sheet):
    """Asks for a name and the rhythm of the week; the place of the file comes next."""

    def __init__(
        self, receive: Callable[[NewChapter], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("A new chapter"), store_words=_("Choose the file"), parent=parent)
        self._receive = receive
        days = [Choice(place, name) for place, name in enumerate(formats.weekdays())]
        self._name = LineField(name=_("Name of the chapter"))
        self._weekday = ChoiceField(days, name=_("Meets on"))
        self._starts_at = LineField(name=_("Starts at"), hint="06:45")
        self._place = LineField(name=_("Place"))
        self._currency = ChoiceField(
            [Choice(code, code) for code in CURRENCIES], name=_("Currency")
        )
        self._weekday.choose(1)
        self._currency.choose("GBP")
        for label, field in (
            (_("Name of the chapter"), self._name),
            (_("Meets on"), self._weekday),
            (_("Starts at"), self._starts_at),
            (_("Place"), self._place),
            (_("Currency"), self._currency),
        ):
            self.body.addWidget(FormRow(label, field))
        self.body.addStretch(1)

    @override
    def store(self) -> None:
        weekday = self._weekday.chosen()
        try:
            entered = NewChapter(
                check_name(self._name.text()),
                weekday if isinstance(weekday, int) else 1,
                self._starts_at.text(),
                self._place.text(),
                str(self._currency.chosen() or "GBP"),
            )
        except AppError as error:
            self.refuse(sentence(error))
            return
        self._receive(entered)  # this stays for whoever chooses no file; the new book closes it
