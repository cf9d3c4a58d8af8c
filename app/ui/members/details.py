"""What is entered about a member himself: names, seat, contact, sponsor, mentor, note."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.queries.classifications import Profession
from app.queries.member import MemberCard
from app.queries.roster import Party
from app.rules import names
from app.ui.choosing.personfield import PersonField
from app.ui.choosing.professionfield import ProfessionField
from app.ui.choosing.renewalfield import RenewalField
from app.ui.desk import Desk
from app.ui.kit.datefield import DateField
from app.ui.kit.field import LineField, NoteField
from app.ui.kit.form import Form, FormRow


class Named(TypedDict):
    """Who somebody is and how he is reached."""

    given_name: str
    family_name: str
    name: str
    classification: str
    company: str
    phone: str
    email: str
    sponsor_id: int | None


class Admission(Named):
    """What is asked of a new member besides."""

    joined_on: date | None
    renewal_due: date | None


class Correction(Named):
    """What is known of a member besides."""

    website: str
    address: str
    mentor_id: int | None
    note: str


class DetailsForm(QWidget):
    """The fields of a member; a new one is asked less, but since when."""

    def __init__(
        self,
        desk: Desk,
        parties: Sequence[Party],
        professions: Sequence[Profession],
        card: MemberCard | None,
    ) -> None:
        super().__init__()
        self._card = card
        today = desk.today()
        self.given = LineField(name=_("Given name"))
        self.family = LineField(name=_("Family name"))
        self.called = LineField(name=_("Called"))
        self.profession = ProfessionField(professions, name=_("Classification"))
        self.company = LineField(name=_("Company"))
        self.phone = LineField(name=_("Phone"))
        self.email = LineField(name=_("E-mail"))
        self.website = LineField(name=_("Website"))
        self.address = LineField(name=_("Address"))
        self.sponsor = PersonField(parties, name=_("Sponsor"), members_only=True)
        self.mentor = PersonField(parties, name=_("Mentor"), members_only=True)
        self.note = NoteField(name=_("Note"))
        self.joined = DateField(name=_("Member since"), today=today, day=today)
        self.renewal = RenewalField(desk)
        self._rows: dict[QWidget, FormRow] = {}
        self._place_fields()
        self.profession.textChanged.connect(self._on_profession)
        if card is not None:
            self._show(card)

    def complete(self) -> bool:
        """Tell whether all is understood; say beside the fields what is not."""
        self._form.accept()
        fine = bool(self.full_name())
        if not fine:
            self._rows[self.given].say_wrong(_("A name is missing."))
        for field in (self.sponsor, self.mentor):
            if field.problem():
                self._rows[field].say_wrong(field.problem())
                fine = False
        return fine

    def full_name(self) -> str:
        """Return what the member will be called."""
        usual = names.display(self.given.text(), self.family.text())
        return " ".join((self.called.text() or usual).split())

    def admission(self) -> Admission:
        """Return what ``roster.admit`` is told."""
        return Admission(**self._named(), joined_on=self.joined.day, renewal_due=self.renewal.day)

    def correction(self) -> Correction:
        """Return what ``roster.correct`` is told."""
        return Correction(
            **self._named(),
            website=self.website.text(),
            address=self.address.text(),
            mentor_id=self.mentor.person_id,
            note=self.note.toPlainText(),
        )

    def _named(self) -> Named:
        return Named(
            given_name=self.given.text(),
            family_name=self.family.text(),
            name=self.full_name(),
            classification=self.profession.text(),
            company=self.company.text(),
            phone=self.phone.text(),
            email=self.email.text(),
            sponsor_id=self.sponsor.person_id,
        )

    def _place_fields(self) -> None:
        self._form = Form()
        admitting = self._card is None
        only_where = _("Only where it is not given and family name.")
        for words, field, hint, wanted in (
            (_("Given name"), self.given, "", True),
            (_("Family name"), self.family, "", True),
            (_("Called"), self.called, only_where, True),
            (_("Classification"), self.profession, "", True),
            (_("Member since"), self.joined, "", admitting),
            (_("Renewal due"), self.renewal, "", admitting),
            (_("Company"), self.company, "", True),
            (_("Phone"), self.phone, "", True),
            (_("E-mail"), self.email, "", True),
            (_("Website"), self.website, "", not admitting),
            (_("Address"), self.address, "", not admitting),
            (_("Sponsor"), self.sponsor, "", True),
            (_("Mentor"), self.mentor, "", not admitting),
            (_("Note"), self.note, "", not admitting),
        ):
            row = self._form.add(words, field, hint=hint)
            row.setVisible(wanted)
            self._rows[field] = row
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)

    def _show(self, card: MemberCard) -> None:
        for field, words in (
            (self.given, card.given_name),
            (self.family, card.family_name),
            (self.called, card.called),
            (self.profession, card.classification),
            (self.company, card.company),
            (self.phone, card.phone),
            (self.email, card.email),
            (self.website, card.website),
            (self.address, card.address),
        ):
            field.setText(words)
            field.setCursorPosition(0)
        self.sponsor.show_person(card.sponsor_id)
        self.mentor.show_person(card.mentor_id)
        self.note.setPlainText(card.note)

    @Slot(str)
    def _on_profession(self, _words: str) -> None:
        own = self._card.name if self._card else ""
        self.profession.tell_holder(self._rows[self.profession], besides=own)
