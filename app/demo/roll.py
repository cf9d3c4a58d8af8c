"""How the demo's members attend an evening."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.demo.calendar import Evening, Fate
from app.demo.cast import Part
from app.demo.story import Story
from app.rules.attendance import Attendance
from app.services import attendance

_ABSENT, _LATE, _ILL, _SUBSTITUTE = 0.05, 0.036, 0.009, 0.054
_APART = 185  # days between two absences, so that only those meant to come near the limit do
_UNDISTURBED = 27  # weeks before the first absence of those who do
_OPEN = {  # the evening that is still a draft
    "José Carvalho": Attendance.LATE,
    "Łukasz Nowak": Attendance.SUBSTITUTE,
    "Юлія Коваль": Attendance.MEDICAL,
    "Tevita Fale": Attendance.LATE,
    "Ruth Abrahams": Attendance.ABSENT,
    "Siân Prosser": Attendance.SUBSTITUTE,
}
_NOT_YET = "Grace Mbeki"


@dataclass(frozen=True, slots=True)
class Roll:
    """Who attended otherwise than present, and who is not recorded yet."""

    exceptions: dict[str, Attendance]
    blank: frozenset[str]

    def took_part(self, part: Part) -> bool:
        """Tell whether slips of a member were handed in."""
        return self.exceptions.get(part.shown) not in {Attendance.ABSENT, Attendance.MEDICAL}


def call(story: Story, evening: Evening) -> Roll:
    """Return how everybody attends."""
    if evening.fate is Fate.DRAFT:
        known = {part.shown for part in story.current}
        return Roll(
            {name: mark for name, mark in _OPEN.items() if name in known}, frozenset({_NOT_YET})
        )
    found = {part.shown: _attend(story, part, evening) for part in story.current}
    return Roll({name: mark for name, mark in found.items() if mark is not None}, frozenset())


def plan_absences(story: Story, weeks: Sequence[Evening]) -> None:
    """Settle when those near the limit are absent: at meetings that count, or the ones after."""
    held = sorted(week.ago for week in weeks if week.fate is Fate.COMPLETED)
    for part in story.cast.members:
        planned = (max(ago for ago in held if ago <= wanted) for wanted in part.absent)
        story.absences[part.shown] = set(planned)


def record(session: Session, story: Story, meeting_id: int, roll: Roll) -> None:
    """Enter the exceptions, then everybody else as present."""
    for name, mark in roll.exceptions.items():
        _enter(session, story, meeting_id, name, mark)
    rest = [story.ids[part.shown] for part in story.current if part.shown not in roll.blank]
    attendance.mark_all(
        session, meeting_id=meeting_id, person_ids=rest, attendance=Attendance.PRESENT
    )


def _enter(session: Session, story: Story, meeting_id: int, name: str, mark: Attendance) -> None:
    person_id = story.ids[name]
    stand_in = _stand_in(story, name) if mark is Attendance.SUBSTITUTE else ""
    attendance.mark(
        session, meeting_id=meeting_id, person_id=person_id, attendance=mark, substitute=stand_in
    )
    kind = {
        Attendance.LATE: "late_note",
        Attendance.ABSENT: "absence_note",
        Attendance.MEDICAL: "medical_note",
    }.get(mark)
    if kind is not None:
        attendance.remark(
            session, meeting_id=meeting_id, person_id=person_id, note=story.word(kind)
        )


def _attend(story: Story, part: Part, evening: Evening) -> Attendance | None:
    name = part.shown
    if part.absent and evening.ago <= max(part.absent) + _UNDISTURBED:
        return Attendance.ABSENT if evening.ago in story.absences[name] else None
    if story.ill.get(name, 0) > 0:
        story.ill[name] -= 1
        return Attendance.MEDICAL
    fortune = story.chance.random()
    if fortune < _ABSENT and _long_since(story.last_absent.get(name), evening.held_on):
        story.last_absent[name] = evening.held_on
        return Attendance.ABSENT
    if _ABSENT < fortune < _ABSENT + _ILL:
        story.ill[name] = story.chance.randrange(3)
        return Attendance.MEDICAL
    return _minor(fortune - _ABSENT - _ILL)


def _minor(fortune: float) -> Attendance | None:
    if 0 < fortune < _LATE:
        return Attendance.LATE
    return Attendance.SUBSTITUTE if _LATE < fortune < _LATE + _SUBSTITUTE else None


def _long_since(last: date | None, day: date) -> bool:
    return last is None or (day - last).days > _APART


def _stand_in(story: Story, name: str) -> str:
    family = name.rsplit(maxsplit=1)[-1]
    kin = [one for one in story.cast.words["substitute"] if one.split()[-1] == family]
    return kin[0] if kin else story.word("substitute")
