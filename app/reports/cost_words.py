"""Cost against return in words: what was paid, what it brought, what advertising would cost."""

from dataclasses import dataclass

from app.formats import Money
from app.i18n import _, ngettext
from app.rules.periods import Period
from app.rules.returns import Return, years

_MONTHS = 12
_TENFOLD = 10  # from here on whole units say enough
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the account; sums are strong, what is only beside them quiet."""

    words: str
    figure: str
    strong: bool = False


def account(back: Return, money: Money) -> list[Line]:
    """Return the account of a span, line by line."""
    found = [
        Line(_membership(back.paid), money.whole(back.membership)) if back.membership else None,
        Line(_("Entry fee"), money.whole(back.entry)) if back.entry else None,
        Line(_meetings(back), money.whole(back.meetings_cost)) if back.meetings_cost else None,
        Line(_("Cost"), money.whole(back.cost), strong=True),
        Line(_("Received"), money.whole(back.received)),
        _each(back, money),
    ]
    return [line for line in (*found, *_by_referral(back, money)) if line is not None]


def _membership(period: Period) -> str:
    months = years(period) * _MONTHS
    if months.denominator == 1:
        return ngettext("Membership, {n} month", "Membership, {n} months", int(months))
    days = (period.end - period.start).days + 1
    return ngettext("Membership, {n} day", "Membership, {n} days", days)


def _meetings(back: Return) -> str:
    return ngettext("{n} meeting", "{n} meetings", back.meetings)


def _each(back: Return, money: Money) -> Line | None:
    """Return what came back for each unit paid; for each hundred where a unit is the least coin."""
    if back.each is None:
        return None
    spent = 1 if money.decimals else _HUNDRED
    brought = round(back.each * spent * 10**money.decimals)
    words = _("Return for each {unit}").format(unit=f"{money.symbol()} {spent}")
    shown = money.whole(brought) if back.each >= _TENFOLD else money.exact(brought)
    return Line(words, f"{money.symbol()} {shown}", strong=True)


def _by_referral(back: Return, money: Money) -> list[Line]:
    """Return what a received referral cost, beside what a lead by advertising does."""
    if back.per_referral is None:
        return []
    referrals = ngettext("Each of {n} referral received", "Each of {n} referrals received",
                         back.referrals)  # fmt: skip
    lines = [Line(referrals, money.whole(back.per_referral))]
    if back.lead_cost is not None and back.advertising is not None:
        words = _("By advertising, {each} a lead").format(each=money.exact(back.lead_cost))
        lines.append(Line(words, money.whole(back.advertising)))
    return lines
