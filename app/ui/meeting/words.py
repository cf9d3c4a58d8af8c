"""What a meeting's marks, states, kinds and gaps are called."""

from app.formats import Money
from app.i18n import _, ngettext
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.slips import SlipKind, Tier
from app.rules.totals import Difference, Gaps


def mark_name(mark: Attendance | None) -> str:
    """Return what a mark means in a word."""
    if mark is None:
        return _("blank")
    names = {
        Attendance.PRESENT: _("Present"),
        Attendance.ABSENT: _("Absent"),
        Attendance.LATE: _("Late"),
        Attendance.MEDICAL: _("Medical"),
        Attendance.SUBSTITUTE: _("Substitute"),
    }
    return names[mark]


def state_name(state: MeetingState) -> str:
    """Return the state of a meeting in a word."""
    names = {
        MeetingState.DRAFT: _("Draft"),
        MeetingState.COMPLETED: _("Completed"),
        MeetingState.HOLIDAY: _("Holiday"),
        MeetingState.DISCARDED: _("Discarded"),
    }
    return names[state]


def closed_words(state: MeetingState) -> str:
    """Return why nothing can be entered into a meeting; nothing for a draft."""
    words = {
        MeetingState.DRAFT: "",
        MeetingState.COMPLETED: _("Completed: a new slip counts to the next meeting."),
        MeetingState.HOLIDAY: _("A holiday: no meeting was held."),
        MeetingState.DISCARDED: _("Set aside: nothing here counts."),
    }
    return words[state]


def kind_name(kind: SlipKind) -> str:
    """Return one slip of a kind in a word."""
    names = {
        SlipKind.REFERRAL: _("Referral"),
        SlipKind.ONE_TO_ONE: _("One-to-one"),
        SlipKind.CLOSED_BUSINESS: _("Closed business"),
        SlipKind.VISITOR: _("Visitor"),
        SlipKind.EDUCATION: _("Education"),
        SlipKind.TESTIMONIAL: _("Testimonial"),
    }
    return names[kind]


def short_names() -> dict[SlipKind, str]:
    """Return the shortest words for the kinds, for hints beside their letters."""
    return {
        SlipKind.REFERRAL: _("referral"),
        SlipKind.ONE_TO_ONE: _("one-to-one"),
        SlipKind.CLOSED_BUSINESS: _("business"),
        SlipKind.VISITOR: _("visitor"),
        SlipKind.EDUCATION: _("education"),
        SlipKind.TESTIMONIAL: _("testimonial"),
    }


def kinds_name(kind: SlipKind) -> str:
    """Return the slips of a kind in a word."""
    names = {
        SlipKind.REFERRAL: _("Referrals"),
        SlipKind.ONE_TO_ONE: _("One-to-ones"),
        SlipKind.CLOSED_BUSINESS: _("Closed business"),
        SlipKind.VISITOR: _("Visitors"),
        SlipKind.EDUCATION: _("Education units"),
        SlipKind.TESTIMONIAL: _("Testimonials"),
    }
    return names[kind]


def tier_name(tier: Tier) -> str:
    """Return how far from the giver the business is."""
    names = {Tier.INSIDE: _("inside"), Tier.OUTSIDE: _("outside"), Tier.THIRD: _("third tier")}
    return names[tier]


def visit_name(nth: int) -> str:
    """Return which visit of a guest this is."""
    names = {1: _("first visit"), 2: _("second visit"), 3: _("third visit")}
    return names.get(nth) or _("visit {nth}").format(nth=nth)


def gaps_sentence(gaps: Gaps, money: Money) -> str:
    """Return what is still missing: “1 mark blank, 1 referral short”, or nothing."""
    marks = ngettext("{n} mark blank", "{n} marks blank", gaps.blank)
    visitors = ngettext("{n} visitor to confirm", "{n} visitors to confirm", gaps.unconfirmed)
    return _gaps(gaps, money, marks, visitors)


def gaps_in_short(gaps: Gaps, money: Money) -> str:
    """Return the same where “still open” stands above: “1 mark, 1 referral short, 2 visitors”."""
    marks = ngettext("{n} mark", "{n} marks", gaps.blank)
    visitors = ngettext("{n} visitor", "{n} visitors", gaps.unconfirmed)
    return _gaps(gaps, money, marks, visitors)


def _gaps(gaps: Gaps, money: Money, marks: str, visitors: str) -> str:
    differences = (_difference(one, money) for one in gaps.differences)
    parts = (marks if gaps.blank else "", *differences, visitors if gaps.unconfirmed else "")
    return ", ".join(filter(None, parts))


def distance(by: int, words: str) -> str:
    """Return how far a total is off: “1 short” or “2 over”."""
    text = _("{n} short") if by < 0 else _("{n} over")
    return text.format(n=words)


def _difference(one: Difference, money: Money) -> str:
    size = abs(one.by)
    if one.kind is SlipKind.CLOSED_BUSINESS:
        counted = _("{amount} of closed business").format(amount=money.exact(size))
    else:
        counted = _count(one.kind, size)
    return (_("{count} short") if one.by < 0 else _("{count} over")).format(count=counted)


def _count(kind: SlipKind, size: int) -> str:
    match kind:
        case SlipKind.REFERRAL:
            return ngettext("{n} referral", "{n} referrals", size)
        case SlipKind.ONE_TO_ONE:
            return ngettext("{n} one-to-one", "{n} one-to-ones", size)
        case SlipKind.VISITOR:
            return ngettext("{n} visitor", "{n} visitors", size)
        case SlipKind.EDUCATION:
            return ngettext("{n} education unit", "{n} education units", size)
        case _:
            return ngettext("{n} testimonial", "{n} testimonials", size)
