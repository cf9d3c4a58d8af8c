"""The editor that makes one person of two records."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from typing_extensions import override

from app.i18n import _
from app.queries.roster import Party
from app.rules.merging import Prefer
from app.rules.people import PersonKind
from app.services import people
from app.ui.choosing.personfield import PersonField
from app.ui.desk import Desk
from app.ui.kit.form import Form
from app.ui.kit.label import PlainLabel
from app.ui.kit.segmented import SegmentedControl
from app.ui.kit.sheet import Sheet
from app.ui.theme import Tone

_PREFER = (None, Prefer.KEPT, Prefer.GONE)


class MergeSheet(Sheet):
    """Asks who somebody really is, and whose word counts where both say something.

    Where one of the two is a member and the other is not, the member's record stays.
    """

    def __init__(
        self, desk: Desk, parties: Sequence[Party], person_id: int, other_id: int | None = None
    ) -> None:
        self._one = next(party for party in parties if party.person_id == person_id)
        super().__init__(
            _("{name} is the same as …").format(name=self._one.name), store_words=_("Make them one")
        )
        self._desk = desk
        self._parties = {party.person_id: party for party in parties}
        others = [one for one in parties if one.person_id != person_id and _is_somebody(one)]
        self.other = PersonField(others, name=_("Who it really is"))
        self.prefer = SegmentedControl(
            (_("Nothing stored"), _("Of who stays"), _("Of who goes")),
            name=_("Where both have an entry"),
        )
        self._told = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._lay_out_fields()
        self.other.picked.connect(self._on_picked)
        self.other.show_person(other_id)
        self._on_picked(None)

    @override
    def store(self) -> None:
        other = self._other()
        if other is None:
            self.refuse(self.other.problem(needed=True) or _("Choose somebody of the book."))
            return
        kept, gone = _staying(self._one, other)
        self._desk.gateway.write(
            _("{gone} is {kept}").format(gone=gone.name, kept=kept.name),
            people.merge,
            kept_id=kept.person_id,
            gone_id=gone.person_id,
            prefer=_PREFER[self.prefer.current],
        ).then(self.on_stored).otherwise(self.on_refused)

    def _other(self) -> Party | None:
        chosen = self.other.person_id
        return next((one for key, one in self._parties.items() if key == chosen), None)

    @Slot(object)
    def _on_picked(self, _side: object) -> None:
        other = self._other()
        if other is None:
            self._told.say(_("Slips, marks, offices and everything else become those of one."))
            return
        kept, gone = _staying(self._one, other)
        words = _(
            "{kept} stays. Everything of {gone} becomes {kept}'s, and files that say {gone} are "
            "understood from now on. One undo takes it back."
        )
        self._told.say(words.format(kept=_told_apart(kept, gone), gone=_told_apart(gone, kept)))

    def _lay_out_fields(self) -> None:
        form = Form()
        form.add(_("Who it really is"), self.other, hint=_("A name, or a part of it."))
        hint = _("Such as two marks of one meeting, or two memberships at once.")
        form.add(_("Where both have an entry"), self.prefer, hint=hint)
        self.body.addWidget(form)
        self.body.addWidget(self._told)
        self.body.addStretch(1)


def _is_somebody(party: Party) -> bool:
    return party.kind in {PersonKind.MEMBER, PersonKind.EXTERNAL}


def _staying(one: Party, other: Party) -> tuple[Party, Party]:
    """Return who stays and who goes: a member before others, else whom it really is."""
    if one.kind is PersonKind.MEMBER and other.kind is not PersonKind.MEMBER:
        return one, other
    return other, one


def _told_apart(one: Party, other: Party) -> str:
    """Return a name, with the chapter where both are called the same."""
    if one.name != other.name:
        return one.name
    return (
        f"{one.name} ({one.chapter})" if one.chapter else _("{name} (member)").format(name=one.name)
    )
