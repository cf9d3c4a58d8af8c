"""The editor that asks why a difference is left as it is."""

from typing_extensions import override

from app.i18n import _
from app.queries.checking import Finding
from app.reports import checking_words as words
from app.services import checking
from app.ui.desk import Desk
from app.ui.kit.field import LineField
from app.ui.kit.form import Form
from app.ui.kit.label import PlainLabel
from app.ui.kit.sheet import Sheet
from app.ui.theme import Tone


class ReasonSheet(Sheet):
    """It comes back by itself as soon as one of the figures is another."""

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__(_("Leave it as it is"), store_words=_("Leave it"))
        self._desk, self._finding = desk, finding
        about = ", ".join(filter(None, (words.when(finding), words.who(finding))))
        self.reason = LineField(name=_("Why"))
        form = Form()
        form.add(_("Why"), self.reason, hint=_("For whoever checks next; may stay empty."))
        self.body.addWidget(PlainLabel(f"{about}: {words.what(finding)}", wrap=True))
        self.body.addWidget(form)
        hint = _("It comes back when one of the figures changes.")
        self.body.addWidget(PlainLabel(hint, tone=Tone.MUTED, wrap=True))
        self.body.addStretch(1)

    @override
    def store(self) -> None:
        label = _("{what} of {who} left as it is").format(
            what=words.what(self._finding),
            who=words.who(self._finding) or words.when(self._finding),
        )
        self._desk.gateway.write(
            label, checking.accept, key=self._finding.key, reason=self.reason.text()
        ).then(self.on_stored)
