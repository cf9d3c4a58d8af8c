"""The offices somebody holds or held: terms corrected, added and taken off."""

from collections.abc import Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.member import MemberCard, TermRow
from app.reports.office_words import office_words
from app.rules import periods
from app.rules.people import Office
from app.services import offices
from app.ui.desk import Desk
from app.ui.kit.button import Button, Kind
from app.ui.kit.datefield import DateField
from app.ui.kit.field import ChoiceField
from app.ui.kit.form import Form
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.members.card_form import CardForm
from app.ui.tables.columns import Choice
from app.ui.theme import Tone


class OfficesForm(CardForm):
    """One block a term, then one that asks for another office."""

    @override
    def blocks(self, card: MemberCard) -> Iterator[QWidget]:
        for term in card.terms:
            yield _TermBlock(self._desk, term, card, self)
        if not card.terms:
            none = _("{name} has held no office yet.").format(name=card.name)
            yield PlainLabel(none, tone=Tone.MUTED, wrap=True)
        yield _Appointing(self._desk, card, self)


class _TermBlock(QWidget):
    """One term: office, from, to."""

    def __init__(self, desk: Desk, term: TermRow, card: MemberCard, form: OfficesForm) -> None:
        super().__init__()
        self._desk, self._term, self._card, self._form = desk, term, card, form
        today = desk.today()
        self._from = DateField(name=_("From"), today=today, day=term.starts_on)
        self._to = DateField(name=_("To"), today=today, day=term.ends_on)
        head = SectionHead(office_words(term.office), quiet=True)
        remove = Button("", kind=Kind.QUIET, icon="trash", name=_("Remove this term"))
        remove.clicked.connect(self._on_remove)
        head.add(remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addLayout(_span(self._from, self._to))
        for field in (self._from, self._to):
            field.picked.connect(self._on_picked)

    @Slot(object)
    def _on_picked(self, _day: object) -> None:
        self._desk.gateway.write(
            _("Term of {name} as {office}").format(
                name=self._card.name, office=office_words(self._term.office)
            ),
            offices.correct_term,
            holder_id=self._term.holder_id,
            version=self._term.version,
            starts_on=self._from.day or self._term.starts_on,
            ends_on=self._to.day,
        ).otherwise(self._form.on_refused)

    @Slot()
    def _on_remove(self) -> None:
        self._desk.gateway.write(
            _("Term of {name} as {office} removed").format(
                name=self._card.name, office=office_words(self._term.office)
            ),
            offices.dismiss,
            holder_id=self._term.holder_id,
            version=self._term.version,
        ).otherwise(self._form.on_refused)


class _Appointing(QWidget):
    """Asks for another office; the current term is offered."""

    def __init__(self, desk: Desk, card: MemberCard, form: OfficesForm) -> None:
        super().__init__()
        self._desk, self._card, self._form = desk, card, form
        today = desk.today()
        term = periods.term_of(today)
        self._office = ChoiceField(
            [Choice(office, office_words(office)) for office in Office], name=_("Office")
        )
        self._from = DateField(name=_("From"), today=today, day=term.start)
        self._to = DateField(name=_("To"), today=today, day=term.end)
        appoint = Button(_("Put into office"), icon="plus")
        appoint.clicked.connect(self._on_appoint)
        fields = Form()
        self._office.choose(None)
        self._office_row = fields.add(_("Office"), self._office)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(SectionHead(_("Another office"), quiet=True))
        layout.addWidget(fields)
        layout.addLayout(_span(self._from, self._to))
        line = QHBoxLayout()
        line.addWidget(appoint)
        line.addStretch(1)
        layout.addLayout(line)

    @Slot()
    def _on_appoint(self) -> None:
        office = self._office.chosen()
        if not isinstance(office, Office):
            self._office_row.say_wrong(_("Choose an office first."))
            return
        self._desk.gateway.write(
            _("{name} becomes {office}").format(name=self._card.name, office=office_words(office)),
            offices.appoint,
            office=office,
            person_id=self._card.person_id,
            starts_on=self._from.day or self._desk.today(),
            ends_on=self._to.day,
        ).otherwise(self._form.on_refused)


def _span(start: DateField, end: DateField) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    for words, field in ((_("From"), start), (_("To, the last day"), end)):
        form = Form()
        form.add(words, field)
        line.addWidget(form, 1)
    return line
