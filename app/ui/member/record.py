"""Who a member is: contact, membership, offices, in two columns of label and words."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import formats
from app.i18n import _
from app.queries.member import MemberCard, SpellRow
from app.queries.member_letters import MemberLetters
from app.queries.rulings import RulingRow
from app.reports.office_words import office_words
from app.rules.attendance_policy import Standing
from app.rules.scoring.exact import shortest
from app.ui.committee.words import letter_state
from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight
from app.wording.committee import letter_words, ruling_words

_LABEL = 84


class RecordPanel(QWidget):
    """Labels and words under a head; what is not known is left out."""

    def __init__(self, title: str, link: str, follow: Callable[[], None]) -> None:
        super().__init__()
        self._inside = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        head = SectionHead(title)
        self._link = Button(link, kind=Kind.LINK, size=Size.LABEL)
        self._link.clicked.connect(follow)
        head.add(self._link)
        self._layout.addWidget(head)
        self._layout.addWidget(self._inside)
        self._layout.addStretch(1)

    def show_pairs(self, pairs: Sequence[tuple[str, str]], *, editable: bool) -> None:
        """Show other labels and words, and the link where they may be corrected."""
        self._link.setVisible(editable)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(1, 1)
        known = [(label, words) for label, words in pairs if words]
        for place, (label, words) in enumerate(known or [("", _("nothing entered yet"))]):
            small = PlainLabel(label, size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
            grid.addWidget(small, place, 0)
            grid.addWidget(PlainLabel(words), place, 1)
        self._layout.replaceWidget(self._inside, inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = inside


def contact_pairs(card: MemberCard) -> list[tuple[str, str]]:
    """Return how somebody is reached."""
    return [
        (_("Company"), card.company),
        (_("Phone"), card.phone),
        (_("E-mail"), card.email),
        (_("Website"), card.website),
        (_("Address"), card.address),
        (_("Note"), card.note),
    ]


def membership_pairs(card: MemberCard) -> list[tuple[str, str]]:
    """Return when somebody belonged to the chapter, and as what."""
    open_spell = card.open_spell
    due = open_spell.renewal_due if open_spell else None
    spells = [(_("Member"), _spell_words(spell)) for spell in card.spells]
    terms = [
        (office_words(term.office), formats.period(term.starts_on, term.ends_on))
        if term.ends_on
        else (office_words(term.office), _("since {day}").format(day=_day(term.starts_on)))
        for term in card.terms[:3]
    ]
    return [
        *spells[:2],
        (_("Renewal due"), formats.day_full(due) if due else ""),
        (_("Sponsor"), card.sponsor),
        (_("Mentor"), card.mentor),
        *terms,
    ]


def _spell_words(spell: SpellRow) -> str:
    start = _("before this book") if spell.joined_on is None else _day(spell.joined_on)
    if spell.left_on is None:
        return _("since {day}").format(day=start)
    reason = f", {spell.reason}" if spell.reason else ""
    return _("{start} to {end}").format(start=start, end=_day(spell.left_on)) + reason


def _day(day: date) -> str:
    return formats.day_full(day)


def committee_pairs(found: MemberLetters) -> list[tuple[str, str]]:
    """Return how somebody stands with the committee: absences, decisions, letters."""
    return [
        *_absence_pairs(found.standing),
        *((ruling_words(one.kind), _ruling_words(one)) for one in found.rulings),
        *((letter_words(one.kind, one.step), letter_state(one)) for one in found.letters),
    ]


def _absence_pairs(found: Standing | None) -> list[tuple[str, str]]:
    if found is None:
        return []
    words = _("{absences} of {allowed}").format(
        absences=shortest(found.absences), allowed=found.allowed
    )
    leaves = found.next_to_leave
    drops = _day(leaves.leaves_on) if leaves is not None else ""
    return [(_("Absences"), words), (_("One drops out"), drops)]


def _ruling_words(one: RulingRow) -> str:
    span = _("since {day}").format(day=_day(one.starts_on))
    if one.ends_on is not None:
        span = formats.period(one.starts_on, one.ends_on)
    return _("{span}, decided by {name}").format(span=span, name=one.decided_by)
