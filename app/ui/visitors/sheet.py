"""The editors of a visitor: his details, and his admission as a member."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.classifications import Profession
from app.queries.roster import Party
from app.queries.visitors import VisitorRow, Visitors
from app.queries.visitors import visitors as visitors_now
from app.rules import names
from app.services import newcomers, visitors
from app.ui.choosing.clash import ComparedSheet, known
from app.ui.choosing.personfield import PersonField
from app.ui.choosing.professionfield import ProfessionField
from app.ui.choosing.renewalfield import RenewalField
from app.ui.desk import Desk
from app.ui.kit.datefield import DateField
from app.ui.kit.field import LineField, NoteField
from app.ui.kit.form import Form
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.kit.sheet import Sheet
from app.ui.theme import Tone


class VisitorSheet(ComparedSheet):
    """Asks who somebody is and who invited him."""

    def __init__(
        self,
        desk: Desk,
        parties: Sequence[Party],
        professions: Sequence[Profession],
        row: VisitorRow | None,
    ) -> None:
        super().__init__(_("Invite a visitor") if row is None else row.name)
        self._desk, self._row = desk, row
        self._known_to = parties, professions
        self.name = LineField(name=_("Name"))
        self.profession = ProfessionField(professions, name=_("Profession"))
        self.inviter = PersonField(parties, name=_("Invited by"), hint=_("Name, initials or seat"))
        self.company = LineField(name=_("Company"))
        self.phone = LineField(name=_("Phone"))
        self.email = LineField(name=_("E-mail"))
        self.note = NoteField(name=_("Note"))
        self._place_fields()
        if row is not None:
            self._show(row)
        self.begun = known(self)

    @override
    def store(self) -> None:
        self._form.accept()
        problem = self.inviter.problem()
        if not self.name.text().strip():
            self._name_row.say_wrong(_("A name is missing."))
        elif problem:
            self._inviter_row.say_wrong(problem)
        else:
            self._write()

    def _write(self) -> None:
        name = self.name.text()
        facts: dict[str, object] = {
            "name": name,
            "profession": self.profession.text(),
            "company": self.company.text(),
            "phone": self.phone.text(),
            "email": self.email.text(),
        }
        deed: Callable[..., None] = visitors.invite
        label = _("Visitor {name} invited").format(name=name)
        if self._row is not None:
            facts |= {
                "visitor_id": self._row.visitor_id,
                "version": self._row.version,
                "note": self.note.toPlainText(),
            }
            deed, label = visitors.correct, _("Visitor {name} corrected").format(name=name)
        self.keep(
            self._desk.gateway.write(
                label,
                newcomers.with_sides,
                deed=deed,
                sides={"inviter_id": self.inviter.side},
                facts=facts,
            )
        )

    def _place_fields(self) -> None:
        self._form = Form()
        self._name_row = self._form.add(_("Name"), self.name)
        self._profession_row = self._form.add(_("Profession"), self.profession)
        self.profession.textChanged.connect(self._on_profession)
        self._inviter_row = self._form.add(_("Invited by"), self.inviter)
        self._form.add(_("Company"), self.company)
        self._form.add(_("Phone"), self.phone)
        self._form.add(_("E-mail"), self.email)
        if self._row is not None:
            self._form.add(_("Note"), self.note)
        self.body.addWidget(self._form)
        if self._row is not None and self._row.visits:
            self._add_visits(self._row)
        self.body.addStretch(1)

    def _add_visits(self, row: VisitorRow) -> None:
        self.body.addWidget(SectionHead(_("Visits"), str(len(row.visits)), quiet=True))
        for visit in row.visits:
            credit = _("credit confirmed") if visit.confirmed else _("credit to confirm")
            invited = _("invited by {name}, {credit}").format(name=visit.inviter, credit=credit)
            by = invited if visit.inviter else _("came by himself")
            words = f"{formats.day_full(visit.held_on)}, {by}"
            self.body.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))

    def _show(self, row: VisitorRow) -> None:
        self.name.setText(row.name)
        self.profession.setText(row.profession)
        self.inviter.show_person(row.inviter.person_id)
        self.company.setText(row.company)
        self.phone.setText(row.phone)
        self.email.setText(row.email)
        self.note.setPlainText(row.note)

    @Slot(str)
    def _on_profession(self, _words: str) -> None:
        own = self._row.name if self._row else ""
        self.profession.tell_holder(self._profession_row, besides=own)

    @override
    def ask_again(self) -> None:
        self._desk.gateway.read(visitors_now, self._desk.today()).then(self._on_others)

    @Slot(object)
    def _on_others(self, found: Visitors) -> None:
        own = self._row.visitor_id if self._row else None
        row = next((one for one in found.rows if one.visitor_id == own), None)
        if row is not None:
            self._row = row
            self.meet(VisitorSheet(self._desk, *self._known_to, row))


class JoinSheet(Sheet):
    """Asks how a visitor becomes a member."""

    def __init__(self, desk: Desk, professions: Sequence[Profession], row: VisitorRow) -> None:
        title = _("Admit {name}").format(name=row.name)
        super().__init__(title, store_words=_("Admit as a member"))
        self._desk, self._row = desk, row
        today = desk.today()
        given, family = names.split(row.name)
        self.given = LineField(name=_("Given name"))
        self.family = LineField(name=_("Family name"))
        self.given.setText(given)
        self.family.setText(family)
        self.profession = ProfessionField(professions, name=_("Classification"))
        self.joined = DateField(name=_("Member since"), today=today, day=today)
        self.renewal = RenewalField(desk)
        self._place_fields()
        self.profession.textChanged.connect(self._on_profession)
        self.profession.setText(row.profession)

    @override
    def store(self) -> None:
        self._desk.gateway.write(
            _("{name} admitted as a member").format(name=self._row.name),
            visitors.join,
            visitor_id=self._row.visitor_id,
            given_name=self.given.text(),
            family_name=self.family.text(),
            joined_on=self.joined.day or self._desk.today(),
            classification=self.profession.text(),
            renewal_due=self.renewal.day,
        ).then(self.on_stored).otherwise(self.on_refused)

    def _place_fields(self) -> None:
        form = Form()
        form.add(_("Given name"), self.given)
        form.add(_("Family name"), self.family)
        self._profession_row = form.add(_("Classification"), self.profession)
        form.add(_("Member since"), self.joined)
        form.add(_("Renewal due"), self.renewal)
        self.body.addWidget(form)
        if self._row.inviter.home:
            words = _("{name} becomes the sponsor.").format(name=self._row.inviter.name)
            self.body.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))
        self.body.addStretch(1)

    @Slot(str)
    def _on_profession(self, _words: str) -> None:
        self.profession.tell_holder(self._profession_row)
