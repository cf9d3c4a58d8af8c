"""The columns of the list of referrals."""

from collections.abc import Callable, Sequence

from app.formats import Money
from app.i18n import _
from app.queries.referrals import ReferralRow
from app.rules.slips import ReferralState
from app.ui.referrals.states import age_words, paint_state, state_words
from app.ui.slips.cells import date_column, plain, quiet, side_column, tier_words
from app.ui.tables import Align, Choice, Column, Look
from app.ui.theme import Tone

ORDER = tuple(ReferralState)


def columns(
    advance: Callable[[ReferralRow, ReferralState], object], money: Callable[[], Money]
) -> Sequence[Column[ReferralRow]]:
    """Return the columns; ``advance`` is told a referral's new state."""
    return (
        date_column(),
        side_column(_("From"), lambda row: row.giver),
        side_column(_("To"), lambda row: row.receiver),
        Column(_("Tier"), lambda row: tier_words(row.tier), width=72, look=quiet),
        Column(
            _("Note"), lambda row: row.note, width=140, stretch=True, look=_note_look, tip=_note_tip
        ),
        Column(
            _("State"),
            lambda row: state_words(row.state, thanked=bool(row.thanked)),
            width=172,
            sort=lambda row: ORDER.index(row.state),
            edit=advance,
            value=lambda row: row.state,
            choices=_states,
            paint=paint_state,
        ),
        Column(
            _("Since"),
            age_words,
            Align.RIGHT,
            width=80,
            sort=lambda row: row.days,
            look=_age_look,
            tip=_age_tip,
        ),
        Column(
            _("Thanked"),
            lambda row: None if row.thanked is None else money().whole(row.thanked),
            Align.RIGHT,
            width=84,
            sort=lambda row: row.thanked,
            look=plain,
        ),
    )


def _states(_row: ReferralRow) -> list[Choice]:
    return [Choice(state, state_words(state)) for state in ORDER]


def _note_look(row: ReferralRow) -> Look:
    return Look(Tone.MUTED, icon="phone" if row.has_contact else "")


def _note_tip(row: ReferralRow) -> str:
    if not row.has_contact:
        return ""
    kept = _("A contact is kept; only giver and receiver may see it.")
    return f"{row.note}. {kept}" if row.note else kept


def _age_look(row: ReferralRow) -> Look:
    if row.stale:
        return Look(Tone.LATE, bold=True, icon="warning")
    return Look(Tone.TEXT if row.open else Tone.MUTED)


def _age_tip(row: ReferralRow) -> str:
    return _("Has not moved for {days} days.").format(days=row.days) if row.stale else ""
