"""What a slips audit says: every slip of one meeting, as frozen rows."""

from dataclasses import dataclass
from datetime import date, datetime

from app.exchange.findings import Finding
from app.exchange.parties import Origin, Party
from app.rules.slips import SlipKind, Tier


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One slip. Who stands in ``giver`` and ``receiver`` depends on the kind, as in the book.

    ===============  ==========================  =================================
    kind             giver                       receiver
    ===============  ==========================  =================================
    referral         who passes it               who gets the business
    one_to_one       who logged it               the partner
    closed_business  who is thanked for it       who earned it; no export says so
    visitor          who invited                 (``visitor`` is the guest's name)
    education        the learner
    ===============  ==========================  =================================

    ``number`` is the row of the sheet, ``amount`` in minor units. ``origin`` is the chapter of the
    outsider where there is one, else of the hidden earner.
    """

    number: int
    kind: SlipKind
    giver: Party | None
    receiver: Party | None
    visitor: str
    tier: Tier | None
    amount: int | None
    credits: int | None
    origin: Origin | None

    @property
    def outsider(self) -> Party | None:
        """Return the party that is no member of this chapter."""
        return next((p for p in (self.giver, self.receiver) if p and not p.home), None)

    @property
    def thanker(self) -> Origin | None:
        """Return where the unnamed earner of closed business belongs, if not to this chapter."""
        hidden = self.kind is SlipKind.CLOSED_BUSINESS and self.outsider is None
        return self.origin if hidden else None


@dataclass(frozen=True, slots=True)
class SlipsAudit:
    """The slips of one meeting; without a ``meeting_date`` somebody must be asked for it.

    ``run_at`` is the wall clock of whoever exported it, its zone unknown. Where ``bold_known`` is
    false the file cannot tell guests from members, and ``app.exchange.homes`` has guessed.
    """

    chapter: str
    region: str
    country: str
    meeting_date: date | None
    run_at: datetime | None
    bold_known: bool
    rows: tuple[SlipRow, ...]
    findings: tuple[Finding, ...]
