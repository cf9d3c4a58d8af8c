"""Completion on the slip line: the list of offers, and taking one of them into the line."""

from collections.abc import Callable

from app.rules import completion
from app.rules.completion import Choice, Offer
from app.rules.slip_entry import Piece, Role, Side, Understood
from app.ui.meeting.line_knowledge import LineKnowledge
from app.ui.meeting.offer_list import OfferList
from app.ui.meeting.slip_field import SlipField


class Completing:
    """Opens and closes the list and fills in what was chosen; nothing is ever chosen by itself.

    ``pick`` is told which word of the line now stands for whom.
    """

    def __init__(
        self, field: SlipField, shown: OfferList, pick: Callable[[str, Side], object]
    ) -> None:
        self._field = field
        self._shown = shown
        self._pick = pick
        self._offer: Offer | None = None
        self.known = LineKnowledge()
        self.said = Understood()

    @property
    def is_open(self) -> bool:
        """Whether the list is seen."""
        return self._offer is not None

    def follow_cursor(self) -> None:
        """Show the list while the cursor stands in a name that may be several people's."""
        question = self.said.question
        if question is not None and question.start < self._field.cursorPosition() <= question.end:
            self.ask(question)
        else:
            self.close()

    def ask(self, question: Piece) -> None:
        """Show who may be meant by a piece of the line."""
        self._open(completion.question(self._field.text(), question, self.known.crowd))

    def step(self, by: int) -> None:
        """Light the next choice; open the list first where it is closed."""
        offer = self._offer or self._at_cursor()
        if offer is not None:
            self._open(offer)
            self._shown.step(by)

    def take_lit(self) -> bool:
        """Take the choice that is lit; tell whether there was one."""
        if self._offer is None or self._shown.lit is None:
            return False
        self._take(self._offer, self._shown.lit)
        return True

    def take(self, choice: Choice) -> None:
        """Take a choice of the list."""
        if self._offer is not None:
            self._take(self._offer, choice)

    def accept(self) -> bool:
        """Write out the name at the cursor; tell whether there was anything to write."""
        offer = self._offer or self._at_cursor()
        if offer is None:
            return False
        chosen = self._shown.lit or self._understood(offer)
        if chosen is None:
            self.step(1)
            return True
        if self._field.text()[offer.start : offer.end] == chosen.text:
            return False
        self._take(offer, chosen)
        return True

    def close(self) -> None:
        """Take the list away."""
        self._offer = None
        self._shown.close_list()

    def _understood(self, offer: Offer) -> Choice | None:
        """Return the choice that is what the line means anyway, or the only one."""
        if len(offer.choices) == 1:
            return offer.choices[0]
        roles = {piece.start: piece.role for piece in self.said.pieces}
        side = self.said.second if roles.get(offer.start) is Role.SECOND else self.said.first
        if side is None:
            return None
        return next((choice for choice in offer.choices if choice.side == side), None)

    def _at_cursor(self) -> Offer | None:
        field, known = self._field, self.known
        cursor = field.cursorPosition()
        return completion.offer(field.text(), cursor, self.said, known.crowd, known.guests)

    def _take(self, offer: Offer, choice: Choice) -> None:
        line = self._field.text()
        rest = line[offer.end :].lstrip(" ")
        if choice.side is not None:
            self._pick(choice.text, choice.side)
        self.close()
        before = f"{line[: offer.start]}{choice.text} "
        self._field.setText(before + rest)
        self._field.setCursorPosition(len(before))

    def _open(self, offer: Offer) -> None:
        self._offer = offer
        self._shown.open(offer.choices, [self.known.hint(choice) for choice in offer.choices])
