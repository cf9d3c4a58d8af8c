"""What checking found, in words: the same on the page and on the command line."""

from app import formats
from app.formats import DASH, Money
from app.i18n import _, ngettext
from app.queries.checking import Checked, Finding, Former, Subject
from app.queries.checking.findings import Said
from app.rules.corrections import Correction, Cure
from app.rules.slips import SlipKind, Tier
from app.rules.tally import COUNTED


def figure_word(figure: str) -> str:
    """Return what a counter is called."""
    return {
        "present": _("Present"),
        "absent": _("Absent"),
        "late": _("Late"),
        "medical": _("Medical"),
        "substitute": _("Substitute"),
        "given_inside": _("Referrals given, inside"),
        "given_outside": _("Referrals given, outside"),
        "received_inside": _("Referrals received, inside"),
        "received_outside": _("Referrals received, outside"),
        "visitors": _("Visitors"),
        "one_to_ones": _("One-to-ones"),
        "closed_business": _("Closed business"),
        "education": _("Education units"),
        "testimonials": _("Testimonials"),
    }[figure]


def when(finding: Finding) -> str:
    """Return the days a finding is about; none for a double."""
    if finding.subject is Subject.DOUBLE:
        return ""
    if finding.start == finding.end:
        return formats.day_short(finding.start, year=True)
    return formats.period(finding.start, finding.end)


def who(finding: Finding) -> str:
    """Return whom it is about: a member, the total row, or nobody."""
    if finding.subject is Subject.FIGURE and finding.person_id is None:
        return _("Total row")
    return finding.name


def what(finding: Finding) -> str:
    """Return what differs or is missing."""
    if finding.subject is Subject.FIGURE:
        return figure_word(finding.figure)
    if finding.subject is Subject.DOUBLE:
        return _("May be {other}").format(other=finding.other)
    return {
        Subject.MARK: _("Attendance"),
        Subject.MEETINGS: _("Meetings in these days"),
        Subject.WEEK: _("No meeting in this week"),
    }[finding.subject]


def said(finding: Finding, value: Said, money: Money) -> str:
    """Return what one list says; a dash for a blank mark, nothing where it says nothing."""
    if value is None:
        return ""
    if finding.figure == "closed_business" and isinstance(value, int):
        return money.exact(value)
    return str(value) or DASH


def proposal(finding: Finding, money: Money) -> str:
    """Return what would settle it in one step; nothing where the figures do not tell."""
    if finding.subject is Subject.DOUBLE:
        return _("Make one of the two; {other} stays").format(other=finding.other)
    correction = finding.correction
    if correction is None:
        return ""
    if correction.cure is Cure.ENTER:
        return _entering(finding, correction, money)
    if correction.cure is Cure.REMOVE:
        words = _("Take out one slip with {other}") if finding.other else _("Take out one slip")
        return words.format(other=finding.other)
    if correction.cure is Cure.CHANGE_TIER:
        words = _("Mark the referral with {other} as {tier}")
        other = finding.other or _("somebody else")
        return words.format(other=other, tier=_tier(correction.tier))
    return _simple(correction, money)


def _entering(finding: Finding, correction: Correction, money: Money) -> str:
    """Say what to enter; whose row it is need not be said again."""
    size = correction.size or 0
    given = correction.giver_id == finding.person_id
    referral = _("Enter a referral to {other}, {tier}")
    words = {
        SlipKind.REFERRAL: referral if given else _("Enter a referral from {other}, {tier}"),
        SlipKind.ONE_TO_ONE: _("Enter a one-to-one with {other}"),
        SlipKind.CLOSED_BUSINESS: _("Enter thanks of {amount}"),
    }.get(correction.kind or SlipKind.EDUCATION)
    if words is None:
        return ngettext("Enter {n} unit", "Enter {n} units", size)
    return words.format(other=finding.other, tier=_tier(correction.tier), amount=money.exact(size))


def _simple(correction: Correction, money: Money) -> str:
    if correction.cure is Cure.TAKE_MARK:
        if correction.mark is None:
            return _("Clear the mark")
        return _("Take the mark {mark}").format(mark=correction.mark.value)
    if correction.cure is Cure.CONFIRM_VISIT:
        return _("Confirm the visit")
    if correction.cure is Cure.SKIP_WEEK:
        return _("There was no meeting")
    size = correction.size or 0
    return _("Correct the slip to {size}").format(
        size=money.exact(size) if correction.kind is SlipKind.CLOSED_BUSINESS else size
    )


def _tier(tier: Tier | None) -> str:
    return _("inside") if tier is Tier.INSIDE else _("outside")


def label(finding: Finding, money: Money) -> str:
    """Return how the history calls a correction."""
    words = proposal(finding, money)
    return f"{who(finding)}: {words}" if finding.name else words


def compared(found: Checked) -> str:
    """Return how many lists the book was held against."""
    return ", ".join(
        (
            ngettext("{n} summary", "{n} summaries", found.summaries),
            ngettext("{n} slips audit", "{n} slips audits", found.audits),
        )
    )


def former(one: Former, money: Money) -> str:
    """Return what former members did in some days, as the total of a summary tells."""
    figures = [
        f"{figure_word(name)} {money.exact(value) if name == 'closed_business' else value}"
        for name in COUNTED
        if (value := getattr(one.figures, name))
    ]
    days = formats.period(one.start, one.end)
    return _("Former members, {days}: {figures}").format(days=days, figures=", ".join(figures))
