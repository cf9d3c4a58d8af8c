"""What is done to a member from the list, in words of the history."""

from app.errors import RuleError
from app.i18n import _
from app.queries.members import MemberRow
from app.rules.people import PersonKind
from app.services import classifications, roster
from app.ui.desk import Desk
from app.ui.kit.daytext import read_day


class RosterEdits:
    """Stores what was typed into a cell; refusals are shown above the list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def classify(self, row: MemberRow, words: str) -> None:
        """Give a member another profession, or none."""
        _check_member(row)
        label = _("{name}: classification {profession}").format(name=row.name, profession=words)
        self._desk.gateway.write(
            label, roster.change_seat, person_id=row.person_id, classification=words
        )

    def place(self, row: MemberRow, words: str) -> None:
        """Put a member's profession into a contact sphere."""
        if row.classification_id is None:
            raise RuleError("no_profession", name=row.name)
        label = _("Contact sphere of {profession}: {sphere}").format(
            profession=row.classification, sphere=words
        )
        self._desk.gateway.write(
            label, classifications.place, classification_id=row.classification_id, sphere=words
        )

    def renew(self, row: MemberRow, words: str) -> None:
        """Say when a membership is due for renewal; nothing typed takes the day away."""
        day = read_day(words, self._desk.today()) if words.strip() else None
        if words.strip() and day is None:
            raise RuleError("day_unclear", words=words)
        label = _("Renewal of {name}").format(name=row.name)
        self._desk.gateway.write(label, roster.renew, person_id=row.person_id, due=day)

    def reach(self, row: MemberRow, **changed: str) -> None:
        """Change company, phone or e-mail."""
        label = _("Contact of {name}").format(name=row.name)
        self._desk.gateway.write(label, roster.reach, person_id=row.person_id, **changed)

    def move(self, row: MemberRow, **changed: str) -> None:
        """Change where a person of elsewhere belongs."""
        if row.kind is PersonKind.MEMBER:
            raise RuleError("is_a_member", name=row.name)
        facts = {"name": row.name, "chapter": row.chapter} | changed
        label = _("{name} corrected").format(name=row.name)
        self._desk.gateway.write(
            label,
            roster.correct_external,
            person_id=row.person_id,
            version=row.version,
            name=facts["name"],
            chapter=facts["chapter"],
            region=facts.get("region"),
            country=facts.get("country"),
        )


def _check_member(row: MemberRow) -> None:
    if row.kind is not PersonKind.MEMBER:
        raise RuleError("not_a_member")
