"""What the page of a meeting does to the book: one labelled change each."""

from collections.abc import Callable
from datetime import date

from app import formats
from app.errors import AppError
from app.i18n import _
from app.queries.meeting import MeetingSheet, RollRow, meeting_sheet
from app.queries.meeting_slips import SlipRow
from app.rules.attendance import Attendance
from app.rules.slip_entry import Understood
from app.rules.totals import Totals
from app.services import attendance, meetings, slip_line, slips
from app.ui.desk import Desk
from app.ui.gateway import Answer, Change
from app.ui.meeting.slip_text import label, said_by
from app.ui.meeting.words import mark_name
from app.ui.opening.whoami import own_name

Refused = Callable[[AppError], object]


class MeetingDeeds:
    """Writes for one meeting at a time; refusals go to whoever was named at the start."""

    def __init__(self, desk: Desk, refused: Refused) -> None:
        self._desk = desk
        self._refused = refused
        self.sheet: MeetingSheet | None = None

    def mark(self, row: RollRow, mark: Attendance, substitute: str) -> None:
        """Mark a seat."""
        self._write(
            _("{name} marked {mark}").format(name=row.name, mark=mark_name(mark)),
            attendance.mark,
            meeting_id=self._meeting.meeting_id,
            person_id=row.person_id,
            attendance=mark,
            substitute=substitute,
        )

    def clear(self, row: RollRow) -> None:
        """Take a mark away."""
        self._write(
            _("Mark of {name} taken away").format(name=row.name),
            attendance.clear,
            meeting_id=self._meeting.meeting_id,
            person_id=row.person_id,
        )

    def remark(self, row: RollRow, text: object) -> None:
        """Keep a remark beside a mark."""
        self._write(
            _("Remark on {name}").format(name=row.name),
            attendance.remark,
            meeting_id=self._meeting.meeting_id,
            person_id=row.person_id,
            note=str(text),
            substitute=row.substitute,
        )

    def mark_rest_present(self) -> None:
        """Mark everyone still blank present."""
        self._write(
            _("Everyone still blank marked present"),
            attendance.mark_all,
            meeting_id=self._meeting.meeting_id,
            person_ids=[row.person_id for row in self._meeting.roll],
            attendance=Attendance.PRESENT,
        )

    def enter(self, said: Understood, refused: Refused) -> None:
        """Store a new slip."""
        meeting = self._meeting
        self._write(
            label(said, meeting.money),
            slip_line.enter,
            refused=refused,
            said=said,
            dated_on=meeting.held_on,
            meeting_id=meeting.meeting_id,
        )

    def enter_for_next(self, said: Understood) -> None:
        """Store a slip for the draft that comes after a meeting already completed."""
        meeting = self._meeting
        words = _("{slip}, for the next meeting").format(slip=label(said, meeting.money))
        day = max(meeting.held_on, self._desk.today())
        self._write(words, slip_line.enter, said=said, dated_on=day)

    def correct(self, slip: SlipRow, said: Understood) -> Answer[Change]:
        """Make a stored slip say something else."""
        return self._desk.gateway.write(
            _("Corrected: {slip}").format(slip=label(said, self._meeting.money)),
            slip_line.correct,
            slip_id=slip.slip_id,
            said=said,
            version=slip.version,
        )

    def remove(self, slip: SlipRow) -> None:
        """Take a slip out."""
        words = _("Removed: {slip}").format(slip=label(said_by(slip), self._meeting.money))
        self._write(words, slips.remove, slip_id=slip.slip_id)

    def confirm(self, slip: SlipRow) -> None:
        """Confirm the credit of one visit."""
        words = _("Credit for {guest} confirmed").format(guest=slip.receiver.name)
        self._write(words, slips.confirm_visit, slip_id=slip.slip_id)

    def confirm_all(self) -> None:
        """Confirm every credit of the meeting."""
        self._write(
            _("Visitor credits confirmed"),
            meetings.confirm_visits,
            meeting_id=self._meeting.meeting_id,
        )

    def read_aloud(self, totals: Totals) -> None:
        """Keep the totals read aloud."""
        self._write(
            _("Totals read aloud"),
            meetings.read_aloud,
            meeting_id=self._meeting.meeting_id,
            referrals=totals.referrals,
            one_to_ones=totals.one_to_ones,
            closed_business=totals.closed_business,
            visitors=totals.visitors,
            education=totals.education,
            testimonials=totals.testimonials,
        )

    def look_again(self, then: Callable[[MeetingSheet], object]) -> None:
        """Read the meeting once more, behind everything that is still being stored."""
        asked = self._desk.gateway.read(meeting_sheet, self._meeting.meeting_id)
        asked.then(then).otherwise(self._refused)

    def complete(self, *, confirm_visits: bool) -> None:
        """Complete the meeting."""
        self._write(
            self._of(_("Meeting of {day} completed")),
            meetings.complete,
            meeting_id=self._meeting.meeting_id,
            at=self._desk.now(),
            by=own_name(self._desk.memory),
            confirm_visits=confirm_visits,
        )

    def reopen(self, reason: object) -> None:
        """Make the meeting a draft again."""
        self._step(_("Meeting of {day} reopened"), meetings.reopen, reason=str(reason))

    def discard(self, reason: object) -> None:
        """Set the meeting aside."""
        self._step(_("Meeting of {day} set aside"), meetings.discard, reason=str(reason))

    def declare_holiday(self, reason: object) -> None:
        """Say that no meeting was held."""
        words = _("Meeting of {day} declared a holiday")
        self._step(words, meetings.declare_holiday, reason=str(reason))

    def note(self, text: object) -> None:
        """Keep a remark."""
        self._step(_("Remark on the meeting of {day}"), meetings.note, text=str(text))

    def move(self, day: object) -> None:
        """Put the meeting on another day."""
        if isinstance(day, date):
            words = _("Meeting moved from {old} to {new}").format(
                old=formats.day_short(self._meeting.held_on), new=formats.day_short(day)
            )
            self._write(words, meetings.move, meeting_id=self._meeting.meeting_id, held_on=day)

    @property
    def _meeting(self) -> MeetingSheet:
        if self.sheet is None:
            raise RuntimeError
        return self.sheet

    def _of(self, words: str) -> str:
        return words.format(day=formats.day_short(self._meeting.held_on, year=True))

    def _step(self, words: str, deed: Callable[..., None], **facts: object) -> None:
        facts["meeting_id"] = self._meeting.meeting_id
        self._send(self._of(words), deed, facts, self._refused)

    def _write(
        self,
        words: str,
        deed: Callable[..., None],
        *,
        refused: Refused | None = None,
        **facts: object,
    ) -> Answer[Change]:
        return self._send(words, deed, facts, refused or self._refused)

    def _send(
        self, words: str, deed: Callable[..., None], facts: dict[str, object], refused: Refused
    ) -> Answer[Change]:
        return self._desk.gateway.write(words, deed, **facts).otherwise(refused)
