"""The small editors of the committee: a decision, a letter put off or not sent, a renewal."""

from collections.abc import Callable
from datetime import date, timedelta

from typing_extensions import override

from app.i18n import _
from app.queries.committee import CommitteeRow
from app.rules.letters import LetterKey, RulingKind
from app.rules.periods import add_months
from app.services import letters, roster, rulings
from app.ui.desk import Desk
from app.ui.kit.datefield import DateField
from app.ui.kit.field import LineField
from app.ui.kit.form import Form
from app.ui.kit.label import PlainLabel
from app.ui.kit.sheet import Sheet
from app.ui.opening.whoami import own_name
from app.ui.theme import Tone
from app.wording.committee import ruling_words

_WEEK = timedelta(days=7)


class CommitteeSheet(Sheet):
    """A sheet about one member that closes once its deed is stored."""

    def __init__(self, desk: Desk, row: CommitteeRow, title: str, words: str) -> None:
        super().__init__(title, store_words=words)
        self.desk, self.row = desk, row
        self.form = Form()
        self.body.addWidget(PlainLabel(row.name, tone=Tone.MUTED))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def write(self, label: str, deed: Callable[..., None], **facts: object) -> None:
        """Store something, then close."""
        self.desk.gateway.write(label, deed, **facts).then(self.on_stored).otherwise(
            self.on_refused
        )


class RulingSheet(CommitteeSheet):
    """Asks from when to when a decision holds and who made it."""

    def __init__(self, desk: Desk, row: CommitteeRow, kind: RulingKind, officer: str) -> None:
        super().__init__(desk, row, ruling_words(kind), _("Record it"))
        self._kind = kind
        today = desk.today()
        self.starts = DateField(name=_("From"), today=today, day=_start(row, kind, today))
        self.ends = DateField(name=_("Until"), today=today, day=_end(row, kind, today))
        self.by = LineField(name=_("Decided by"))
        self.note = LineField(name=_("Note"))
        self.by.setText(officer)
        held = kind is RulingKind.REVIEW
        self.form.add(_("Held on") if held else _("From"), self.starts)
        if kind in {RulingKind.PROBATION, RulingKind.MEDICAL_LEAVE}:
            self.form.add(_("Until"), self.ends, hint=_("The last day; empty: until it is ended."))
        leave = kind is RulingKind.MEDICAL_LEAVE
        hint = _("Not who records it here: somebody else approves an exception.") if leave else ""
        self.form.add(_("Held by") if held else _("Decided by"), self.by, hint=hint)
        self.form.add(_("Note"), self.note, hint=_("No medical reasons, please.") if leave else "")

    @override
    def store(self) -> None:
        starts = self.starts.day or self.desk.today()
        self.write(
            _("{decision}: {name}").format(decision=ruling_words(self._kind), name=self.row.name),
            rulings.decide,
            person_id=self.row.person_id,
            kind=self._kind,
            starts_on=starts,
            ends_on=starts if self._kind is RulingKind.REVIEW else self.ends.day,
            decided_by=self.by.text(),
            recorded_by=own_name(self.desk.memory),
            note=self.note.text(),
        )


def _start(row: CommitteeRow, kind: RulingKind, today: date) -> date:
    if kind is RulingKind.MEDICAL_LEAVE and row.standing and row.standing.unapproved:
        return row.standing.unapproved[0]
    return today


def _end(row: CommitteeRow, kind: RulingKind, today: date) -> date | None:
    if kind is RulingKind.PROBATION:
        return add_months(today, 3)
    if kind is RulingKind.MEDICAL_LEAVE:
        unapproved = row.standing.unapproved if row.standing else ()
        return unapproved[-1] if unapproved else today + 8 * _WEEK
    return None


class DeferSheet(CommitteeSheet):
    """Asks until when a letter is put off."""

    def __init__(self, desk: Desk, row: CommitteeRow, key: LetterKey, name: str) -> None:
        super().__init__(desk, row, _("Put off: {letter}").format(letter=name), _("Put off"))
        self._key, self._name = key, name
        today = desk.today()
        self.until = DateField(name=_("Due again on"), today=today, day=today + _WEEK)
        self.form.add(_("Due again on"), self.until)

    @override
    def store(self) -> None:
        label = _("{letter} to {name} put off").format(letter=self._name, name=self.row.name)
        today = self.desk.today()
        until = self.until.day or today
        self.write(label, letters.defer, letter=self._key, on=today, until=until)


class AsideSheet(CommitteeSheet):
    """Asks why a letter is not sent."""

    def __init__(self, desk: Desk, row: CommitteeRow, key: LetterKey, name: str) -> None:
        super().__init__(desk, row, _("Not to be sent: {letter}").format(letter=name), _("Store"))
        self._key, self._name = key, name
        self.reason = LineField(name=_("Why it is not sent"))
        hint = _("Such as: spoke to him. Seen by officers only.")
        self.form.add(_("Why it is not sent"), self.reason, hint=hint)

    @override
    def store(self) -> None:
        label = _("{letter} to {name} is not sent").format(letter=self._name, name=self.row.name)
        today, reason = self.desk.today(), self.reason.text()
        self.write(label, letters.set_aside, letter=self._key, on=today, reason=reason)


class RenewSheet(CommitteeSheet):
    """Asks until when a membership is renewed; offers the length most have."""

    def __init__(self, desk: Desk, row: CommitteeRow, due: date, months: int) -> None:
        super().__init__(desk, row, _("Renew the membership"), _("Renew"))
        self.due = DateField(
            name=_("Next renewal due"), today=desk.today(), day=add_months(due, months)
        )
        self.form.add(_("Next renewal due"), self.due)

    @override
    def store(self) -> None:
        label = _("Membership of {name} renewed").format(name=self.row.name)
        self.write(label, roster.renew, person_id=self.row.person_id, due=self.due.day)
