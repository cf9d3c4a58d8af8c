"""The columns of the list of members, and which of them a view shows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Protocol

from app import formats
from app.i18n import _, ngettext
from app.queries.members import MemberRow, Members
from app.rules.people import PersonKind
from app.rules.scoring.exact import shortest
from app.ui.members.words import month_words, offices_words, renewal_tip
from app.ui.tables import Align, Column, Look
from app.ui.tables.columns import PLAIN, QUIET
from app.ui.theme import Tone

FIGURES = (
    "number", "name", "classification", "sphere", "since", "renewal", "offices",
    "absences", "given", "received", "met",
)  # fmt: skip
CONTACT = ("number", "name", "classification", "company", "phone", "email")
FORMER = ("name", "classification", "since", "left", "given", "received", "met")
EXTERNAL = ("name", "chapter", "region", "country", "given", "received", "met")
EVERYBODY = ("number", "name", "classification", "chapter", "given", "received", "met")


class Edits(Protocol):
    """What editing in place does; each is told the row and the words typed."""

    def classify(self, row: MemberRow, words: str) -> object:
        """Give another profession."""

    def place(self, row: MemberRow, words: str) -> object:
        """Put the profession into a contact sphere."""

    def renew(self, row: MemberRow, words: str) -> object:
        """Say when the membership is due for renewal."""

    def reach(self, row: MemberRow, **changed: str) -> object:
        """Change company, phone or e-mail."""

    def move(self, row: MemberRow, **changed: str) -> object:
        """Change where a person of elsewhere belongs."""


def columns(
    edits: Edits, today: Callable[[], date], rules: Callable[[], Members | None]
) -> dict[str, Column[MemberRow]]:
    """Return the columns by name, in their order."""
    return {
        "number": Column(
            _("Seat"), lambda row: row.number, Align.RIGHT, width=48,
            look=_quiet, tip=lambda row: _("Drag to another seat.") if row.number else "",
        ),
        "name": Column(
            _("Name"), lambda row: row.name, width=148, stretch=True,
            sort=lambda row: row.sort_name, look=_name_look,
        ),
        "classification": Column(
            _("Classification"), lambda row: row.classification, width=136,
            edit=edits.classify, look=_look,
        ),
        "sphere": Column(
            _("Contact sphere"), lambda row: row.sphere, width=128, edit=edits.place, look=_quiet,
        ),
        "company": Column(
            _("Company"), lambda row: row.company, width=216, look=_look,
            edit=lambda row, words: edits.reach(row, company=words),
        ),
        "phone": Column(
            _("Phone"), lambda row: row.phone, width=136, look=_look,
            edit=lambda row, words: edits.reach(row, phone=words),
        ),
        "email": Column(
            _("E-mail"), lambda row: row.email, width=232, look=_look,
            edit=lambda row, words: edits.reach(row, email=words),
        ),
        "chapter": Column(
            _("Chapter"), lambda row: row.chapter, width=200,
            edit=lambda row, words: edits.move(row, chapter=words),
        ),
        "region": Column(
            _("Region"), lambda row: row.region, width=120, look=_quiet,
            edit=lambda row, words: edits.move(row, region=words),
        ),
        "country": Column(
            _("Country"), lambda row: row.country, width=120, look=_quiet,
            edit=lambda row, words: edits.move(row, country=words),
        ),
        "since": Column(
            _("Since"), lambda row: month_words(row.joined_on), width=80,
            sort=lambda row: row.joined_on, look=_look,
        ),
        "left": Column(
            _("Left"), lambda row: _day(row.left_on), width=108,
            sort=lambda row: row.left_on, look=_look,
        ),
        "renewal": Column(
            _("Renewal due"), lambda row: _day(row.renewal_due), width=120,
            sort=lambda row: row.renewal_due, edit=edits.renew,
            look=lambda row: _renewal_look(row, today(), rules()),
            tip=lambda row: renewal_tip(row, today()),
        ),
        "offices": Column(_("Offices"), offices_words, width=92, look=_quiet),
        "absences": Column(
            _("Absent"), lambda row: _absences(row, rules()), Align.RIGHT, width=56,
            sort=lambda row: row.absences, look=lambda row: _absences_look(row, rules()),
            tip=lambda row: _absences_tip(row, rules()),
        ),
        "given": Column(
            _("Given"), lambda row: row.given, Align.RIGHT, width=52, look=_figure_look,
        ),
        "received": Column(
            _("Received"), lambda row: row.received, Align.RIGHT, width=68, look=_figure_look,
        ),
        "met": Column(
            _("Last 1-to-1"), lambda row: _day_short(row.last_met, today()), width=80,
            sort=lambda row: row.last_met, look=_quiet,
        ),
    }  # fmt: skip


def is_renewal_due(row: MemberRow, today: date, rules: Members | None) -> bool:
    """Tell whether a membership wants renewing soon, or did already."""
    notice = timedelta(days=rules.renewal_notice_days if rules else 0)
    return row.current and row.renewal_due is not None and row.renewal_due <= today + notice


def is_near_limit(row: MemberRow, rules: Members | None) -> bool:
    """Tell whether a member has one absence left, or none."""
    near = rules.absences_allowed - rules.warn_before if rules else 0
    return row.current and (row.absences or 0) >= max(near, 1)


def _look(row: MemberRow) -> Look:
    return PLAIN if row.current or row.kind is PersonKind.EXTERNAL else QUIET


def _quiet(_row: MemberRow) -> Look:
    return QUIET


def _name_look(row: MemberRow) -> Look:
    return Look(bold=True) if row.kind is PersonKind.EXTERNAL else _look(row)


def _figure_look(row: MemberRow) -> Look:
    return _look(row)


def _day(day: date | None) -> str | None:
    return None if day is None else formats.day_short(day, year=True)


def _day_short(day: date | None, today: date) -> str | None:
    if day is None or day.year == today.year:
        return None if day is None else formats.day_short(day)
    return month_words(day)


def _renewal_look(row: MemberRow, today: date, rules: Members | None) -> Look:
    if not is_renewal_due(row, today, rules) or row.renewal_due is None:
        return _look(row)
    if row.renewal_due < today:
        return Look(Tone.ABSENT, bold=True, icon="warning")
    return Look(Tone.LATE, icon="refresh")


def _absences(row: MemberRow, rules: Members | None) -> str | None:
    if not row.current or rules is None:
        return None
    if row.absences is None:
        return formats.DASH
    return _("{absences} of {allowed}").format(
        absences=shortest(row.absences), allowed=rules.absences_allowed
    )


def _absences_look(row: MemberRow, rules: Members | None) -> Look:
    if rules is not None and (row.absences or 0) >= rules.absences_allowed:
        return Look(Tone.ABSENT, bold=True)
    if is_near_limit(row, rules):
        return Look(Tone.LATE, bold=True)
    return PLAIN if row.absences else QUIET


def _absences_tip(row: MemberRow, rules: Members | None) -> str:
    if rules is None or not row.weeks:
        return ""
    span = formats.period(rules.window.start, rules.window.end)
    weeks = ngettext("{n} meeting recorded", "{n} meetings recorded", row.weeks)
    return _("{span}: {meetings}.").format(span=span, meetings=weeks)
