"""The editor of a person of another chapter."""

from PySide6.QtCore import Slot
from typing_extensions import override

from app.i18n import _
from app.queries.members import MemberRow, Members, members
from app.services import roster
from app.ui.choosing.clash import ComparedSheet, known
from app.ui.desk import Desk
from app.ui.kit.field import LineField
from app.ui.kit.form import Form


class ExternalSheet(ComparedSheet):
    """Asks who somebody is and where he belongs."""

    def __init__(self, desk: Desk, row: MemberRow | None) -> None:
        super().__init__(_("New person of another chapter") if row is None else row.name)
        self._desk, self._row = desk, row
        self.name = LineField(name=_("Name"))
        self.chapter = LineField(name=_("Chapter"))
        self.region = LineField(name=_("Region"))
        self.country = LineField(name=_("Country"))
        form = Form()
        form.add(_("Name"), self.name)
        same = _("The same name in another chapter is somebody else.")
        form.add(_("Chapter"), self.chapter, hint=same)
        form.add(_("Region"), self.region)
        form.add(_("Country"), self.country)
        self.body.addWidget(form)
        self.body.addStretch(1)
        if row is not None:
            self.name.setText(row.name)
            self.chapter.setText(row.chapter)
            self.region.setText(row.region)
            self.country.setText(row.country)
        self.begun = known(self)

    @override
    def store(self) -> None:
        name, gateway = self.name.text(), self._desk.gateway
        places = {
            "chapter": self.chapter.text(),
            "region": self.region.text(),
            "country": self.country.text(),
        }
        if self._row is None:
            label = _("{name} of {chapter} entered").format(name=name, chapter=places["chapter"])
            answer = gateway.write(label, roster.add_external, name=name, **places)
        else:
            label = _("{name} corrected").format(name=name)
            answer = gateway.write(
                label,
                roster.correct_external,
                person_id=self._row.person_id,
                name=name,
                version=self._row.version,
                **places,
            )
        self.keep(answer)

    @override
    def ask_again(self) -> None:
        self._desk.gateway.read(members, self._desk.today()).then(self._on_others)

    @Slot(object)
    def _on_others(self, found: Members) -> None:
        row = next((one for one in found.rows if self._row and _same(one, self._row)), None)
        if row is not None:
            self._row = row
            self.meet(ExternalSheet(self._desk, row))


def _same(one: MemberRow, other: MemberRow) -> bool:
    return one.person_id == other.person_id
