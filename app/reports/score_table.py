"""A score on paper: the total with its colour, and how each item came by its points."""

from dataclasses import dataclass

from app import formats
from app.formats import Money
from app.i18n import _
from app.queries.traffic_lights import printed_value
from app.reports.criteria import bound, counted, formula, points, title
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import small
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import ACCENT, HAIRLINE, INK, MUTED, RULE, STRONG, THIN
from app.reports.kit.table import HEAD
from app.reports.light_marks import draw_light, name_of
from app.rules.scoring.exact import shortest
from app.rules.scoring.profile import Kind, Light, Per, Profile
from app.rules.scoring.scores import ItemScore, Score

ASIDE = 112.0  # how wide the column of the total is
_BIG = Style(54, Weight.SEMIBOLD, ACCENT)
_TEXT = Style(9)
_QUIET = Style(9, colour=MUTED)
_BOLD = Style(9, Weight.BOLD)
_PITCH, _RISE, _HEADS = 17.0, 5.2, 17.4
_TABLE = 126.0  # from the left margin
_COUNT, _WEEKS, _VALUE, _REACHED, _POINTS = 268.0, 304.0, 344.0, 386.0, 416.0  # right edges
_ENDS = (_COUNT, _WEEKS, _VALUE, _REACHED, _POINTS)
_FROM = 1000  # decimals say nothing any more


@dataclass(frozen=True, slots=True)
class Explained:
    """A score to draw; ``nearest`` are the items of the cheapest way up, which get an arrow."""

    score: Score
    profile: Profile
    money: Money
    nearest: frozenset[str] = frozenset()


def draw_total(page: Page, rule: float, score: Score, profile: Profile) -> float:
    """Draw the total and its colour at the left; return the baseline below them."""
    left = page.sheet.left
    total = small(page, points(score.total, profile), _BIG, ASIDE - 38)
    wide = page.text(left, rule + 54, total.text, total.style)
    most = _("of {most}").format(most=shortest(profile.most))
    page.text(left + wide + 8, rule + 35, most, _QUIET)
    draw_light(page, left, rule + 69, score.light, 7.6)
    page.text(left + 12, rule + 72, _band(profile, score.light), _TEXT)
    return rule + 90


def draw_score(page: Page, rule: float, rows: Explained) -> float:
    """Draw a row an item and the total beside it; return where the table ends."""
    left, right = page.sheet.left, page.sheet.right
    start, line = left + _TABLE, rule + _HEADS
    total = points(rows.score.total, rows.profile)
    page.text(start, line - 4.6, _("Why {total}").format(total=total), HEAD)
    divided = _("Of") if rows.profile.kind is Kind.CHAPTER else _("Weeks")
    heads = (_("Count"), divided, _("Value"), _("Reached"), _("Points"))
    for head, end in zip(heads, _ENDS, strict=True):
        page.text(left + end, line - 4.6, head, HEAD, Align.RIGHT)
    page.text(right, line - 4.6, _("Next step"), HEAD, Align.RIGHT)
    page.rule(start, line, right, INK, RULE)
    for row in rows.score.items:
        line += _PITCH
        _draw_row(page, line - _RISE, rows, row)
        page.rule(start, line, right, HAIRLINE, THIN * 2)
    page.rule(start, line, right, INK, STRONG)
    line += _PITCH
    page.text(start, line - _RISE, _("Score"), _BOLD)
    page.text(left + _POINTS, line - _RISE, total, _BOLD, Align.RIGHT)
    return line


def _band(profile: Profile, light: Light) -> str:
    name, found = name_of(light, profile.terms), profile.bands
    if found is None:
        return name
    if light is Light.GREY:
        return _("{colour}, below {bound}").format(colour=name, bound=shortest(found.red))
    lower = {Light.GREEN: found.green, Light.YELLOW: found.yellow, Light.RED: found.red}[light]
    return _("{colour}, from {bound}").format(colour=name, bound=shortest(lower))


def _draw_row(page: Page, line: float, rows: Explained, row: ItemScore) -> None:
    left, right = page.sheet.left, page.sheet.right
    made = formula(row.item)
    named = f"{title(row.item)}  {made}" if made else title(row.item)
    name = small(page, named, _TEXT, _COUNT - _TABLE - 32)
    page.text(left + _TABLE, line, name.text, name.style)
    reached = bound(row.item, row.reached, rows.money) if row.reached else formats.DASH
    texts = (
        (counted(row.count, rows.money), _TEXT),
        (shortest(row.divisor) if row.divisor is not None else formats.DASH, _TEXT),
        (value_words(row, rows.money), _TEXT),
        (reached, _QUIET),
        (points(row.points, rows.profile), _BOLD),
    )
    for (text, style), end in zip(texts, _ENDS, strict=True):
        fitted = small(page, text, style, 40)
        page.text(left + end, line, fitted.text, fitted.style, Align.RIGHT)
    step = small(page, next_step(rows, row), _TEXT, right - left - _POINTS - 10)
    page.text(right, line, step.text, step.style, Align.RIGHT)


def value_words(row: ItemScore, money: Money) -> str:
    """Return the value of an item as its profile rounds it, thousands grouped."""
    if row.value is None:
        return formats.DASH
    if row.item.per is Per.TOTAL and (row.value.denominator == 1 or row.value >= _FROM):
        return counted(row.value, money)
    return f"{printed_value(row)} %" if row.item.per is Per.SHARE else printed_value(row)


def next_step(rows: Explained, row: ItemScore) -> str:
    """Return what the next step of an item needs: “0.75: 2 more, +5”."""
    if row.next is None:
        return formats.DASH
    words = _("{bound}: {more} more, +{gain}")
    if not row.next.step.reach.rising:
        words = _("{bound}: {more} fewer, +{gain}")
    told = words.format(
        bound=bound(row.item, row.next.step, rows.money),
        more=counted(row.next.more, rows.money),
        gain=points(row.next.gain, rows.profile),
    )
    return f"→ {told}" if row.item.name in rows.nearest else told
