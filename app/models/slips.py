"""Slips: everything handed in at a meeting, of whatever kind."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned
from app.models.types import Step, Word
from app.rules.slips import ReferralState, SlipKind, Tier


class Slip(Versioned, Base):
    """One slip; who stands in ``giver`` and ``receiver`` depends on the kind.

    ===============  ==========================  =================================
    kind             giver                       receiver
    ===============  ==========================  =================================
    referral         who passes it               who gets the business
    one_to_one       who logged it               the partner
    closed_business  who is thanked for it       who earned the money, if known
    visitor          who invited, if anyone      (``visitor_id`` is the guest)
    education        the learner
    testimonial      who wrote it                whom it praises
    ===============  ==========================  =================================
    """

    __tablename__ = "slip"
    __table_args__ = (
        Index(  # all that summaries and matrices count, so that no row itself is read
            "ix_slip_counted",
            *("meeting_id", "kind", "giver_id", "receiver_id"),
            *("tier", "credits", "amount", "confirmed"),
        ),
        Index(None, "giver_id", "kind"),
        Index(None, "receiver_id", "kind"),
        Index(None, "visitor_id"),
        Index(None, "referral_id"),
        {"sqlite_strict": True},
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))  # which it counts to
    kind: Mapped[SlipKind] = mapped_column(Word(SlipKind))
    dated_on: Mapped[date]
    giver_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    receiver_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    giver_written: Mapped[str] = mapped_column(default="")  # the name as the slip has it
    receiver_written: Mapped[str] = mapped_column(default="")
    visitor_id: Mapped[int | None] = mapped_column(ForeignKey("visitor.id"))
    tier: Mapped[Tier | None] = mapped_column(Step(Tier))
    amount: Mapped[int | None]  # minor units, of closed business
    credits: Mapped[int | None]  # of education
    repeat: Mapped[bool] = mapped_column(default=False)  # thanked before for this client
    confirmed: Mapped[bool] = mapped_column(default=False)  # a visitor credit, by an officer
    state: Mapped[ReferralState | None] = mapped_column(Word(ReferralState))
    state_on: Mapped[date | None]
    contact: Mapped[str] = mapped_column(default="")  # the third person of a referral
    other_chapter: Mapped[str] = mapped_column(default="")  # where an unnamed thanker belongs
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("slip.id"))  # the money's origin
    note: Mapped[str] = mapped_column(default="")
    imported: Mapped[bool] = mapped_column(default=False)
