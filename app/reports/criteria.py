"""A profile in words: what is counted, what it is divided by, which steps there are."""

from fractions import Fraction

from app import formats
from app.formats import Money
from app.i18n import _
from app.reports.kit.legend import Meaning
from app.reports.light_marks import name_of
from app.rules.scoring.exact import half_up, printed, shortest
from app.rules.scoring.profile import Item, Kind, Light, Per, Profile, Reach, Step, Term

_GROUPED_FROM = 1000
_HALF = Fraction(1, 2)


def title(item: Item) -> str:
    """Return what an item is called: by its profile, or as usual."""
    return item.title or _titles().get(item.name, item.name)


def short_title(item: Item) -> str:
    """Return a title for the head of a narrow column."""
    return item.title or _short().get(item.name, title(item))


def criteria(profile: Profile, money: Money) -> list[Meaning]:
    """Return each item's rule."""
    return [Meaning(_rule_head(item), _rule(item, money)) for item in profile.items]


def bands(profile: Profile) -> list[Meaning]:
    """Return from how many points each colour is given."""
    found = profile.bands
    if found is None:
        return []
    words = {
        Light.GREEN: _("from {points}").format(points=shortest(found.green)),
        Light.YELLOW: _("from {points}").format(points=shortest(found.yellow)),
        Light.RED: _("from {points}").format(points=shortest(found.red)),
        Light.GREY: _("below"),
    }
    return [Meaning(name_of(light, profile.terms), said) for light, said in words.items()]


def bound(item: Item, step: Step, money: Money) -> str:
    """Return the bound of a step: a share in per cent, else as the profile has it."""
    if item.per is Per.SHARE:
        return _("{share} %").format(share=shortest(step.bound * 100))
    whole = step.bound.denominator == 1
    if whole and step.bound >= _GROUPED_FROM:
        return formats.grouped(int(step.bound), money.grouping)
    return step.written or shortest(step.bound)


def formula(item: Item) -> str:
    """Return what is added up, in the letters of the marks: “P + ½ L + ½ S”; empty for one."""
    if len(item.counts) < 2 and item.counts[0].weight == 1:  # noqa: PLR2004  one alone needs no formula
        return ""
    return " + ".join(_part(term) for term in item.counts)


def points(value: Fraction, profile: Profile) -> str:
    """Return points as the profile prints them; whole ones always whole."""
    return str(value.numerator) if value.denominator == 1 else printed(value, profile.places)


def counted(count: Fraction, money: Money) -> str:
    """Return a count: thousands whole and grouped, others with one decimal where they have any."""
    if count >= _GROUPED_FROM:
        return formats.grouped(int(half_up(count, [0])), money.grouping)
    return str(count.numerator) if count.denominator == 1 else printed(count, [1])


def weeks_in_words(profile: Profile) -> str:
    """Return which marks make the weeks that averages are divided by; of a chapter, meetings."""
    if profile.kind is Kind.CHAPTER:
        return _("Weeks are meetings held.")
    letters = ", ".join(_letters().get(name, name) for name in profile.weeks.counts)
    return _("Weeks are those marked {letters}.").format(letters=letters)


def _rule_head(item: Item) -> str:
    made = formula(item)
    return f"{title(item)} {made}" if made else title(item)


def _rule(item: Item, money: Money) -> str:
    per = _per(item)
    if item.line:
        goal = formats.grouped(int(item.line.goal), money.grouping)
        words = _("{per}: in proportion, {points} for {goal}")
        return words.format(per=per, points=shortest(item.line.points), goal=goal)
    steps = " · ".join(
        f"{_sign(step.reach)}{bound(item, step, money)} → {shortest(step.points)}"
        for step in item.steps
    )
    return f"{per} {steps}"


def _per(item: Item) -> str:
    """Return what a count is divided by."""
    if item.of and item.per is not Per.TOTAL:
        names = _divisors()
        of = " + ".join(names.get(term.counter, term.counter) for term in item.of)
        words = _("of {divisor}") if item.per is Per.SHARE else _("for each of {divisor}")
        return words.format(divisor=of)
    return {
        Per.WEEK: _("a week"),
        Per.MONTH: _("a month"),
        Per.SHARE: _("of the weeks"),
        Per.TOTAL: _("in all"),
    }[item.per]


def _divisors() -> dict[str, str]:
    return {
        "member_weeks": _("the members' weeks"),
        "members_at_start": _("the members before"),
        "guests": _("the visitors who came"),
    }


def _sign(reach: Reach) -> str:
    return {Reach.AT_LEAST: "≥ ", Reach.ABOVE: "> ", Reach.AT_MOST: "≤ ", Reach.BELOW: "< "}[reach]


def _part(term: Term) -> str:
    letter = _letters().get(term.counter, term.counter)
    if term.every > 1:
        return _("{letter}/{every} in whole").format(letter=letter, every=term.every)
    if term.weight == 1:
        return letter
    return f"{'½' if term.weight == _HALF else shortest(term.weight)} {letter}"


def _letters() -> dict[str, str]:
    return {
        "present": _("P"),
        "absent": _("A"),
        "late": _("L"),
        "medical": _("M"),
        "substitute": _("S"),
    }


def _titles() -> dict[str, str]:
    return {
        "attendance": _("Attendance"),
        "given": _("Referrals given"),
        "received": _("Referrals received"),
        "one_to_ones": _("One-to-ones"),
        "education": _("Education units"),
        "visitors": _("Visitors"),
        "testimonials": _("Testimonials"),
        "closed_business": _("Closed business"),
        "absent": _("Absences"),
        "late": _("Late"),
        "sponsored": _("Members sponsored"),
        "members": _("Members"),
        "growth": _("Growth"),
        "retention": _("Retention"),
        "conversion": _("Visitors who joined"),
        "absence": _("Absence"),
    }


def _short() -> dict[str, str]:
    return {
        "given": _("Referrals"),
        "received": _("Received"),
        "one_to_ones": _("1-2-1"),
        "education": _("Education"),
        "testimonials": _("Testim."),
        "closed_business": _("Business"),
        "absent": _("Absent"),
        "sponsored": _("Sponsored"),
    }
