"""A field for somebody: found by a fragment, initials or the seat; new people by name@chapter."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.queries.roster import Party
from app.rules import completion, names
from app.rules.completion import Choice
from app.rules.identifiers import PersonId
from app.rules.matching import OUTSIDE, Crowd, Known
from app.rules.people import PersonKind
from app.rules.slip_entry import Side, side_of
from app.ui.choosing.suggestions import Suggestion, Suggestions
from app.ui.kit.field import LineField


def crowd_of(parties: Sequence[Party]) -> Crowd:
    """Return everybody who may be meant, current members before all others."""
    return Crowd(
        Known(
            party.person_id,
            party.name,
            party.chapter,
            party.seat,
            here=party.current,
            profession=party.classification,
        )
        for party in parties
    )


class PersonField(LineField):
    """Holds somebody, nobody, or words that mean nobody yet.

    Signals:
        picked: Somebody else stands in the field. Carries the Side, or None.
        taken: Somebody was taken from the list under the field.
    """

    picked = Signal(object)
    taken = Signal()

    def __init__(
        self,
        parties: Sequence[Party],
        *,
        name: str,
        hint: str = "",
        members_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Offer these people; with ``members_only`` nobody of another chapter."""
        super().__init__(name=name, hint=hint, parent=parent)
        self._members_only = members_only
        self._side: Side | None = None
        self._told: Side | None = None
        self._choices: tuple[Choice, ...] = ()
        self._offered: list[Suggestion] = []
        self._list = Suggestions(self)
        self.know(parties)
        self._list.activated.connect(self._on_activated)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_finished)

    def know(self, parties: Sequence[Party]) -> None:
        """Offer other people."""
        allowed = (
            [one for one in parties if one.kind is PersonKind.MEMBER]
            if self._members_only
            else parties
        )
        self._remarks = {one.person_id: one.chapter or one.classification for one in allowed}
        self._parties = {one.person_id: one for one in allowed}
        self._crowd = crowd_of(allowed)

    @property
    def side(self) -> Side | None:
        """Who is meant; without an id somebody new, of another chapter."""
        return self._side

    @property
    def person_id(self) -> int | None:
        """The id of who is meant, if the book knows him."""
        return None if self._side is None else self._side.person_id

    def show_person(self, person_id: int | None) -> None:
        """Put somebody, or nobody, into the field without telling anybody."""
        party = None if person_id is None else self._parties.get(PersonId(person_id))
        self._side = self._told = (
            None if party is None else Side(party.person_id, party.name, party.chapter, party.seat)
        )
        self.setText("" if party is None else party.name)
        self.mark_wrong(wrong=False)

    def show_side(self, side: Side | None) -> None:
        """Put one side of a slip, somebody new too, into the field without telling anybody."""
        self._told = side
        self._pick(side)
        self.setCursorPosition(0)

    def problem(self, *, needed: bool = False) -> str:
        """Return what is wrong with the words in the field, or nothing."""
        if self._side is not None:
            return ""
        if not self.text().strip():
            return _("Somebody is missing here.") if needed else ""
        if len(self._choices) > 1:
            return _("More than one person is called so: choose one from the list.")
        if self._members_only:
            return _("No member is called so.")
        return _("Nobody is called so. Enter people of other chapters as name@chapter.")

    def _pick(self, side: Side | None) -> None:
        changed = side != self._told
        self._side = self._told = side
        if side is not None:
            new = f"{side.name}{OUTSIDE}{side.chapter}" if side.new else side.name
            self.setText(new)
        self.mark_wrong(wrong=side is None and bool(self.text().strip()))
        if changed:
            self.picked.emit(side)

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        self._side = None
        self.mark_wrong(wrong=False)
        found = completion.people(words, self._crowd) if words.strip() else ()
        self._choices = tuple(one for one in found if self._is_allowed(one))
        self._offered = _told_apart([self._suggestion(choice) for choice in self._choices])
        self._list.offer(self._offered)
        if not words.strip():
            self._pick(None)

    def _is_allowed(self, choice: Choice) -> bool:
        return choice.side is not None and not (self._members_only and choice.side.new)

    def _suggestion(self, choice: Choice) -> Suggestion:
        side = choice.side
        if side is None:
            return Suggestion(choice.text)
        if side.person_id is None:
            return Suggestion(side.name, _("new, of {chapter}").format(chapter=side.chapter))
        return Suggestion(side.name, self._remarks.get(side.person_id, ""))

    @Slot(str)
    def _on_activated(self, words: str) -> None:
        offered = zip(self._offered, self._choices, strict=True)
        self._pick(next((choice.side for one, choice in offered if one.text == words), None))
        self.taken.emit()

    @Slot()
    def _on_finished(self) -> None:
        if self._side is None or not self.text().strip():
            self._pick(self._only_one())

    def _only_one(self) -> Side | None:
        """Return whom the words mean, where a better match hides the worse and one is left."""
        words = self.text().strip()
        sides = [choice.side for choice in self._choices if choice.side is not None]
        exact = [side for side in sides if names.key(side.name) == names.key(words)]
        meant = exact or [side_of(known) for known in self._crowd.find(words)] or sides
        return meant[0] if words and len(meant) == 1 else None


def _told_apart(offers: list[Suggestion]) -> list[Suggestion]:
    """Return suggestions no two of which read alike."""
    texts = [one.text for one in offers]
    return [
        replace(one, text=f"{one.text}, {one.remark}") if texts.count(one.text) > 1 else one
        for one in offers
    ]
