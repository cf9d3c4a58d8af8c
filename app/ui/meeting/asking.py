"""What is asked before a meeting changes its state, and what is said when it may not change."""

from collections.abc import Callable, Sequence
from functools import partial

from app import formats
from app.errors import AppError
from app.i18n import _
from app.queries.meeting import MeetingSheet, RollRow
from app.rules.meetings import MeetingState
from app.rules.slip_entry import Understood
from app.ui.actions import Action
from app.ui.meeting.deeds import MeetingDeeds
from app.ui.meeting.question import Asked, Question, Reply
from app.ui.meeting.words import gaps_sentence
from app.wording import sentence

_CLOSED = "meeting_not_draft"


class Asking:
    """Puts questions over the page and carries the answers out."""

    def __init__(
        self, question: Question, deeds: MeetingDeeds, recorded: Callable[[], object]
    ) -> None:
        """Call ``recorded`` when a refused slip has found another meeting."""
        self._question = question
        self._deeds = deeds
        self._recorded = recorded

    def actions(self, sheet: MeetingSheet) -> Sequence[Action]:
        """Return what can be done with a meeting in its state."""
        if sheet.state is not MeetingState.DRAFT:
            reopen = Action("meeting.reopen", _("Reopen …"), self.reopen, icon="pencil")
            return (reopen, self._remark())
        waiting, blank = sheet.gaps.unconfirmed > 0, sheet.gaps.blank > 0
        return (
            Action(
                "meeting.rest", _("Everyone still blank is present"),
                self._deeds.mark_rest_present, icon="present", hint="E", enabled=blank,
            ),
            Action(
                "meeting.confirm", _("Confirm every visitor credit"), self._deeds.confirm_all,
                "Ctrl+Shift+C", "visitors", enabled=waiting,
            ),
            Action("meeting.move", _("Move to another day …"), self.move, icon="calendar", group=1),
            Action(
                "meeting.holiday", _("No meeting, it was a holiday …"), self.declare_holiday,
                icon="sun", group=1, enabled=not sheet.slips,
            ),
            Action("meeting.discard", _("Set aside …"), self.discard, icon="minus", group=1),
            self._remark(),
        )  # fmt: skip

    def complete(self) -> None:
        """Complete the meeting; ask first where something is missing."""
        if self._deeds.sheet is not None:
            self._deeds.look_again(self._complete_or_ask)

    def _complete_or_ask(self, sheet: MeetingSheet) -> None:
        if sheet.state is not MeetingState.DRAFT:
            return
        if not sheet.gaps:
            self._deeds.complete(confirm_visits=False)
            return
        words = _("Still missing: {gaps}.").format(gaps=gaps_sentence(sheet.gaps, sheet.money))
        as_it_is = Reply(_("Complete as it is"), partial(self._complete, confirm=False))
        replies: tuple[Reply, ...] = (as_it_is,)
        if sheet.gaps.unconfirmed:
            confirmed = partial(self._complete, confirm=True)
            replies = (Reply(_("Confirm the credits and complete"), confirmed), as_it_is)
        self._question.ask(Asked(words, replies, icon="warning", warns=True))

    def reopen(self) -> None:
        """Ask why, then make the meeting a draft again."""
        self._question.ask(
            Asked(
                _("Reopen this meeting? The reason is kept."),
                (Reply(_("Reopen"), self._deeds.reopen),),
                icon="pencil",
                hint=_("why, in a few words"),
            )
        )

    def discard(self) -> None:
        """Ask why, then set the meeting aside."""
        self._question.ask(
            Asked(
                _("Set this meeting aside? It stays visible, but counts for nothing."),
                (Reply(_("Set aside"), self._deeds.discard),),
                icon="minus",
                hint=_("why, in a few words"),
            )
        )

    def declare_holiday(self) -> None:
        """Ask for the reason, which may be left out."""
        self._question.ask(
            Asked(
                _("No meeting was held that day?"),
                (Reply(_("It was a holiday"), self._deeds.declare_holiday),),
                icon="sun",
                hint=_("why, if it matters"),
                optional=True,
            )
        )

    def move(self) -> None:
        """Ask for another day."""
        sheet = self._deeds.sheet
        if sheet is None:
            return
        self._question.ask(
            Asked(
                _("On which day was this meeting?"),
                (Reply(_("Move it"), self._deeds.move),),
                icon="calendar",
                day=sheet.held_on,
            )
        )

    def remark(self) -> None:
        """Ask for a remark on the meeting."""
        sheet = self._deeds.sheet
        held = formats.day_long(sheet.held_on) if sheet is not None else ""
        self._question.ask(
            Asked(
                _("Remark on {day}").format(day=held),
                (Reply(_("Keep it"), self._deeds.note),),
                icon="pencil",
                hint=_("such as: moved to the town hall"),
                text=sheet.note if sheet is not None else "",
                optional=True,
            )
        )

    def remark_on(self, row: RollRow) -> None:
        """Ask for a remark beside a mark."""
        self._question.ask(
            Asked(
                _("Remark on {name}").format(name=row.name),
                (Reply(_("Keep it"), partial(self._deeds.remark, row)),),
                icon="pencil",
                hint=_("such as: came at 7:15"),
                text=row.note,
                optional=True,
            )
        )

    def refused(self, error: AppError) -> None:
        """Say why something was not done, and offer the way out."""
        replies = (Reply(_("Reopen …"), self._reopen),) if error.reason == _CLOSED else ()
        self._say(error, replies)

    def slip_refused(self, error: AppError, said: Understood) -> None:
        """Say why a slip was not stored; of a completed meeting it may count to the next."""
        if error.reason != _CLOSED:
            self._say(error, ())
            return
        record = Reply(_("Record for the next meeting"), partial(self._record_for_next, said))
        self._say(error, (record, Reply(_("Reopen …"), self._reopen)))

    def _say(self, error: AppError, replies: tuple[Reply, ...]) -> None:
        self._question.ask(Asked(sentence(error), replies, icon="warning", warns=True))

    def _complete(self, _answer: object, *, confirm: bool) -> None:
        self._deeds.complete(confirm_visits=confirm)

    def _reopen(self, _answer: object) -> None:
        self.reopen()

    def _record_for_next(self, said: Understood, _answer: object) -> None:
        self._recorded()
        self._deeds.enter_for_next(said)

    def _remark(self) -> Action:
        return Action("meeting.note", _("Remark …"), self.remark, icon="pencil", group=1)
